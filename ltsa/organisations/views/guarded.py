"""What the keepers of a house ask for and cannot do alone: another mail address, stopping its access."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft, save_edit

from .. import actions
from ..actions.suspensions import may_suspend
from ..addresses import address_of
from ..forms import AddressForm, SuspendForm
from ..guarded_page import address_state
from ..models import AddressChange, Suspension
from .organisations import form_page, keeps_entry, kept_or_404, organisation_or_404


@keeps_entry
def address(request, pk):
    """Ask for another mail address; what waits is shown, and can be called off."""
    organisation = kept_or_404(request, pk)
    form = bound_or_draft(AddressForm, request, initial={"address": address_of(organisation)})
    if request.method == "POST" and form.is_valid():
        ask = lambda: actions.ask_address(organisation, by=request.user, **form.cleaned_data)  # noqa: E731
        if save_edit(request, form, ask):
            waits = organisation.address_changes.open().exists()
            messages.success(request, _asked(waits))
            return redirect("organisations:detail", pk)
    context = form_page(organisation, form, _("Surel lembaga"), _("Minta alamat ini"))
    context |= {"waiting": address_state(organisation)}
    return render(request, "organisations/address_form.html", context)


def _asked(waits: bool) -> str:
    if waits:
        return _("Dicatat. Alamat ini menunggu pejabat pelindungan data pribadi.")
    return _("Alamat lembaga tetap seperti sekarang.")


@keeps_entry
@require_POST
def address_cancel(request, pk):
    seen = AddressChange.objects.visible_to(request.user)
    change = get_object_or_404(seen, pk=pk)
    _do_or_tell(
        request,
        lambda: actions.cancel_address(change, by=request.user),
        _("Permintaan dibatalkan. Alamat lembaga tetap seperti sekarang."),
    )
    return redirect("organisations:detail", change.organisation_id)


@access(Permission.PEOPLE_MANAGE_DISTRICT)
def suspend(request, pk):
    organisation = organisation_or_404(request, pk)
    if not may_suspend(organisation, by=request.user):
        raise Http404
    form = bound_or_draft(SuspendForm, request)
    if request.method == "POST" and form.is_valid():
        told = {"by": request.user, **form.cleaned_data}
        if save_edit(request, form, lambda: actions.suspend_organisation(organisation, **told)):
            messages.success(request, _("Dicatat. Pejabat pelindungan data pribadi diberi tahu."))
            return redirect("organisations:detail", pk)
    context = form_page(organisation, form, _("Tangguhkan akses"), _("Tangguhkan akses"))
    context |= {"again": actions.needs_consent(organisation)}
    return render(request, "organisations/suspend_form.html", context)


@access(Permission.PEOPLE_MANAGE_DISTRICT)
@require_POST
def lift(request, pk):
    suspension = get_object_or_404(Suspension.objects.visible_to(request.user), pk=pk)
    _do_or_tell(
        request,
        lambda: actions.lift_suspension(suspension, by=request.user),
        _("Penangguhan dicabut."),
    )
    return redirect("organisations:detail", suspension.organisation_id)


def _do_or_tell(request, act, done: str) -> None:
    try:
        act()
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    else:
        messages.success(request, done)
