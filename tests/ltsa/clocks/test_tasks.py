import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from ltsa.clocks import tasks
from ltsa.clocks.actions import pause_clock, start_clock, stop_clock
from ltsa.clocks.kinds import Step, hours, kind
from ltsa.clocks.models import ClockStep
from ltsa.clocks.tasks import tick
from ltsa.notifications.actions import notify
from ltsa.notifications.models import Notification

LONG_AGO = timedelta(hours=11)


@pytest.fixture
def office(cast):
    return cast["meja.cirebon"].posting.organisation


@pytest.fixture
def begin(office):
    """A clock of ten hours, started a while ago."""

    def start(code="t_hours", ago=LONG_AGO):
        # Set when it started: the reminder was still to come then.
        clock = start_clock(code, office, organisation=office, by=None)
        for row in (clock, *clock.steps.all()):
            for name in ("started_at", "due_at", "at", "try_at"):
                if hasattr(row, name):
                    setattr(row, name, getattr(row, name) - ago)
            row.save()
        return clock

    return start


def test_only_what_is_due_is_done(begin, acts):
    begin(ago=timedelta(hours=6))
    tick()
    assert acts == [("t_hours", "half")]


def test_after_a_jump_the_steps_are_done_in_their_order_and_never_again(begin, acts):
    clock = begin()
    tick()
    tick()
    assert acts == [("t_hours", "half"), ("t_hours", "due")]
    assert set(clock.steps.values_list("result", flat=True)) == {"done"}


def test_a_wall_clock_that_jumps_back_undoes_nothing(begin, acts, monkeypatch):
    begin()
    tick()
    past = timezone.now() - timedelta(days=3)
    monkeypatch.setattr(tasks.timezone, "now", lambda: past)
    tick()
    monkeypatch.undo()
    tick()
    assert len(acts) == 2


def test_a_paused_and_a_stopped_clock_do_nothing(begin, acts, office):
    begin()
    pause_clock("t_hours", office, by=None)
    begin("t_other")
    stop_clock("t_other", office, by=None)
    tick()
    assert acts == []


def test_an_act_that_raises_is_tried_again_later_and_blocks_nobody(begin, acts, caplog):
    clock = begin()
    begin("t_other")
    acts.fail = frozenset({"half"})
    tick()
    assert sorted(acts) == sorted((k, s) for k in ("t_hours", "t_other") for s in ("half", "due"))
    step = clock.steps.get(name="half")
    assert (step.done_at, step.attempts) == (None, 1)
    assert step.try_at > timezone.now() + timedelta(seconds=50)
    assert "RuntimeError" in caplog.text
    assert "Suharti" not in caplog.text
    tick()
    assert len(acts) == 4

    acts.fail = frozenset()
    ClockStep.objects.filter(pk=step.pk).update(try_at=timezone.now())
    tick()
    assert acts[4:] == [("t_hours", "half")]


def test_the_delay_grows_and_never_ends(begin, acts):
    clock = begin(ago=timedelta(hours=6))
    acts.fail = frozenset({"half"})
    waits = []
    for _ in range(7):
        ClockStep.objects.filter(clock=clock, name="half").update(try_at=timezone.now())
        tick()
        step = clock.steps.get(name="half")
        waits.append(round((step.try_at - timezone.now()).total_seconds() / 60))
    assert waits == [1, 5, 15, 60, 240, 240, 240]


def test_what_a_failing_act_wrote_is_taken_back(begin, cast):
    def half_way(clock, step):
        notify([cast["meja.cirebon"]], "clock_late", subject=clock.subject)
        raise RuntimeError

    kind("t_breaks", "Contoh", limit=hours(10), steps=(Step("due", half_way, share=1),))
    begin("t_breaks")
    tick()
    assert not Notification.objects.filter(kind="clock_late").exists()


@pytest.mark.django_db(transaction=True)
def test_two_ticks_at_once_do_each_step_once(begin, acts):
    begin()
    begin("t_other")

    def run():
        tick()
        connection.close()

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    tick()
    assert sorted(acts) == sorted((k, s) for k in ("t_hours", "t_other") for s in ("half", "due"))
    assert acts.index(("t_hours", "half")) < acts.index(("t_hours", "due"))


@pytest.mark.django_db(transaction=True)
def test_a_clock_that_somebody_holds_is_left_for_the_next_tick(begin, acts, office):
    begin()
    with transaction.atomic():
        pause_clock("t_hours", office, by=None)
        thread = threading.Thread(target=lambda: (tick(), connection.close()))
        thread.start()
        thread.join()
        transaction.set_rollback(True)
    assert acts == []
    tick()
    assert len(acts) == 2
