"""Do the steps that are due. The wake-up may be missed, doubled or killed: due moments and done steps stand in PostgreSQL.

A step's effect and its `done_at` are one transaction, so a worker that dies takes both with it and the next one does
the step. When the wall clock jumps forward, steps that became due at once are done in their order; when it jumps
back, what is done stays done. The act of a failing step is tried again later; other clocks, and later steps of the
same clock, do not wait for it.
"""

import logging
import time
from datetime import timedelta
from traceback import format_tb

from celery import shared_task
from django.db import connection, transaction
from django.utils import timezone

from .kinds import KINDS
from .models import ClockStep

log = logging.getLogger(__name__)

BATCH = 50
WORK_SECONDS = 25  # the next wake-up goes on
BACK_OFF = [
    1,
    5,
    15,
    60,
    240,
]  # minutes to the next try; the last one for ever: a deadline is not given up


@shared_task(name="clocks.tick")
def tick() -> None:
    """Safe to repeat, beside itself, and to kill."""
    until = time.monotonic() + WORK_SECONDS
    while do_batch(until) and time.monotonic() < until:
        pass


def do_batch(until: float) -> int:
    """How many steps were worked on. Two at once take different clocks."""
    due = ClockStep.objects.due(timezone.now()).values_list("pk", flat=True)
    worked = 0
    for step_id in list(due[:BATCH]):
        if time.monotonic() > until:
            break
        worked += do_step(step_id)
    return worked


def do_step(step_id: int) -> bool:
    """One step in one transaction, unless somebody has its clock or it is not due any more."""
    with transaction.atomic():
        now = timezone.now()
        waiting = ClockStep.objects.due(now).filter(pk=step_id).select_related("clock")
        step = waiting.select_for_update(skip_locked=True, of=("self", "clock")).first()
        if step is None:
            return False
        try:
            with transaction.atomic():
                clock = step.clock
                KINDS[clock.kind].step(step.name, clock.priority).act(clock, step)
        except Exception as error:
            if connection.needs_rollback:
                raise  # the connection is gone: all of it is taken back, and tried at the next wake-up
            _postpone(step, now, error)
        else:
            step.done_at, step.result = now, "done"
            step.save(update_fields=["done_at", "result"])
    return True


def _postpone(step: ClockStep, now, error: Exception) -> None:
    # Where, and never the words: an error quotes what it stumbled over, a name or a NIK.
    where = "".join(format_tb(error.__traceback__))
    log.error("step %s of clock %s failed: %s\n%s", step.name, step.clock_id, type(error).__name__, where)  # fmt: skip
    step.try_at = now + timedelta(minutes=BACK_OFF[min(step.attempts, len(BACK_OFF) - 1)])
    step.attempts = min(step.attempts + 1, 32_000)
    step.save(update_fields=["try_at", "attempts"])
