"""What an organisation offers the others, to whom, and that it has no room at present.

The directory entry of an organisation is one whole: an edit of its services or hours counts its version up.
To say that the entry is true today is an act of its own (verify_organisation).
"""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.versions import update_row

from ..models import OfferedService, Organisation

LONGEST_PAUSE = timedelta(days=366)


@transaction.atomic
def add_offer(organisation: Organisation, *, code: str, by, **told) -> OfferedService:
    """`told` are the fields of eligibility; the same once more is one. ValidationError for another of this service."""
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    known = organisation.offers.filter(code=code).first()
    if known and all(getattr(known, name) == value for name, value in told.items()):
        return known
    if known:
        raise ValidationError({"code": _("Layanan ini sudah ada dalam daftar.")})
    offer = OfferedService(organisation=organisation, code=code, **told)
    _check(offer)
    offer.save(force_insert=True)
    record("change", organisation, fields=["services"], by=by)
    return offer


@transaction.atomic
def change_offer(offer: OfferedService, *, version: int, by, **told) -> OfferedService:
    """Raises ltsa.versions.Stale when anything of the entry was changed meanwhile."""
    update_row(offer.organisation, version=version)
    changed = sorted(name for name, value in told.items() if getattr(offer, name) != value)
    for name in changed:
        setattr(offer, name, told[name])
    _check(offer)
    if changed:
        offer.save(update_fields=changed)
        record("change", offer.organisation, fields=["services"], by=by)
    return offer


def _check(offer: OfferedService) -> None:
    first, last = offer.age_from, offer.age_to
    if first is not None and last is not None and last < first:
        raise ValidationError({"age_to": _("Umur sampai tidak boleh di bawah umur dari.")})
    district = offer.organisation.district_id or ""
    if any(not code.startswith(district) for code in offer.areas):
        raise ValidationError({"areas": _("Kecamatan ini di luar kabupaten lembaga.")})


@transaction.atomic
def remove_offer(offer: OfferedService, *, by) -> OfferedService:
    """It is offered no longer; referrals that asked for it stay as they are."""
    record("change", offer.organisation, fields=["services"], by=by)
    offer.delete()
    return offer


@transaction.atomic
def pause_offer(
    offer: OfferedService, *, until: date | None = None, reason: str = "", by
) -> OfferedService:
    """No room from today, through the day `until`; without it until somebody says so (lift_pause)."""
    today = timezone.localdate()
    if until is not None and not today <= until <= today + LONGEST_PAUSE:
        raise ValidationError({"until": _("Isi tanggal mulai hari ini, paling lama setahun.")})
    return _set_pause(offer, today, until, reason, by=by)


@transaction.atomic
def lift_pause(offer: OfferedService, *, by) -> OfferedService:
    return _set_pause(offer, None, None, "", by=by)


def _set_pause(offer, since: date | None, until: date | None, reason: str, *, by):
    offer.paused_since, offer.paused_until, offer.pause_reason = since, until, reason
    offer.save(update_fields=["paused_since", "paused_until", "pause_reason"])
    record("change", offer.organisation, fields=["capacity"], by=by)
    return offer
