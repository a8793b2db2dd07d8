"""Who may close a case, and from which day a legal reason may be used (domain 1.3; Perban BP2MI 6/2024 art 30)."""

from datetime import date, timedelta

from django.utils import timezone

from ltsa.access import Permission
from ltsa.accounts.models import User

from .codes import ClosingReason
from .models import Case

DAYS = {ClosingReason.DOCUMENTS_30: 30, ClosingReason.UNREACHABLE_60: 60}
MONTHS_UNSOLVED = 6


def worker(case: Case):
    """Whose work the closing is about: who asked for it, else who owns the case. Her id, or None."""
    return case.closing_asked_by_id or case.owner_id


def others_who_close(case: Case, user):
    """The other people of the case's house who may close it; of a restricted case those of its team alone."""
    people = User.objects.holding(Permission.CASE_CLOSE).working_for(case.organisation)
    if case.restricted:
        people = people.filter(pk__in=case.members.current().values("user"))
    return people.exclude(pk=user.pk)


def may_close(case: Case, user) -> bool:
    """Another than the worker who holds the permission; in an office of one the worker, with a reason."""
    if user.can(Permission.CASE_CLOSE) and worker(case) != user.pk:
        return True
    return is_alone(case, user)


def is_alone(case: Case, user) -> bool:
    """Nobody else of the house may close it: then she may, and has to say why (it is listed for the chair)."""
    return not others_who_close(case, user).exists()


def earliest(case: Case, reason: str) -> date | None:
    """The first day on which this reason may be used, or None when it needs no waiting.

    30 days from the registration for missing documents; 60 days from the last contact, as long as she has been waited
    for; 6 months from the day the case was last taken on.
    """
    if reason == ClosingReason.DOCUMENTS_30:
        return _day(case.opened_at) + timedelta(days=DAYS[reason])
    if reason == ClosingReason.UNREACHABLE_60:
        return _day(case.state_since) + timedelta(days=DAYS[reason])
    if reason == ClosingReason.UNSOLVABLE_6M:
        return _months_after(_day(case.started_at or case.opened_at), MONTHS_UNSOLVED)
    return None


def _day(moment) -> date:
    return timezone.localtime(moment).date()


def _months_after(start: date, months: int) -> date:
    """The same day of a later month; the first of the next one where that month is shorter."""
    year, month = divmod(start.month - 1 + months, 12)
    try:
        return start.replace(year=start.year + year, month=month + 1)
    except ValueError:
        return date(start.year + year + month // 11, (month + 1) % 12 + 1, 1)
