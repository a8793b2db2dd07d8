"""What can be done to organisations, their service points, agreements, holidays and letterheads.

The district of the person who acts bounds everything; the pages find rows through `managed_by`.
"""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ltsa.access import Permission
from ltsa.audit.actions import record
from ltsa.versions import update_row

from ..models import (
    Agreement,
    Holiday,
    Kind,
    Letterhead,
    OfferedService,
    Organisation,
    ServicePoint,
)
from .addresses import ask_address


@transaction.atomic
def create_organisation(*, services=(), email: str = "", by, **fields) -> Organisation:
    """A partner in the district of `by`, or of the nation (NATION_MANAGE); `services` are what it offers; `email` waits to be confirmed."""
    if by.posting.district_id is None:
        if not by.can(Permission.NATION_MANAGE):
            raise PermissionDenied
        if fields.get("kind") == Kind.VILLAGE:
            raise ValidationError({"kind": _("Desa selalu di satu kabupaten.")})
    organisation = Organisation(
        district_id=by.posting.district_id, verified_on=timezone.localdate(), **fields
    )
    _check_name(organisation)
    organisation.full_clean()
    organisation.save(force_insert=True)
    _offer(organisation, services)
    record("create", organisation, fields=[*sorted(fields), "services"], by=by)
    if email:
        ask_address(organisation, address=email, by=by)
    return organisation


@transaction.atomic
def change_organisation(
    organisation: Organisation, *, version: int, services=(), by, **fields
) -> Organisation:
    """Raises ltsa.versions.Stale; the services count as part of the organisation."""
    before = Organisation.objects.get(pk=organisation.pk)
    _check_name(Organisation(pk=before.pk, district_id=before.district_id, name=fields["name"]))
    changed = [name for name, value in fields.items() if getattr(before, name) != value]
    update_row(organisation, version=version, **fields)
    if set(before.offers.values_list("code", flat=True)) != set(services):
        _offer(organisation, services)
        changed.append("services")
    if changed:
        record("change", organisation, fields=sorted(changed), by=by)
    return organisation


@transaction.atomic
def change_entry(organisation: Organisation, *, version: int, by, **fields) -> Organisation:
    """What the house itself keeps of its entry: how to reach it, its languages. Raises ltsa.versions.Stale."""
    before = Organisation.objects.get(pk=organisation.pk)
    changed = sorted(name for name, value in fields.items() if getattr(before, name) != value)
    update_row(organisation, version=version, **fields)
    if changed:
        record("change", organisation, fields=changed, by=by)
    return organisation


def _check_name(organisation: Organisation) -> None:
    same = Organisation.objects.filter(district=organisation.district_id).exclude(
        pk=organisation.pk
    )
    if same.filter(name__iexact=organisation.name).exists():
        raise ValidationError({"name": _("Lembaga dengan nama ini sudah ada di kabupaten ini.")})


def _offer(organisation: Organisation, services) -> None:
    organisation.offers.exclude(code__in=services).delete()
    OfferedService.objects.bulk_create(
        [OfferedService(organisation=organisation, code=code) for code in services],
        ignore_conflicts=True,
    )


@transaction.atomic
def verify_organisation(organisation: Organisation, *, by) -> Organisation:
    """Someone asked the organisation today, and the entry is still true."""
    return _verify(organisation, by=by)


@transaction.atomic
def verify_service_point(point: ServicePoint, *, by) -> ServicePoint:
    return _verify(point, by=by)


def _verify(row, *, by):
    row.verified_on = timezone.localdate()
    row.save(update_fields=["verified_on"])
    record("change", row, fields=["verified_on"], by=by)
    return row


@transaction.atomic
def end_organisation(organisation: Organisation, *, by) -> Organisation:
    """It takes no more referrals and its points close. First its people's postings end: they lose access knowingly."""
    left = organisation.postings.unended().count()
    if left:
        text = ngettext(
            "Masih ada %(n)s orang bertugas di sini. Akhiri dulu tugas mereka.",
            "Masih ada %(n)s orang bertugas di sini. Akhiri dulu tugas mereka.",
            left,
        )
        raise ValidationError(text % {"n": left})
    organisation.ended_on = timezone.localdate()
    organisation.save(update_fields=["ended_on"])
    for point in organisation.service_points.current():
        close_service_point(point, by=by)
    record("change", organisation, fields=["ended_on"], by=by)
    return organisation


