"""The mail address of a house: asked for by whoever keeps its entry, confirmed by the data protection officer, waited for.

Guest links of referrals go there. Whoever could write it alone would get them, so nobody can (domain 4.1).
"""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.notifications.actions import notify

from ..models import AddressChange, Agreement, Organisation
from ..officers import officers_for
from .telling import tell_addresses

WAIT = timedelta(days=7)


@transaction.atomic
def ask_address(organisation: Organisation, *, address: str, by) -> AddressChange | None:
    """A change that waits; the newest replaces an older one. None when the address is the one that counts: what waited
    is cancelled then.

    Raises PermissionDenied, and ValidationError {address}.
    """
    if not Organisation.objects.kept_by(by).filter(pk=organisation.pk).exists():
        raise PermissionDenied
    address = address.strip().lower()
    if address:
        _check(address)
    organisation = _locked(organisation)
    waiting = organisation.address_changes.open().first()
    if waiting is not None and waiting.address == address:
        return waiting
    if waiting is not None:
        _cancel(waiting, by=by)
    if address == organisation.email.lower():
        return None
    change = AddressChange.objects.create(
        organisation=organisation, address=address, before=organisation.email, asked_by=by
    )
    record("change", organisation, fields=["address_asked"], by=by)
    notify(
        officers_for(organisation).exclude(pk=by.pk),
        "organisation",
        subject=change.pk,
        link=f"/privasi/alamat/{change.pk}/",
    )
    tell_addresses(change, "asked")
    return change


def _check(address: str) -> None:
    try:
        validate_email(address)
    except ValidationError as error:
        raise ValidationError({"address": error.messages}) from error


@transaction.atomic
def confirm_address(
    change: AddressChange, *, agreement: Agreement | None = None, document: str = "", by
) -> AddressChange:
    """It is what the agreement says. The first address of a house counts now, a later one 7 days after it was asked for.

    Raises PermissionDenied, and ValidationError: {agreement} while one is valid and none was named, {document} else.
    """
    organisation, change = _guarded(change, by=by)
    if by.pk == change.asked_by_id:
        raise PermissionDenied
    if change.confirmed_at is not None:
        return change
    valid = valid_agreements(organisation)
    if agreement is not None and not valid.filter(pk=agreement.pk).exists():
        raise ValidationError({"agreement": _("Perjanjian ini bukan milik lembaga itu.")})
    if agreement is None and valid.exists():
        raise ValidationError({"agreement": _("Pilih perjanjian yang Anda baca.")})
    change.document = agreement.number if agreement else document.strip()
    if not change.document:
        raise ValidationError({"document": _("Tulis nomor dokumen yang Anda baca.")})
    change.agreement, change.confirmed_by, change.confirmed_at = agreement, by, timezone.now()
    first = not organisation.email and not _had_address(organisation)
    later = max(change.confirmed_at, change.asked_at + WAIT)
    change.takes_effect_at = change.confirmed_at if first else later
    change.save()
    record("change", organisation, fields=["address_confirmed"], by=by)
    _apply_due(organisation)
    return AddressChange.objects.get(pk=change.pk)


def valid_agreements(organisation: Organisation):
    today = timezone.localdate()
    ends = Q(ends_on=None) | Q(ends_on__gt=today)
    return organisation.agreements.filter(ends, starts_on__lte=today)


def _had_address(organisation: Organisation) -> bool:
    """Also one that was taken away since: else emptying it would be a way around the seven days."""
    return organisation.address_changes.exclude(applied_at=None).exists()


@transaction.atomic
def refuse_address(change: AddressChange, *, by) -> AddressChange:
    """Not hers, or not what the agreement says; also after it was confirmed, as long as it waits. Raises PermissionDenied."""
    organisation, change = _guarded(change, by=by)
    change.refused_by, change.refused_at = by, timezone.now()
    change.save(update_fields=["refused_by", "refused_at"])
    record("change", organisation, fields=["address_refused"], by=by)
    tell_addresses(change, "ended")
    return change


@transaction.atomic
def cancel_address(change: AddressChange, *, by) -> AddressChange:
    """By whoever keeps the entry: the house itself, told at its old address, can stop what it did not ask for."""
    if not Organisation.objects.kept_by(by).filter(pk=change.organisation_id).exists():
        raise PermissionDenied
    _organisation, change = _still_open(change)
    _cancel(change, by=by)
    return change


def _cancel(change: AddressChange, *, by) -> None:
    change.cancelled_by, change.cancelled_at = by, timezone.now()
    change.save(update_fields=["cancelled_by", "cancelled_at"])
    record("change", change.organisation, fields=["address_cancelled"], by=by)
    tell_addresses(change, "ended")


def _guarded(change: AddressChange, *, by) -> tuple[Organisation, AddressChange]:
    if not Organisation.objects.guarded_by(by).filter(pk=change.organisation_id).exists():
        raise PermissionDenied
    return _still_open(change)


def _still_open(change: AddressChange) -> tuple[Organisation, AddressChange]:
    organisation = _locked(change.organisation)
    current = organisation.address_changes.open().filter(pk=change.pk).first()
    if current is None:
        raise ValidationError(_("Permintaan ini sudah selesai. Muat ulang halaman."))
    return organisation, current


def _locked(organisation: Organisation) -> Organisation:
    """One change of a house at a time, upon what counts at this moment."""
    found = Organisation.objects.select_for_update(of=("self",)).get(pk=organisation.pk)
    return _apply_due(found)


def _apply_due(organisation: Organisation) -> Organisation:
    """The only place that writes the address; the database has the same rule."""
    change = organisation.address_changes.due().first()
    if change is None:
        return organisation
    Organisation.objects.filter(pk=organisation.pk).update(email=change.address)
    change.applied_at = timezone.now()
    change.save(update_fields=["applied_at"])
    organisation.email = change.address
    record("change", organisation, fields=["email"], by=change.confirmed_by)
    tell_addresses(change, "applied")
    return organisation


def apply_address_changes() -> int:
    """Write down those that count by now. Safe to repeat, beside itself, and late (`addresses.address_of`)."""
    applied = 0
    for change in AddressChange.objects.due().select_related("organisation"):
        with transaction.atomic():
            _locked(change.organisation)
            applied += 1
    return applied
