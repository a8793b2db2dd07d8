from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from ltsa.clocks import actions
from ltsa.clocks.actions import move_clock, pause_clock, resume_clock, start_clock, stop_clock
from ltsa.clocks.models import Clock
from ltsa.organisations.models import Holiday


def november(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=timezone.get_default_timezone())


FRIDAY = november(20, 10)
WEDNESDAY = november(25, 10)


@pytest.fixture
def office(cast):
    return cast["meja.cirebon"].posting.organisation


@pytest.fixture
def at(monkeypatch):
    """`at(moment)`: the wall clock of the actions shows it."""

    def show(moment):
        monkeypatch.setattr(actions.timezone, "now", lambda: moment)

    return show


def begin(code, office, cast, **told):
    return start_clock(code, office, organisation=office, by=cast["meja.cirebon"], **told)


def moments(clock):
    return {step.name: step.at for step in clock.steps.filter(done_at=None)}


def test_a_limit_in_hours_with_its_two_steps(office, cast, at):
    at(FRIDAY)
    clock = begin("t_hours", office, cast)
    assert clock.due_at == FRIDAY + timedelta(hours=10)
    assert moments(clock) == {"half": FRIDAY + timedelta(hours=5), "due": clock.due_at}


def test_working_days_skip_the_weekend_and_the_districts_holiday(office, cast, at):
    at(FRIDAY)
    clock = begin("t_work", office, cast, priority="n")
    assert clock.due_at == WEDNESDAY
    assert moments(clock)["half"] == november(23, 22)
    stop_clock("t_work", office, by=None)
    Holiday.objects.create(district=office.district, on="2026-11-24", name="Hari jadi contoh")
    assert begin("t_work", office, cast, priority="n").due_at == WEDNESDAY + timedelta(days=1)


def test_limit_and_steps_follow_the_priority(office, cast, at):
    at(FRIDAY)
    urgent = begin("t_steps", office, cast, priority="e")
    assert moments(urgent) == {
        "call": FRIDAY + timedelta(hours=1),
        "escalate": FRIDAY + timedelta(hours=24),
    }
    stop_clock("t_steps", office, by=None)
    normal = begin("t_steps", office, cast, priority="n")
    assert moments(normal) == {"remind": WEDNESDAY, "escalate": FRIDAY + timedelta(days=14)}


def test_a_second_start_returns_the_clock_that_ticks(office, cast):
    first = begin("t_hours", office, cast)
    assert begin("t_hours", office, cast) == first
    assert first.steps.count() == 2
    stop_clock("t_hours", office, by=None)
    assert begin("t_hours", office, cast) != first


def test_a_reminder_of_a_moment_that_has_passed_is_left_out(office, cast, at):
    at(FRIDAY)
    clock = begin("t_date", office, cast, due_at=FRIDAY + timedelta(hours=14))
    assert set(moments(clock)) == {"head"}


def test_a_clock_whose_day_has_passed_is_late_from_the_beginning(office, cast, at):
    at(FRIDAY)
    clock = begin("t_open", office, cast, due_at=FRIDAY - timedelta(days=1))
    assert clock.started_at == clock.due_at
    assert "due" in moments(clock)
    assert clock.private


def test_without_a_limit_someone_must_say_when(office, cast):
    with pytest.raises(ValueError, match="due_at"):
        begin("t_open", office, cast)


@pytest.mark.parametrize(
    ("hours_later", "told", "outcome"),
    [(10, "", "in_time"), (11, "", "late"), (11, "dropped", "dropped")],
)
def test_stopping_says_how_it_ended(office, cast, at, hours_later, told, outcome):
    at(FRIDAY)
    begin("t_hours", office, cast)
    at(FRIDAY + timedelta(hours=hours_later))
    clock = stop_clock("t_hours", office, outcome=told, by=cast["meja.cirebon"])
    assert (clock.state, clock.outcome) == ("stopped", outcome)
    assert not moments(clock)
    assert set(clock.steps.values_list("result", flat=True)) == {"skipped"}
    assert stop_clock("t_hours", office, by=None) is None


def test_a_pause_moves_what_is_to_come(office, cast, at):
    at(FRIDAY)
    begin("t_hours", office, cast)
    at(FRIDAY + timedelta(hours=6))  # half is over, though nobody came to do it
    pause_clock("t_hours", office, by=None)
    pause_clock("t_hours", office, by=None)
    at(FRIDAY + timedelta(hours=8))
    clock = resume_clock("t_hours", office, by=None)
    resume_clock("t_hours", office, by=None)
    assert clock.due_at == FRIDAY + timedelta(hours=12)
    assert moments(clock) == {"half": FRIDAY + timedelta(hours=5), "due": clock.due_at}


def test_a_pause_over_a_weekend_costs_no_working_time(office, cast, at):
    at(FRIDAY)
    begin("t_work", office, cast, priority="n")
    at(november(21, 9))
    pause_clock("t_work", office, by=None)
    at(november(22, 9))
    assert resume_clock("t_work", office, by=None).due_at == WEDNESDAY


def test_stopping_a_paused_clock_judges_the_moment_of_the_pause(office, cast, at):
    at(FRIDAY)
    begin("t_hours", office, cast)
    at(FRIDAY + timedelta(hours=1))
    pause_clock("t_hours", office, by=None)
    at(FRIDAY + timedelta(days=9))
    assert stop_clock("t_hours", office, by=None).outcome == "in_time"


def test_moving_moves_the_steps_that_are_left(office, cast, at):
    at(FRIDAY)
    begin("t_hours", office, cast)
    at(FRIDAY + timedelta(hours=2))
    clock = move_clock("t_hours", office, due_at=FRIDAY + timedelta(hours=20), by=None)
    assert moments(clock) == {
        "half": FRIDAY + timedelta(hours=10),
        "due": FRIDAY + timedelta(hours=20),
    }
    nearer = move_clock("t_hours", office, due_at=FRIDAY + timedelta(hours=3), by=None)
    assert moments(nearer) == {"due": FRIDAY + timedelta(hours=3)}


def test_nothing_ticks_nothing_happens(office):
    for act in (stop_clock, pause_clock, resume_clock):
        assert act("t_hours", office, by=None) is None
    assert move_clock("t_hours", office, due_at=FRIDAY, by=None) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "stopped"},
        {"state": "paused"},
        {"outcome": "late"},
        {"due_at": FRIDAY - timedelta(days=999)},
    ],
)
def test_the_database_refuses_what_must_never_be(office, cast, wrong):
    clock = begin("t_hours", office, cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Clock.objects.filter(pk=clock.pk).update(**wrong)
