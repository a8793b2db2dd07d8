"""A pause takes nothing away and gives nothing: what was left at its beginning is left at its end."""

from datetime import datetime, timedelta

from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from ltsa.clocks.moments import after_pause
from ltsa.organisations.workdays import moment_after, working_time_between

MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)).map(  # noqa: DTZ001
    lambda naive: naive.replace(microsecond=0, tzinfo=timezone.get_default_timezone())
)
LENGTHS = st.integers(0, 30 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))


@given(start=MOMENTS, length=LENGTHS)
@settings(max_examples=60, deadline=None)
def test_working_time_is_what_was_added(start, length):
    end = moment_after(start, length, None)
    assert working_time_between(start, end, None) == length


@given(start=MOMENTS, first=LENGTHS, second=LENGTHS)
@settings(max_examples=60, deadline=None)
def test_working_time_adds_up(start, first, second):
    halfway = moment_after(start, first, None)
    assert moment_after(halfway, second, None) == moment_after(start, first + second, None)


@given(paused=MOMENTS, left=LENGTHS, stood=LENGTHS, workdays=st.booleans())
@settings(max_examples=60, deadline=None)
def test_after_a_pause_as_much_is_left_as_before(paused, left, stood, workdays):
    moment = moment_after(paused, left, None) if workdays else paused + left
    resumed = paused + stood
    later = after_pause(moment, paused, resumed, workdays=workdays, district=None)
    assert later >= moment
    if moment > paused and workdays:
        assert working_time_between(resumed, later, None) == left
    elif moment > paused:
        assert later - resumed == left


@given(paused=MOMENTS, left=LENGTHS, stood=LENGTHS)
@settings(max_examples=30, deadline=None)
def test_a_wall_clock_that_went_back_during_a_pause_takes_no_time_away(paused, left, stood):
    later = after_pause(paused + left, paused, paused - stood, workdays=False, district=None)
    assert later == paused + left
