"""Working days of a district: no weekend, no holiday of the nation, none of its own.

The nation's holidays come from lokal-id, year by year as the decree is published; a year without one counts weekends
and the district's own holidays alone.
"""

from datetime import date, timedelta

from lokal.holidays import HOLIDAY_YEARS, holidays_on

from .models import Holiday

SATURDAY = 5
LONGEST = 400  # days that are looked at; a service that took longer is late under every standard


def working_days_after(start: date, end: date, district: str) -> int:
    """How many working days lie after `start`, up to and with `end`; 0 on the same day. One query."""
    days = min((end - start).days, LONGEST)
    later = [start + timedelta(days=n) for n in range(1, days + 1)]
    own = set(
        Holiday.objects.filter(district=district, on__gt=start, on__lte=end).values_list(
            "on", flat=True
        )
    )
    return sum(
        day.weekday() < SATURDAY and day not in own and not _is_holiday(day) for day in later
    )


def _is_holiday(day: date) -> bool:
    return day.year in HOLIDAY_YEARS and bool(holidays_on(day))
