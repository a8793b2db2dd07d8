"""What a desk promises, from a day on; an old promise is ended, never rewritten."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.versions import update_row

from ..models import ServicePoint, ServiceStandard
from ..usual_standards import REQUIREMENTS, USUAL

# What a visit was measured by must stay as it was; the words around it may be put better.
WORDS = ("name", "cost", "requirements", "product")


@transaction.atomic
def create_standard(desk: ServicePoint, *, by, **fields) -> ServiceStandard:
    """Publish a service of this desk. Raises ValidationError for a second one of the same name."""
    _check_name(desk, fields["name"])
    standard = ServiceStandard.objects.create(desk=desk, **fields)
    record("create", standard, fields=sorted(fields), by=by)
    return standard


@transaction.atomic
def take_usual_standards(desks, *, by) -> int:
    """For each of these desks that promises nothing yet what desks usually promise; how many were written."""
    written = 0
    for desk in desks:
        if ServiceStandard.objects.current().filter(desk=desk).exists():
            continue
        for usual in USUAL.get(desk.desk, ()):
            fields = usual._asdict() | {
                "requirements": REQUIREMENTS,
                "starts_on": timezone.localdate(),
            }
            create_standard(desk, by=by, **fields)
            written += 1
    return written


@transaction.atomic
def change_standard(standard: ServiceStandard, *, version: int, by, **fields) -> ServiceStandard:
    """Put its words better. Raises ltsa.versions.Stale; another promised time is a new standard."""
    words = {name: fields[name] for name in WORDS if name in fields}
    _check_name(standard.desk, words.get("name", standard.name), besides=standard)
    changed = sorted(name for name, value in words.items() if getattr(standard, name) != value)
    update_row(standard, version=version, **words)
    if changed:
        record("change", standard, fields=changed, by=by)
    return standard


@transaction.atomic
def end_standard(standard: ServiceStandard, *, on: date | None = None, by) -> ServiceStandard:
    """The service or its promise ends with that day; visits of before keep it."""
    if standard.ends_on is None:
        standard.ends_on = max(on or timezone.localdate(), standard.starts_on)
        standard.version += 1
        standard.save(update_fields=["ends_on", "version"])
        record("change", standard, fields=["ends_on"], by=by)
    return standard


def _check_name(desk: ServicePoint, name: str, besides: ServiceStandard | None = None) -> None:
    same = ServiceStandard.objects.current().filter(desk=desk, name__iexact=name.strip())
    if besides is not None:
        same = same.exclude(pk=besides.pk)
    if same.exists():
        raise ValidationError({"name": _("Layanan dengan nama ini sudah ada di loket ini.")})
