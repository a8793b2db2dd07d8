"""Moments that a test names, where the day of the month or the hour decides what it finds.

The clock of this process follows; PostgreSQL's `now()` does not (`make moments` moves both).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import time_machine
from django.utils import timezone

WIB = ZoneInfo("Asia/Jakarta")
MIDDLE = "2026-11-17 12:00"  # a Tuesday, work day, far from the ends of a month
FIRST_OF_A_MONTH = "2026-12-01 00:30"  # hours ago is the month before
LEAP_DAY = (
    "2028-02-29 23:50"  # the last of a month too, in a year whose holidays no decree has named
)
HARD = (FIRST_OF_A_MONTH, LEAP_DAY)  # what a test marked `each_moment` runs at
# What `make moments` tries the whole suite at.
ALL = (
    FIRST_OF_A_MONTH,
    "2026-12-01 05:00",
    "2026-12-31 23:50",
    "2027-01-01 05:00",  # a holiday, the first of a year
    "2027-02-07 12:00",  # a Sunday
    "2027-08-17 12:00",  # a holiday on a Tuesday
    "2028-02-29 12:00",
    MIDDLE,
)


def in_wib(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=WIB)


def in_days(days: int) -> date:
    """A day as far from today as a form or action asks for; a day written down is past one day."""
    return timezone.localdate() + timedelta(days=days)


def typed(days: int) -> str:
    """The same as an officer types it: 24/12/2026."""
    return f"{in_days(days):%d/%m/%Y}"


@contextmanager
def standing_at(moment: str) -> Iterator[datetime]:
    """`with standing_at("2026-12-01 00:30"):` the clock runs on from there, in the time of the offices."""
    there = in_wib(moment)
    with time_machine.travel(there, tick=True):
        yield there
