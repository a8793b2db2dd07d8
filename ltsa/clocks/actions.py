"""What can be done to a clock. All run in the caller's transaction, lock the clock's row, and may be repeated."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from .kinds import KINDS
from .models import Clock, ClockStep
from .moments import after_pause, planned_steps


@transaction.atomic
def start_clock(
    kind: str,
    subject,
    *,
    client=None,
    organisation=None,
    district=None,
    owner=None,
    named=(),
    private: bool | None = None,
    priority: str = "",
    started_at: datetime | None = None,
    due_at: datetime | None = None,
    by,
) -> Clock:
    """Start a clock of this kind for `subject` (a row); while one ticks already, that one is returned as it stands.

    `client`: a migrant's UUID. `district`: a row; without one, the organisation's. `private` is the kind's unless said:
    True for everything about a restricted case, with `named` (people beside the owner who may know of it).
    `due_at` only for kinds without a limit, or to set another; a moment that has passed is late from the beginning,
    and its reminders are left out.
    """
    rule = KINDS[kind]
    clock = Clock(
        kind=kind,
        subject=subject.pk,
        client=client,
        organisation=organisation,
        district_id=_district_of(district, organisation),
        owner=owner,
        private=rule.private if private is None else private,
        named=[person.pk for person in named],
        priority=priority,
        started_at=started_at or timezone.now(),
        started_by=by,
    )
    limit = rule.limit_for(priority)
    clock.workdays = due_at is None and limit is not None and limit.workdays
    if due_at is None and limit is None:
        raise ValueError(f"a clock of kind {kind} needs due_at")
    clock.due_at = due_at or limit.after(clock.started_at, clock.district_id)  # type: ignore[union-attr]
    clock.started_at = min(clock.started_at, clock.due_at)
    clock, is_new = _insert(clock)
    if is_new:
        now = timezone.now()
        ClockStep.objects.bulk_create(
            step for step in planned_steps(clock) if not _is_stale_reminder(step, clock, now)
        )
    return clock


def _district_of(district, organisation) -> str | None:
    if district is not None:
        return district.pk
    return organisation.district_id if organisation is not None else None


def _insert(clock: Clock) -> tuple[Clock, bool]:
    """Of two at once, the unique constraint lets one in."""
    (new,) = Clock.objects.bulk_create([clock], ignore_conflicts=True)
    saved = Clock.objects.ticking().get(kind=clock.kind, subject=clock.subject)
    return saved, saved.pk == new.pk


def _is_stale_reminder(step: ClockStep, clock: Clock, now: datetime) -> bool:
    """What should have been said before the clock was set to this moment, and before it is due, is not said at all."""
    return step.at < clock.due_at and step.at < now


@transaction.atomic
def stop_clock(kind: str, subject, *, outcome: str = "", by) -> Clock | None:
    """What it waited for has happened: in time or late, as it stands; or "dropped" when it no longer matters.

    None when no such clock ticks. `by` is None for the system.
    """
    clock = _locked(kind, subject)
    if clock is None:
        return None
    now = timezone.now()
    stood_at = clock.paused_at or now
    clock.state, clock.stopped_at, clock.stopped_by = "stopped", now, by
    clock.outcome = outcome or ("in_time" if stood_at <= clock.due_at else "late")
    clock.paused_at = None
    _save(clock, "stopped_at", "stopped_by", "outcome", "paused_at")
    clock.steps.filter(done_at__isnull=True).update(done_at=now, result="skipped")
    return clock


@transaction.atomic
def pause_clock(kind: str, subject, *, by) -> Clock | None:
    """Time stands still until resume_clock: no step is done. None when no such clock ticks."""
    clock = _locked(kind, subject)
    if clock is not None and clock.paused_at is None:
        clock.state, clock.paused_at = "paused", timezone.now()
        _save(clock, "paused_at")
    return clock


@transaction.atomic
def resume_clock(kind: str, subject, *, by) -> Clock | None:
    """It goes on; its due moment and the steps to come are later by the time it stood. None when no such clock ticks."""
    clock = _locked(kind, subject)
    if clock is None or clock.paused_at is None:
        return clock
    paused, now = clock.paused_at, timezone.now()

    def later(moment: datetime, workdays: bool) -> datetime:
        district = clock.district_id
        return after_pause(moment, paused, now, workdays=workdays, district=district)

    clock.due_at = later(clock.due_at, clock.workdays)
    clock.state, clock.paused_at = "running", None
    _save(clock, "due_at", "paused_at")
    steps = list(clock.steps.filter(done_at__isnull=True))
    for step in steps:
        step.at = step.try_at = later(step.at, step.workdays)
    ClockStep.objects.bulk_update(steps, ["at", "try_at"])
    return clock


@transaction.atomic
def move_clock(kind: str, subject, *, due_at: datetime, by) -> Clock | None:
    """Another due moment; steps that are not done yet move along, done ones stay done. None when no such clock ticks.

    Whoever wants all steps again stops the clock and starts a new one.
    """
    clock = _locked(kind, subject)
    if clock is None or clock.due_at == due_at:
        return clock
    clock.due_at, clock.started_at = due_at, min(clock.started_at, due_at)
    _save(clock, "due_at", "started_at")
    now, planned = timezone.now(), {step.name: step for step in planned_steps(clock)}
    steps = [step for step in clock.steps.filter(done_at__isnull=True) if step.name in planned]
    for step in steps:
        step.at = step.try_at = planned[step.name].at
        if _is_stale_reminder(step, clock, now):
            step.done_at, step.result = now, "skipped"
    ClockStep.objects.bulk_update(steps, ["at", "try_at", "done_at", "result"])
    return clock


@transaction.atomic
def hold_steps(kind: str, subject, shut) -> int:
    """No step of it is done in these times, [(from, until)]: it waits for their end; how many wait."""
    clock = _locked(kind, subject) if shut else None
    held = []
    for step in clock.steps.filter(done_at__isnull=True) if clock else ():
        at = next((ends for begins, ends in shut if begins <= step.at < ends), step.at)
        if at != step.at:
            step.at = step.try_at = at
            held.append(step)
    ClockStep.objects.bulk_update(held, ["at", "try_at"])
    return len(held)


@transaction.atomic
def drop_clocks(kind: str, subjects, *, by) -> int:
    """Many at once no longer matter: `subjects` are UUIDs, or a query of them; how many there were."""
    rows = Clock.objects.ticking().filter(kind=kind, subject__in=subjects)
    ids, now = list(rows.select_for_update().values_list("pk", flat=True)), timezone.now()
    ClockStep.objects.filter(clock__in=ids, done_at__isnull=True).update(
        done_at=now, result="skipped"
    )
    return Clock.objects.filter(pk__in=ids).update(
        state="stopped", stopped_at=now, stopped_by=by, outcome="dropped", paused_at=None
    )


@transaction.atomic
def entrust_clocks(*subjects, owner, organisation=None, by) -> int:
    """All ticking clocks of these rows belong to another person now (and house); how many there were."""
    changes = {"owner": owner} | ({"organisation": organisation} if organisation else {})
    rows = Clock.objects.ticking().about(*(subject.pk for subject in subjects))
    return rows.update(**changes)


@transaction.atomic
def seclude_clocks(*subjects, named, by) -> int:
    """These rows became restricted: of their clocks only the owner and the `named` people may know."""
    rows = Clock.objects.about(*(subject.pk for subject in subjects))
    return rows.update(private=True, named=[person.pk for person in named])


def _locked(kind: str, subject) -> Clock | None:
    rows = Clock.objects.ticking().select_for_update()
    return rows.filter(kind=kind, subject=subject.pk).first()


def _save(clock: Clock, *fields: str) -> None:
    clock.version += 1
    clock.save(update_fields=["state", "version", *fields])
