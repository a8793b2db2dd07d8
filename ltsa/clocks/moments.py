"""When a clock's due moment and its steps are, in hours of the calendar or of working days."""

from datetime import datetime, timedelta

from ltsa.organisations.workdays import moment_after, working_time_between

from .kinds import KINDS, Span, Step
from .models import Clock, ClockStep


def planned_steps(clock: Clock) -> list[ClockStep]:
    """Its steps by the rule of its kind, in their order, unsaved."""
    steps = []
    for step in KINDS[clock.kind].steps_for(clock.priority):
        at = step_moment(clock, step)
        steps.append(
            ClockStep(
                clock=clock, name=step.name, at=at, try_at=at, workdays=_in_workdays(clock, step)
            )
        )
    return sorted(steps, key=lambda row: row.at)


def step_moment(clock: Clock, step: Step) -> datetime:
    start, due, district = clock.started_at, clock.due_at, clock.district_id
    if step.after is not None:
        return step.after.after(start, district)
    if step.past is not None:
        return step.past.after(due, district)
    if step.before is not None:
        return due - step.before
    share = step.share or 0.0
    if share == 1:
        return due
    if clock.workdays:
        whole = working_time_between(start, due, district)
        return moment_after(start, whole * share, district)
    return start + (due - start) * share


def _in_workdays(clock: Clock, step: Step) -> bool:
    span: Span | None = step.after or step.past
    return span.workdays if span else clock.workdays


def after_pause(
    moment: datetime, paused: datetime, resumed: datetime, *, workdays: bool, district: str | None
) -> datetime:
    """Where a moment lies after a pause: as much (working) time behind its end as it lay behind its beginning."""
    if moment <= paused:
        return moment
    if not workdays:
        return moment + max(resumed - paused, timedelta())
    left = working_time_between(paused, moment, district)
    return max(moment, moment_after(resumed, left, district))
