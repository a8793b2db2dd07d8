"""Moments that a test names, where the day of the month or the hour decides what it finds.

The clock of this process follows; PostgreSQL's `now()` does not (`make moments` moves both).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

import time_machine

WIB = ZoneInfo("Asia/Jakarta")
MIDDLE = "2026-11-17 12:00"  # a Tuesday, work day, far from the ends of a month


@contextmanager
def standing_at(moment: str) -> Iterator[datetime]:
    """`with standing_at("2026-12-01 00:30"):` the clock runs on from there, in the time of the offices."""
    there = datetime.fromisoformat(moment).replace(tzinfo=WIB)
    with time_machine.travel(there, tick=True):
        yield there
