"""Quiet hours and the hour of the summary, to the minute."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from ltsa.notifications.models import Preference
from ltsa.notifications.wishes import leaves_at, summed_up_until


def at(hour, minute=0, day=10):
    return datetime(2026, 11, day, hour, minute, tzinfo=ZoneInfo("Asia/Jakarta"))


@pytest.mark.parametrize(
    ("hours", "now", "leaves"),
    [
        ((21, 6), at(20, 59), at(20, 59)),
        ((21, 6), at(21), at(6, day=11)),
        ((21, 6), at(23, 30), at(6, day=11)),
        ((21, 6), at(5, 59), at(6)),
        ((21, 6), at(6), at(6)),
        ((12, 13), at(12, 30), at(13)),
        ((12, 13), at(13), at(13)),
        ((12, 13), at(2), at(2)),
    ],
)
def test_what_comes_in_quiet_hours_leaves_at_their_end(hours, now, leaves):
    start, end = (time(hour) for hour in hours)
    assert leaves_at(Preference(quiet_from=start, quiet_until=end), now) == leaves


def test_whoever_has_no_quiet_hours_is_told_at_once():
    assert leaves_at(Preference(), at(3)) == at(3)


def test_a_summary_holds_what_came_before_its_hour():
    wish = Preference(mail="digest", digest_at=time(7))
    assert summed_up_until(wish, at(6, 59)) is None
    assert summed_up_until(wish, at(9, 30)) == at(7)
    wish.digest_sent_on = at(7).date()
    assert summed_up_until(wish, at(9, 30)) is None
    assert summed_up_until(wish, at(7, day=11)) == at(7, day=11)


def test_whoever_wants_no_summary_any_more_gets_what_waits_now():
    assert summed_up_until(Preference(), at(3)) == at(3)
