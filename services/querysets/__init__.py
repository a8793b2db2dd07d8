"""Which rows a person may see, a file a subject. Every page, API, search, export, figure and message starts here."""

from .consent import AccessGrantQuerySet, ConsentQuerySet
from .migrant import MigrantQuerySet
from .parts import (
    BookQuerySet,
    DocumentQuerySet,
    JourneyQuerySet,
    MembershipQuerySet,
    MergeQuerySet,
    OfficeQuerySet,
    VisitQuerySet,
)
from .session import AppointmentQuerySet, CourseQuerySet, SessionQuerySet

__all__ = [
    "AccessGrantQuerySet",
    "AppointmentQuerySet",
    "BookQuerySet",
    "ConsentQuerySet",
    "CourseQuerySet",
    "DocumentQuerySet",
    "JourneyQuerySet",
    "MembershipQuerySet",
    "MergeQuerySet",
    "MigrantQuerySet",
    "OfficeQuerySet",
    "SessionQuerySet",
    "VisitQuerySet",
]
