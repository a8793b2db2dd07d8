"""The register of agencies: what was looked up in the state's own list, and when."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.versions import update_row

from ..models import Agency
from ..querysets import company_key


@transaction.atomic
def create_agency(*, by, **fields) -> Agency:
    """Raises ValidationError for a second one of the same name or licence in a branch."""
    agency = Agency(search_name=company_key(fields["name"]), **fields)
    _check(agency)
    agency.save(force_insert=True)
    record("create", agency, fields=sorted(name for name in fields if fields[name]), by=by)
    return agency


@transaction.atomic
def change_agency(agency: Agency, *, version: int, by, **fields) -> Agency:
    """Raises ltsa.versions.Stale, and ValidationError like create_agency."""
    before = Agency.objects.get(pk=agency.pk)
    changed = sorted(name for name, value in fields.items() if getattr(before, name) != value)
    for name, value in fields.items():
        setattr(before, name, value)
    before.search_name = company_key(before.name)
    _check(before)
    update_row(agency, version=version, search_name=before.search_name, **fields)
    if changed:
        record("change", agency, fields=changed, by=by)
    return agency


@transaction.atomic
def check_agency(agency: Agency, *, by) -> Agency:
    """Somebody compared the entry with the state's list today, and it is right."""
    update_row(agency, version=agency.version, checked_on=timezone.localdate())
    record("change", agency, fields=["checked_on"], by=by)
    return agency


def count_complaints(agency: Agency, complaints: int) -> None:
    """What cases counted; no change of the entry itself, so its version stays."""
    Agency.objects.filter(pk=agency.pk).exclude(complaints=complaints).update(complaints=complaints)


def _check(agency: Agency) -> None:
    others = Agency.objects.filter(branch__iexact=agency.branch).exclude(pk=agency.pk)
    if others.filter(kind=agency.kind, search_name=agency.search_name).exists():
        raise ValidationError({"name": _("Perusahaan ini sudah ada di daftar.")})
    if agency.licence and others.filter(licence=agency.licence).exists():
        raise ValidationError({"licence": _("Nomor izin ini sudah dipakai perusahaan lain.")})
