from datetime import date, datetime, time
from types import SimpleNamespace

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from ltsa.organisations.hours import Stretch, opening, overlapping, week_in_words

TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
STRETCHES = st.lists(
    st.builds(Stretch, st.integers(1, 7), TIMES, TIMES).filter(lambda one: one.opens < one.closes),
    max_size=6,
)
WEEK = [Stretch(day, time(8), time(12)) for day in range(1, 6)] + [
    Stretch(day, time(13), time(15)) for day in range(1, 5)
]
TUESDAY = date(2026, 11, 24)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour, minute)))


def closed(first: date, last: date):
    return SimpleNamespace(starts_on=first, ends_on=last)


@given(STRETCHES)
def test_stretches_overlap_exactly_when_a_minute_lies_in_two_of_them(stretches):
    minutes = [
        (one.weekday, minute)
        for one in stretches
        for minute in range(
            one.opens.hour * 60 + one.opens.minute, one.closes.hour * 60 + one.closes.minute
        )
    ]
    assert (overlapping(stretches) is not None) == (len(minutes) != len(set(minutes)))


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (at(TUESDAY, 9), "Buka sampai 12.00"),
        (at(TUESDAY, 12), "Tutup, buka hari ini 13.00"),
        (at(TUESDAY, 7, 59), "Tutup, buka hari ini 08.00"),
        (at(TUESDAY, 16), "Tutup, buka besok 08.00"),
        (at(date(2026, 11, 27), 12), "Tutup, buka Senin 08.00"),
    ],
)
def test_it_says_whether_it_is_open_and_when_next(now, words):
    assert opening(WEEK, [], set(), now).words == words


def test_a_holiday_is_a_closed_day():
    shown = opening(WEEK, [], {TUESDAY, date(2026, 11, 25)}, at(TUESDAY, 9))
    assert (shown.is_open, shown.words) == (False, "Tutup, buka Kamis 08.00")


def test_a_declared_closure_wins_over_the_hours():
    shown = opening(WEEK, [closed(TUESDAY, date(2026, 11, 26))], set(), at(TUESDAY, 9))
    assert (shown.is_open, shown.words) == (False, "Tutup sampai 26 November 2026")


def test_a_closure_to_come_is_jumped_over():
    ahead = [closed(date(2026, 11, 25), date(2026, 11, 27))]
    assert opening(WEEK, ahead, set(), at(TUESDAY, 16)).words == "Tutup, buka Senin 08.00"


def test_without_hours_nothing_is_said():
    assert opening([], [], set(), at(TUESDAY, 9)).is_open is None


def test_days_of_equal_hours_stand_together():
    assert week_in_words(WEEK) == [
        {"days": "Senin–Kamis", "times": "08.00–12.00, 13.00–15.00"},
        {"days": "Jumat", "times": "08.00–12.00"},
    ]
