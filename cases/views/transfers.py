"""A client moves: her case goes to the desk of another district, with her consent."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft

from .. import actions
from ..disclosure import works_here
from ..forms import TransferForm
from ..models import Case, Referral
from .asking import save_or_refuse


@access(Permission.REFERRAL_TRANSFER)
def create(request, pk):
    """A draft, as of any referral: its page is the preview, from which it is sent."""
    case = get_object_or_404(Case.objects.visible_to(request.user).with_parts(), pk=pk)
    if not works_here(case, request.user):
        raise PermissionDenied
    form = bound_or_draft(TransferForm, request, user=request.user, case=case)
    if request.method == "POST" and form.is_valid():
        draft = lambda: actions.create_referral(case, by=request.user, **form.verb_fields())  # noqa: E731
        referral = save_or_refuse(request, form, case, "transfer", draft, model=Referral)
        if referral:
            return redirect("cases:referral_detail", referral.pk)
    context = {"form": form, "case": case, "transfer": True}
    return render(request, "cases/referral_form.html", context)
