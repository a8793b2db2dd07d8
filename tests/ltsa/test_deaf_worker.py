"""When a worker is taken for deaf; that a real one comes back is shown by tests/faults."""

import pytest

from ltsa.deaf_worker import DEAF_SECONDS, Hearing


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def hearing(clock):
    hearing = Hearing(clock)
    hearing.is_deaf(waiting=1, received=7, busy=False)
    return hearing


def later(clock) -> None:
    clock.now += DEAF_SECONDS


def test_tasks_that_wait_unheard_for_long_make_a_worker_deaf(hearing, clock):
    assert not hearing.is_deaf(waiting=1, received=7, busy=False)
    later(clock)
    assert hearing.is_deaf(waiting=1, received=7, busy=False)


@pytest.mark.parametrize(
    "seen",
    [
        {"waiting": 0, "received": 7, "busy": False},
        {"waiting": 3, "received": 8, "busy": False},
        {"waiting": 3, "received": 7, "busy": True},
    ],
    ids=["nothing waits", "it heard one", "it works, and its loop turns"],
)
def test_a_worker_that_hears_or_works_is_left_alone(hearing, clock, seen):
    later(clock)
    hearing.turn()
    assert not hearing.is_deaf(**seen)
    later(clock)
    hearing.turn()
    assert hearing.is_deaf(waiting=1, received=seen["received"], busy=False)


def test_work_excuses_nobody_whose_loop_has_stopped(hearing, clock):
    later(clock)
    assert hearing.is_deaf(waiting=3, received=7, busy=True)
