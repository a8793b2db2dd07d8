"""Which months have a report: those that have ended, and for whoever works here the one that runs."""

import re
from datetime import date

from django.http import Http404
from django.utils import timezone

from ltsa.dashboard.periods import ALL_SINCE, Period, month_of, months_later
from ltsa.dashboard.scope import reads_closed_months_only

LISTED = 24
CODE = re.compile(r"(\d{4})-(\d{2})", re.ASCII)


def months_for(user) -> list[Period]:
    """The latest months that this person may read, newest first."""
    this_month = timezone.localdate().replace(day=1)
    first = 1 if reads_closed_months_only(user) else 0
    return [month_of(months_later(this_month, -back)) for back in range(first, LISTED)]


def month_from(code: str, user) -> Period:
    """The month of `2026-10`, until today when it still runs; Http404 for one that is not to be read yet."""
    found = CODE.fullmatch(code)
    year, month = (int(part) for part in found.groups()) if found else (0, 0)
    if not (ALL_SINCE.year <= year <= 9998 and 1 <= month <= 12):
        raise Http404
    today = timezone.localdate()
    whole = month_of(date(year, month, 1))
    period = whole.closed(today) if reads_closed_months_only(user) else whole.until_today(today)
    if period is None:
        raise Http404
    return period


def code_of(month: Period) -> str:
    return f"{month.start:%Y-%m}"
