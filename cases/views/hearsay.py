"""The answer of a house without accounts, as it told it by phone or letter."""

from django.shortcuts import get_object_or_404, redirect, render

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft

from .. import actions
from ..forms import NoteAnswerForm
from ..forms.hearsay import SAID
from ..models import Referral
from .asking import save_or_refuse


@access(Permission.REFERRAL_SEND)
def note(request, pk):
    seen = Referral.objects.outgoing(request.user).with_parts()
    referral = get_object_or_404(seen, pk=pk)
    if not actions.may_note_answer(referral, request.user):
        return redirect("cases:referral_detail", pk)
    # A second click comes when the first has changed what can be said: then the key answers, not the form.
    heard = SAID if request.method == "POST" else actions.heard_now(referral)
    form = bound_or_draft(NoteAnswerForm, request, heard=heard)
    if request.method == "POST" and form.is_valid():
        write = lambda: actions.note_answer(referral, by=request.user, **form.cleaned_data)  # noqa: E731
        if save_or_refuse(request, form, referral, "note_answer", write, model=Referral):
            return redirect("cases:referral_detail", pk)
    return render(request, "cases/answer_form.html", {"form": form, "referral": referral})
