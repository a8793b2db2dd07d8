"""When an organisation is open: its hours of a week, and the days on which it says it is closed."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.versions import update_row

from ..hours import Stretch, overlapping, weekday_name
from ..models import Closure, OpeningHours, Organisation
from ..told import closures_changed

# Clocks of referrals stand still while a house is closed: longer than this, the cooperation has ended.
LONGEST_CLOSURE = timedelta(days=60)
FURTHEST = timedelta(days=366)


@transaction.atomic
def set_opening_hours(
    organisation: Organisation, *, version: int, stretches: Iterable[Stretch], by
) -> Organisation:
    """The whole week anew. Raises ltsa.versions.Stale, and ValidationError for hours that overlap or run backwards."""
    wanted = sorted(stretches)
    _check_hours(wanted)
    update_row(organisation, version=version)
    rows = organisation.opening_hours.all()
    if [Stretch(one.weekday, one.opens, one.closes) for one in rows] != wanted:
        rows.delete()
        OpeningHours.objects.bulk_create(
            OpeningHours(organisation=organisation, **one._asdict()) for one in wanted
        )
        record("change", organisation, fields=["opening_hours"], by=by)
    return organisation


def _check_hours(stretches: list[Stretch]) -> None:
    for one in stretches:
        if one.closes <= one.opens:
            text = _("%(day)s: jam tutup harus sesudah jam buka.")
            raise ValidationError(text % {"day": weekday_name(one.weekday)})
    twice = overlapping(stretches)
    if twice:
        text = _("%(day)s: kedua jam buka bertumpuk.")
        raise ValidationError(text % {"day": weekday_name(twice.weekday)})


@transaction.atomic
def declare_closure(
    organisation: Organisation, *, starts_on: date, ends_on: date, reason: str, by
) -> Closure:
    """Closed from a day through a day, never looking back; the same once more is one.

    The floors above stop their clocks (told.py).
    """
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    days = {"starts_on": starts_on, "ends_on": ends_on}
    known = organisation.closures.filter(cancelled_at=None, reason=reason, **days).first()
    if known:
        return known
    today = timezone.localdate()
    if starts_on < today:
        raise ValidationError({"starts_on": _("Tanggal mulai tidak boleh sebelum hari ini.")})
    if starts_on > today + FURTHEST:
        raise ValidationError({"starts_on": _("Paling jauh setahun ke depan.")})
    if ends_on < starts_on:
        raise ValidationError({"ends_on": _("Berakhirnya sebelum mulai. Periksa kedua tanggal.")})
    if ends_on - starts_on >= LONGEST_CLOSURE:
        raise ValidationError({"ends_on": _("Paling lama 60 hari. Lebih lama: akhiri kerja sama.")})
    standing = organisation.closures.to_come()
    if standing.filter(starts_on__lte=ends_on, ends_on__gte=starts_on).exists():
        raise ValidationError({"starts_on": _("Sudah ada penutupan pada hari-hari itu.")})
    closure = Closure.objects.create(organisation=organisation, reason=reason, **days)
    record("change", organisation, fields=["closures"], by=by)
    closures_changed(organisation)
    return closure


@transaction.atomic
def cancel_closure(closure: Closure, *, by) -> Closure:
    """It opens again. Days that were closed stay so: their clocks stood still. Twice is once."""
    closure = Closure.objects.select_for_update().get(pk=closure.pk)
    today = timezone.localdate()
    if closure.cancelled_at is not None or closure.ends_on < today:
        return closure
    if closure.starts_on < today:
        closure.ends_on = today - timedelta(days=1)
    else:
        closure.cancelled_at = timezone.now()
    closure.save(update_fields=["ends_on", "cancelled_at"])
    record("change", closure.organisation, fields=["closures"], by=by)
    closures_changed(closure.organisation)
    return closure
