"""For the sake of which record a client's number is shown: her sessions and appointments, and what upper rooms add.

@ties
def of_cases(migrant, user): -> querysets of rows that this reader may see
"""

from collections.abc import Callable, Iterator

from django.utils import timezone
from django.utils.formats import date_format

from ltsa.audit.names import subject_name

from .models import Appointment, CounsellingSession, Migrant

NEWEST = 10  # of each kind
FINDERS: list[Callable] = []


def ties(find: Callable) -> Callable:
    FINDERS.append(find)
    return find


@ties
def of_services(migrant: Migrant, user) -> Iterator:
    yield Appointment.objects.visible_to(user).filter(migrant=migrant).order_by("-at")
    sessions = CounsellingSession.objects.visible_to(user).filter(migrant=migrant)
    yield sessions.order_by("-started_at")


def ties_of(migrant: Migrant, user) -> list:
    """The newest records of hers that this reader may see."""
    return [row for find in FINDERS for rows in find(migrant, user) for row in rows[:NEWEST]]


def tie_label(row) -> str:
    """What it is, and by which code or moment the officer knows it."""
    what = subject_name(row._meta.label_lower).capitalize()
    if isinstance(row, Appointment):
        at = date_format(timezone.localtime(row.at), "SHORT_DATETIME_FORMAT")
        return f"{what}: {at}"
    return f"{what}: {row.code}"
