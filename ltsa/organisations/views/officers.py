"""What waits for the data protection officer: addresses of houses, and houses whose access shall stop."""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft, save_edit

from .. import actions
from ..forms import ConfirmAddressForm, ConsentForm
from ..guarded_page import address_page, officer_page, suspension_page
from ..models import AddressChange, Suspension

confirms = access(Permission.ORGANISATION_CONFIRM)


@confirms
def index(request):
    return render(request, "organisations/officer_list.html", officer_page(request.user))


@confirms
def address(request, pk):
    """The old address, the new one, and what it is checked against."""
    change = get_object_or_404(AddressChange.objects.visible_to(request.user), pk=pk)
    form = bound_or_draft(ConfirmAddressForm, request, organisation=change.organisation)
    if request.method == "POST" and form.is_valid():
        confirm = lambda: actions.confirm_address(change, by=request.user, **form.cleaned_data)  # noqa: E731
        if save_edit(request, form, confirm):
            messages.success(request, _("Alamat dikonfirmasi."))
            return redirect("officer:list")
    context = {"form": form, **address_page(change, request.user)}
    return render(request, "organisations/officer_address.html", context)


@confirms
@require_POST
def refuse_address(request, pk):
    change = get_object_or_404(AddressChange.objects.visible_to(request.user), pk=pk)
    refuse = lambda: actions.refuse_address(change, by=request.user)  # noqa: E731
    return _done(request, refuse, _("Alamat ditolak. Alamat lama tetap dipakai."))


@confirms
def suspension(request, pk):
    row = get_object_or_404(Suspension.objects.visible_to(request.user), pk=pk)
    begin = row.ends_at or timezone.now()
    form = bound_or_draft(ConsentForm, request, until=begin + timedelta(hours=row.hours))
    if request.method == "POST" and form.is_valid():
        consent = lambda: actions.consent_suspension(row, by=request.user, **form.cleaned_data)  # noqa: E731
        if save_edit(request, form, consent):
            messages.success(request, _("Persetujuan dicatat."))
            return redirect("officer:list")
    context = {"form": form, **suspension_page(row), "back_url": reverse("officer:list")}
    return render(request, "organisations/officer_suspension.html", context)


@confirms
@require_POST
def refuse_suspension(request, pk):
    """One that waits does not begin; one that runs ends now."""
    row = get_object_or_404(Suspension.objects.visible_to(request.user), pk=pk)
    refuse = lambda: actions.refuse_suspension(row, by=request.user)  # noqa: E731
    return _done(request, refuse, _("Akses lembaga ini tidak ditangguhkan."))


def _done(request, act, words: str):
    try:
        act()
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    else:
        messages.success(request, words)
    return redirect("officer:list")
