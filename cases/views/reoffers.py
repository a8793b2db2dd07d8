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
    """Confirmed with her consent for the new house; the old referral is withdrawn in the same act."""
    seen = Referral.objects.outgoing(request.user).with_parts()
    previous = get_object_or_404(seen.select_related("suggested"), pk=pk)
    if all(line.verb != "reoffer" for line in possible(previous, request.user)):
        return redirect("cases:referral_detail", pk)
    midway = "susun" in request.POST
    form = bound_or_draft(ReofferForm, request, midway=midway, user=request.user, previous=previous)
    if request.method == "POST" and not midway and form.is_valid():
        offer = lambda: actions.reoffer_referral(  # noqa: E731
            previous, by=request.user, **form.verb_fields()
        )
        sent = save_or_refuse(request, form, previous, "reoffer", offer, model=Referral)
        if sent:
            return redirect("cases:referral_detail", sent.pk)
    context = {
        "form": form,
        "case": previous.case,
        "previous": previous,
        "sends": _("Kirim rujukan"),
    }
    return render(request, "cases/referral_form.html", context)
