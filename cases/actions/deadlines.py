"""Which clocks tick for a case, after each thing that was done to it (domain 4.3). Of referrals: referral_clocks.py.

Called in the transaction of what was done, with the row as it stands afterwards. All may be repeated.
"""

from datetime import date, datetime, time

from django.utils import timezone

from ltsa.clocks.actions import (
    entrust_clocks,
    move_clock,
    pause_clock,
    resume_clock,
    start_clock,
    stop_clock,
)
from ltsa.clocks.models import Clock

from ..codes.clock import OF_THE_CASE, PAUSED_BY_WAITING, CaseClock
from ..mediation_course import CLARIFICATIONS
from ..models import ActionStep, Case, Promise, Referral
from ..transitions import (
    FULFILLED,
    OPEN_CASE,
    OWED,
    PAUSING,
    UNVERIFIED,
)


def start_case_clocks(case: Case, *, by) -> None:
    _start(CaseClock.VERIFICATION, case, case, owner=case.owner, since=case.opened_at, by=by)
    _tend_review(case, by=by)


def tend_case_clocks(case: Case, *, by) -> None:
    """After each move of the case."""
    if case.state not in UNVERIFIED:
        stop_clock(CaseClock.VERIFICATION, case, by=by)
    if case.state in PAUSING:
        _start(CaseClock.WAITING, case, case, owner=case.owner, since=case.state_since, by=by)
        for clock in _paused_by_waiting(case):
            pause_clock(clock.kind, _Subject(clock.subject), by=by)
    elif stop_clock(CaseClock.WAITING, case, by=by):
        for clock in _paused_by_waiting(case):
            resume_clock(clock.kind, _Subject(clock.subject), by=by)
    tend_tasks(case, by=by)


class _Subject:
    """What the clocks ask of a row."""

    def __init__(self, pk):
        self.pk = pk


def _paused_by_waiting(case: Case) -> list[Clock]:
    return list(_of_parts(case).filter(kind__in=PAUSED_BY_WAITING))


def _of_parts(case: Case):
    """Ticking clocks of the case itself, of its tasks and of its promises."""
    steps = ActionStep.objects.filter(case=case).values_list("pk", flat=True)
    promises = Promise.objects.filter(mediation__case=case).values_list("pk", flat=True)
    kinds = (*OF_THE_CASE, CaseClock.TASK, CaseClock.PROMISE, CaseClock.COMMITMENT)
    return Clock.objects.ticking().filter(kind__in=kinds).about(case.pk, *steps, *promises)


def tend_tasks(case: Case, *, by) -> None:
    """One clock for each open task that is not frozen, while the case is open; without one the case's own next day."""
    of_case = ActionStep.objects.filter(case=case).defer("text", "result")
    clocks = Clock.objects.ticking().filter(kind=CaseClock.TASK, subject__in=of_case.values("pk"))
    ticking = {clock.subject: clock for clock in clocks}
    open_steps = of_case.open().filter(frozen_at=None).select_related("who")
    going = {step.pk: step for step in open_steps} if case.state in OPEN_CASE else {}
    for step in of_case.filter(pk__in=ticking.keys() - going.keys()):
        outcome = "" if step.state in FULFILLED else "dropped"
        stop_clock(CaseClock.TASK, step, outcome=outcome, by=by)
    for step in going.values():
        clock = ticking.get(step.pk)
        _keep(CaseClock.TASK, step, case, clock, due_on=step.due_on, owner=step.who, by=by)
        if clock is not None and clock.owner_id != step.who_id:
            entrust_clocks(step, owner=step.who, by=by)
    _tend_review(case, by=by)


def _tend_review(case: Case, *, by) -> None:
    day = case.next_action_on
    if (
        day is None
        or case.state not in OPEN_CASE
        or ActionStep.objects.filter(case=case).open().exists()
    ):
        stop_clock(CaseClock.REVIEW, case, outcome="dropped", by=by)
        return
    clock = Clock.objects.ticking().about(case.pk).filter(kind=CaseClock.REVIEW).first()
    _keep(CaseClock.REVIEW, case, case, clock, due_on=day, owner=case.owner, by=by)


def _keep(kind: str, subject, case: Case, clock: Clock | None, *, due_on, owner, by) -> None:
    """It is due at the end of this day. A later day is a new clock with all its steps; an earlier one moves it.

    What became due while the client was waited for keeps the later moment that the pause gave it.
    """
    due_at = end_of(due_on)
    if clock is not None and clock.due_at < due_at:
        stop_clock(kind, subject, outcome="dropped", by=by)
        clock = None
    if clock is None:
        _start(kind, subject, case, owner=owner, due_at=due_at, by=by)
        if case.state in PAUSING:
            pause_clock(kind, subject, by=by)
    elif due_at < clock.due_at and due_at > timezone.now():
        move_clock(kind, subject, due_at=due_at, by=by)


def end_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(23, 59)))


def _start(kind: str, subject, case: Case, *, owner, since=None, due_at=None, by) -> Clock:
    return start_clock(
        kind,
        subject,
        client=None if case.restricted else case.migrant_id,
        organisation=case.organisation,
        owner=owner,
        private=case.restricted,
        named=team(case) if case.restricted else (),
        priority=case.priority,
        started_at=since,
        due_at=due_at,
        by=by,
    )


def team(case: Case) -> list:
    return [member.user for member in case.members.current()]


def entrust_case_clocks(case: Case, *, by) -> None:
    """Its owner, its house or its team is another, or it became restricted: so are those of its clocks."""
    Clock.objects.ticking().about(case.pk).filter(kind__in=OF_THE_CASE).update(owner=case.owner)
    _of_parts(case).update(organisation=case.organisation, district=case.organisation.district_id)
    if case.restricted:
        named = [person.pk for person in team(case)]
        _of_parts(case).update(private=True, named=named, client=None)
        sent = Referral.objects.filter(case=case).values("pk")
        theirs = Clock.objects.ticking().filter(subject__in=sent)
        theirs.update(private=True, client=None)
    tend_tasks(case, by=by)


def start_promise_clock(promise: Promise, *, by) -> None:
    """Of the mediator, where she works with the portal; else of whoever works on the case."""
    case, mediator = promise.mediation.case, promise.mediation.mediator
    due_at = end_of(promise.due_on)
    _start(kind_of(promise), promise, case, owner=mediator or case.owner, due_at=due_at, by=by)


def kind_of(promise: Promise) -> CaseClock:
    second = promise.hearing.meeting in CLARIFICATIONS[1:]
    return CaseClock.COMMITMENT if second else CaseClock.PROMISE


def tend_promise_clock(promise: Promise, *, by) -> None:
    """Kept or broken: it stops. A payment was voided: it goes on, as long as the day lies ahead."""
    if promise.state not in OWED:
        stop_clock(kind_of(promise), promise, by=by)
    elif promise.due_on >= timezone.localdate():
        start_promise_clock(promise, by=by)
