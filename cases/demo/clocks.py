"""The deadlines of the cases and referrals that are open today; what they said before today is on the timeline."""

from datetime import datetime, timedelta

from django.db.models import Model

from ltsa.clocks.kinds import KINDS
from ltsa.clocks.models import Clock
from ltsa.clocks.moments import planned_steps
from ltsa.demo.rows import insert
from ltsa.demo.stage import Chance, Stage, loads
from ltsa.demo.traces import event

from ..actions.deadlines import end_of, kind_of
from ..codes.clock import CaseClock
from ..models import ActionStep, Case, Promise, Referral
from ..transitions import BEGUN, LIVE, PAUSING, UNANSWERED, UNMET, UNVERIFIED
from . import mediations, plans  # noqa: F401 (cases, their tasks and promises first)


@loads(Clock)
def load_clocks(stage: Stage) -> dict[str, int]:
    rows, clocks = [], _of_cases() + _of_parts() + _of_referrals(stage)
    for clock in clocks:
        rows += _steps(clock, stage)
    insert([*clocks, *rows])
    return {"tenggat": len(clocks)}


def _of_cases() -> list[Clock]:
    clocks = []
    with_tasks = set(ActionStep.objects.open().values_list("case", flat=True))
    cases = Case.objects.open().select_related("owner").prefetch_related("members")
    for case in cases.defer("account").order_by("opened_at", "pk"):
        if case.state in UNVERIFIED:
            clocks.append(_clock(CaseClock.VERIFICATION, case, case, case.owner_id, case.opened_at))
        if case.state in PAUSING:
            clocks.append(_clock(CaseClock.WAITING, case, case, case.owner_id, case.state_since))
        if case.next_action_on and case.pk not in with_tasks:
            since, due = case.state_since, end_of(case.next_action_on)
            clocks.append(_clock(CaseClock.REVIEW, case, case, case.owner_id, since, due))
    return clocks


def _of_parts() -> list[Clock]:
    of_open = Case.objects.open().values("pk")
    tasks = ActionStep.objects.open().filter(case__in=of_open, frozen_at=None)
    tasks = (
        tasks.select_related("case").prefetch_related("case__members").order_by("added_at", "pk")
    )
    clocks = [
        _clock(CaseClock.TASK, task, task.case, task.who_id, task.added_at, end_of(task.due_on))
        for task in tasks
    ]
    owed = Promise.objects.owed().select_related("mediation__case", "hearing")
    for promise in owed.prefetch_related("mediation__case__members").order_by("due_on", "pk"):
        case, due = promise.mediation.case, end_of(promise.due_on)
        owner = promise.mediation.mediator_id or case.owner_id
        clocks.append(_clock(kind_of(promise), promise, case, owner, promise.hearing.at, due))
    return clocks


def _of_referrals(stage: Stage) -> list[Clock]:
    clocks = []
    waiting = Referral.objects.filter(state__in=LIVE).select_related("case")
    for row in waiting.defer("snapshot", "needs").order_by("sent_at", "pk"):
        if row.state in UNANSWERED:
            kind, owner, since, due = CaseClock.ANSWER, row.claimed_by_id, row.sent_at, row.due_at
        elif row.state in UNMET:
            kind, owner, since, due = CaseClock.CONTACT, row.answered_by_id, row.answered_at, None
        else:
            # As if its partner had told something of it this week.
            kind = CaseClock.NEWS if row.state in BEGUN else CaseClock.CLOSING
            week = Chance(f"news/{row.pk}").randrange(1, 7)
            owner, due = row.answered_by_id, None
            since = max(row.answered_at or row.created_at, stage.now - timedelta(days=week))
        clock = _clock(kind, row, row.case, owner, since or row.created_at, due)
        clock.organisation_id, clock.priority, clock.named = row.to_id, row.priority, []
        clocks.append(clock)
    return clocks


def _clock(
    kind: CaseClock, subject: Model, case: Case, owner, since: datetime, due: datetime | None = None
) -> Clock:
    limit = KINDS[kind].limit_for(case.priority)
    if isinstance(subject, Referral):
        limit = KINDS[kind].limit_for(subject.priority)
    if due is None:
        if limit is None:
            raise LookupError(kind)
        due = limit.after(since, case.district_id)
    still = kind in (CaseClock.TASK, CaseClock.REVIEW) and case.state in PAUSING
    team = [str(one.user_id) for one in case.members.all() if one.until is None]
    return Clock(
        id=Chance(f"clock/{kind}/{subject.pk}").id(),
        kind=kind,
        subject=subject.pk,
        client=None if case.restricted else case.migrant_id,
        organisation_id=case.organisation_id,
        district_id=case.district_id,
        owner_id=owner,
        private=case.restricted,
        named=team if case.restricted else [],
        priority=case.priority,
        workdays=limit is not None and limit.workdays,
        started_at=min(since, due),
        due_at=due,
        state="paused" if still else "running",
        paused_at=case.state_since if still else None,
    )


def _steps(clock: Clock, stage: Stage) -> list[Model]:
    """Steps whose moment has passed are done, with their line on the timeline."""
    chance, steps, lines = Chance(f"clock steps/{clock.pk}"), planned_steps(clock), []
    until = clock.paused_at or stage.now
    for step in steps:
        if step.at <= until:
            step.done_at, step.result = step.at, "done" if step.at > clock.started_at else "skipped"
            detail = {"kind": clock.kind, "step": step.name}
            if step.result == "done":
                verb = f"clock.{clock.kind}_{step.name}"
                lines.append(
                    event(chance, verb, clock.subject, step.at, None, client=clock.client, **detail)
                )
    if clock.kind in (CaseClock.TASK, CaseClock.PROMISE, CaseClock.COMMITMENT):
        return list(steps)  # their lines would stand on the case
    return [*steps, *lines]