@transaction.atomic
def resume_organisation(organisation: Organisation, *, by) -> Organisation:
    organisation.ended_on = None
    organisation.save(update_fields=["ended_on"])
    record("change", organisation, fields=["ended_on"], by=by)
    return organisation


@transaction.atomic
def add_agreement(
    organisation: Organisation, *, number: str, starts_on: date, ends_on: date | None = None, by
) -> Agreement:
    """A PKS or MoU; the same one twice is one."""
    agreement, created = Agreement.objects.get_or_create(
        organisation=organisation, number=number, starts_on=starts_on, ends_on=ends_on
    )
    if created:
        record("change", organisation, fields=["agreements"], by=by)
    return agreement


@transaction.atomic
def end_agreement(agreement: Agreement, *, by) -> Agreement:
    agreement.ends_on = max(timezone.localdate(), agreement.starts_on)
    agreement.save(update_fields=["ends_on"])
    record("change", agreement.organisation, fields=["agreements"], by=by)
    return agreement


@transaction.atomic
def create_service_point(organisation: Organisation, *, by, **fields) -> ServicePoint:
    point = ServicePoint(organisation=organisation, verified_on=timezone.localdate(), **fields)
    _check_point(point)
    point.save(force_insert=True)
    record("create", point, fields=sorted(fields), by=by)
    return point


@transaction.atomic
def change_service_point(point: ServicePoint, *, version: int, by, **fields) -> ServicePoint:
    """Raises ltsa.versions.Stale."""
    before = ServicePoint.objects.get(pk=point.pk)
    wanted: dict = {"area": before.area, "name": before.name} | fields
    wanted = {name: wanted[name] for name in ("area", "name")}
    _check_point(ServicePoint(pk=before.pk, organisation=before.organisation, **wanted))
    changed = sorted(name for name, value in fields.items() if getattr(before, name) != value)
    update_row(point, version=version, **fields)
    if changed:
        record("change", point, fields=changed, by=by)
    return point


def _check_point(point: ServicePoint) -> None:
    same = ServicePoint.objects.filter(organisation=point.organisation, area=point.area)
    if same.exclude(pk=point.pk).filter(name__iexact=point.name).exists():
        raise ValidationError({"name": _("Titik layanan dengan nama ini sudah ada di sana.")})
    if not point.area.code.startswith(point.organisation.district_id or ""):
        raise ValidationError({"area": _("Wilayah ini di luar kabupaten lembaga.")})


@transaction.atomic
def close_service_point(point: ServicePoint, *, by) -> ServicePoint:
    return _set_closed(point, timezone.localdate(), by=by)


@transaction.atomic
def reopen_service_point(point: ServicePoint, *, by) -> ServicePoint:
    return _set_closed(point, None, by=by)


def _set_closed(point: ServicePoint, on: date | None, *, by) -> ServicePoint:
    point.closed_on = on
    point.save(update_fields=["closed_on"])
    record("change", point, fields=["closed_on"], by=by)
    return point


@transaction.atomic
def add_holiday(*, on: date, name: str, by) -> Holiday:
    """A day without service in the district of `by`; the same day twice is one."""
    holiday, created = Holiday.objects.get_or_create(
        district_id=by.posting.district_id, on=on, defaults={"name": name}
    )
    if not created and holiday.name != name:
        raise ValidationError({"on": _("Hari ini sudah libur: %(name)s.") % {"name": holiday.name}})
    if created:
        record("change", by.posting.organisation, fields=["holidays"], by=by)
    return holiday


@transaction.atomic
def remove_holiday(holiday: Holiday, *, by) -> Holiday:
    record("change", by.posting.organisation, fields=["holidays"], by=by)
    holiday.delete()
    return holiday


@transaction.atomic
def write_letterhead(organisation: Organisation, *, version: int, by, **fields) -> Letterhead:
    """Make or change what stands on the letters. `version` 0 means there was none. Raises ltsa.versions.Stale."""
    letterhead, _created = Letterhead.objects.get_or_create(
        organisation=organisation, defaults={"lines": "", "version": 0}
    )
    update_row(letterhead, version=version, **fields)
    record("change", organisation, fields=["letterhead"], by=by)
    return letterhead
