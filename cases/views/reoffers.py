"""The next house for a referral that nobody answers or that came back."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft

from .. import actions
from ..forms import ReofferForm
from ..models import Referral
from ..transitions import possible
from .asking import save_or_refuse


@access(Permission.REFERRAL_SEND)
def create(request, pk):
    """A draft with her consent for the new house; its page is the preview, and sending it withdraws the old one."""
    seen = Referral.objects.outgoing(request.user).with_parts()
    previous = get_object_or_404(seen.select_related("suggested"), pk=pk)
    if all(line.verb != "reoffer" for line in possible(previous, request.user)):
        return redirect("cases:referral_detail", pk)
    begun = previous.next_referrals.filter(case=previous.case_id, state="draft").first()
    if begun and request.method == "GET":
        return redirect("cases:referral_detail", begun.pk)
    midway = "susun" in request.POST
    told = {"previous": previous, "chosen": request.GET.get("ke", "")}
    form = bound_or_draft(ReofferForm, request, midway=midway, user=request.user, **told)
    if request.method == "POST" and not midway and form.is_valid():
        offer = lambda: actions.draft_reoffer(previous, by=request.user, **form.verb_fields())  # noqa: E731
        draft = save_or_refuse(request, form, previous, "reoffer", offer, model=Referral)
        if draft:
            return redirect("cases:referral_detail", draft.pk)
    context = {"form": form, "case": previous.case, "previous": previous}
    context["page_name"] = _("Tawarkan ke lembaga lain")
    return render(request, "cases/referral_form.html", context)
