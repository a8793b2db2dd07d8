"""Who may close a case, and from which day a legal reason may be used (domain 1.3; Perban BP2MI 6/2024 art 30)."""

from datetime import date, timedelta

from django.db.models import Exists, Q
from django.utils import timezone

from ltsa.access import Permission
from ltsa.accounts.models import AgencyTie, Posting, User
from ltsa.accounts.second_person import approvers, may_approve
from ltsa.timeline.models import Event
from services.locks import not_shut_out

from .codes import ClosingReason
from .models import Case, ConflictLock

DAYS: dict[str, int] = {ClosingReason.DOCUMENTS_30: 30, ClosingReason.UNREACHABLE_60: 60}
MONTHS_UNSOLVED = 6


def worker(case: Case):
    """Whose work the closing is about: who asked for it, else who owns the case. Her id, or None."""
    return case.closing_asked_by_id or case.owner_id


def is_second(case: Case, user) -> bool:
    """She holds the permission, it is another's work, and not one of somebody who invited her (grade a, domain 4.1).

    Where nobody is known to have done it, nobody is second.
    """
    return user.can(Permission.CASE_CLOSE) and may_approve(user, worker_ids=[worker(case)])


def may_close(case: Case, user) -> bool:
    """The second person; in an office of one she who is there, with a reason."""
    return is_second(case, user) or is_alone(case, user)


def closes_alone(case: Case, user) -> bool:
    """She has to say why nobody else looked at it."""
    return (not is_second(case, user) or gave_it_away(case, user)) and is_alone(case, user)


def is_alone(case: Case, user) -> bool:
    """Nobody else of the house may close it: then she may, and has to say why (it is listed for the chair)."""
    if (known := getattr(case, "others_close", None)) is not None:
        return not known
    return not others_who_close(case, user).exists()


def others_who_close(case: Case, user):
    """The other people of the case's house who may close it: none whom she who worked on it invited.

    Of a restricted case those too who are not on its team: they are brought onto it first (actions/team.py).
    """
    people = User.objects.holding(Permission.CASE_CLOSE).working_for(case.organisation)
    others = User.objects.filter(pk__in=people.values("pk")).exclude(pk=user.pk)
    others = approvers(others, worker_ids=[worker(case) or user.pk])
    if _locked_by(user, case.migrant_id, others):
        return others
    return not_shut_out(others, case.migrant_id)


def approves_alone(plan, user) -> bool:
    """Nobody else of the house may approve this plan (grade a): then its writer may, and has to say why."""
    people = User.objects.holding(Permission.CASE_CLOSE).working_for(plan.case.organisation)
    others = User.objects.filter(pk__in=people.values("pk")).exclude(pk=user.pk)
    others = approvers(others, worker_ids=[plan.written_by_id])
    if not _locked_by(user, plan.case.migrant_id, others):
        others = not_shut_out(others, plan.case.migrant_id)
    return not others.exists()


def with_others(cases, user):
    """Ordinary cases of a list, with what `is_alone` asks of her own house told once for all of them.

    Whom a lock shuts out of one of them is not asked here: the list may leave the button out, the verb knows.
    """
    here = User.objects.holding(Permission.CASE_CLOSE).working_for(user.posting.organisation)
    return cases.annotate(others_close=Exists(here.exclude(pk=user.pk)))


def _locked_by(user, client, others) -> bool:
    """Nobody makes herself an office of one: whom she locked out herself is still her second person."""
    hers = ConflictLock.objects.filter(case__migrant=client, by=user, lifted_at=None)
    ties = AgencyTie.objects.filter(user__in=others.values("pk"), ended_at=None)
    posted = Posting.objects.current().filter(user__in=others.values("pk"))
    shut = Q(user__in=others.values("pk")) | Q(agency__in=ties.values("agency"))
    return hers.filter(shut | Q(village__in=posted.values("village"))).exists()


def gave_it_away(case: Case, user) -> bool:
    """Nobody has asked for the closing, and she handed the case on herself: she is no second person to her own work."""
    if case.closing_asked_by_id is not None:
        return False
    given = Event.objects.filter(subject=case.pk, verb="reassign.case", by=user, detail__own=True)
    return given.filter(at__gte=case.started_at or case.opened_at).exists()


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
