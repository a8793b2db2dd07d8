"""A draft of a referral that is written once more, before anything of it has left the house."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft

from .. import actions
from ..forms import RewriteForm
from ..models import Referral
from ..transitions import possible
from .asking import save_or_refuse


@access(Permission.REFERRAL_SEND)
def rewrite(request, pk):
    """The form as it was filled in; saving leads to the new preview."""
    draft = get_object_or_404(Referral.objects.outgoing(request.user).with_parts(), pk=pk)
    if all(line.verb != "rewrite" for line in possible(draft, request.user)):
        return redirect("cases:referral_detail", pk)
    midway = "susun" in request.POST
    form = bound_or_draft(RewriteForm, request, midway=midway, user=request.user, draft=draft)
    if request.method == "POST" and not midway and form.is_valid():
        write = lambda: actions.rewrite_referral(draft, by=request.user, **form.verb_fields())  # noqa: E731
        written = save_or_refuse(request, form, draft.case, "rewrite", write, model=Referral)
        if written:
            return redirect("cases:referral_detail", written.pk)
    context = {"form": form, "case": draft.case, "draft": draft, "page_name": _("Ubah draf")}
    return render(request, "cases/referral_form.html", context)
