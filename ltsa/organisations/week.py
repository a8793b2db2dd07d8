"""What decides whether an organisation is open: its hours, its closures, the holidays; read in one statement."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils import timezone

from ltsa.gather import gather

from .hours import LOOK_AHEAD
from .models import Closure, Holiday, OpeningHours, Organisation
from .workdays import free_days


def asked_of(organisations: Iterable[Organisation]) -> tuple:
    """The questions (querysets) whose answers `weeks` takes, so that a page may gather them with its own."""
    ids = [one.pk for one in organisations]
    today = timezone.localdate()
    holidays = Holiday.objects.filter(on__range=(today, today + timedelta(days=LOOK_AHEAD)))
    return (
        OpeningHours.objects.filter(organisation__in=ids),
        Closure.objects.to_come().filter(organisation__in=ids),
        holidays.filter(district__in={one.district_id for one in organisations}),
    )


def weeks(organisations, hours, closures, holidays) -> dict:
    """{organisation's id: (hours, closures to come, holidays ahead)}."""
    today = timezone.localdate()
    own = [(one.district_id, one.on) for one in holidays]
    free = free_days(today, today + timedelta(days=LOOK_AHEAD), own)
    found: dict = {one.pk: ([], [], free.get(one.district_id, free[None])) for one in organisations}
    for row in hours:
        found[row.organisation_id][0].append(row)
    for row in closures:
        found[row.organisation_id][1].append(row)
    return found


def week_of(organisation: Organisation) -> tuple[list[OpeningHours], list[Closure], set[date]]:
    answers = gather(*asked_of([organisation]))
    return weeks([organisation], *answers)[organisation.pk]
