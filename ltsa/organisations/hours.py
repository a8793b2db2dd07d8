"""When an organisation is open, from its rows of a week: in words, now, and next. Nothing here asks the database."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.translation import gettext as _

WEEK = range(1, 8)  # ISO: 1 is Monday
LOOK_AHEAD = 21  # days; who does not open in three weeks says so by a closure


class Stretch(NamedTuple):
    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True)
class Opening:
    """`is_open` is None when nobody wrote down the hours; `tone` as in docs/look.md."""

    is_open: bool | None
    words: str = ""
    tone: str = "neutral"


def weekday_name(weekday: int) -> str:
    return str(WEEKDAYS[weekday - 1])


def clock(moment: time) -> str:
    return moment.strftime("%H.%M")


def overlapping(stretches: Iterable[Stretch]) -> Stretch | None:
    """The first stretch that begins before the one before it has ended; None when all is well."""
    last: Stretch | None = None
    for one in sorted(stretches):
        if last and last.weekday == one.weekday and one.opens < last.closes:
            return one
        last = one
    return None


def week_in_words(hours: Iterable) -> list[dict]:
    """[{days, times}], days of equal hours in a row together: Senin-Jumat 08.00-12.00, 13.00-15.00."""
    of_day: dict[int, list[str]] = {}
    for one in hours:
        of_day.setdefault(one.weekday, []).append(f"{clock(one.opens)}–{clock(one.closes)}")
    runs: list[tuple[int, int, str]] = []
    for weekday in sorted(of_day):
        times = ", ".join(of_day[weekday])
        if runs and runs[-1][1] == weekday - 1 and runs[-1][2] == times:
            runs[-1] = (runs[-1][0], weekday, times)
        else:
            runs.append((weekday, weekday, times))
    return [{"days": _days(first, last), "times": times} for first, last, times in runs]


def _days(first: int, last: int) -> str:
    if first == last:
        return weekday_name(first)
    return f"{weekday_name(first)}–{weekday_name(last)}"


def opening(
    hours: Collection, closures: Collection, holidays: Collection[date], now: datetime
) -> Opening:
    """Whether it is open at `now`. `closures` are not cancelled; `holidays` are days without service."""
    moment = timezone.localtime(now)
    today, at = moment.date(), moment.time()
    shut = next((one for one in closures if one.starts_on <= today <= one.ends_on), None)
    if shut:
        until = _("Tutup sampai %(day)s") % {"day": date_format(shut.ends_on, "j F Y")}
        return Opening(False, until, "waiting")
    if not hours:
        return Opening(None)
    current = _running(hours, today, at) if today not in holidays else None
    if current:
        return Opening(True, _("Buka sampai %(at)s") % {"at": clock(current.closes)}, "good")
    following = _next(hours, closures, holidays, today, at)
    if following is None:
        return Opening(False, _("Tutup"))
    day, opens = following
    told = {"day": _when(day, today), "at": clock(opens)}
    return Opening(False, _("Tutup, buka %(day)s %(at)s") % told)


def _running(hours: Collection, today: date, at: time):
    weekday = today.isoweekday()
    return next((h for h in hours if h.weekday == weekday and h.opens <= at < h.closes), None)


def _next(hours, closures, holidays, today: date, at: time) -> tuple[date, time] | None:
    for ahead in range(LOOK_AHEAD):
        day = today + timedelta(days=ahead)
        if day in holidays or any(one.starts_on <= day <= one.ends_on for one in closures):
            continue
        starts = [
            h.opens for h in hours if h.weekday == day.isoweekday() and (ahead or h.opens > at)
        ]
        if starts:
            return day, min(starts)
    return None


def _when(day: date, today: date) -> str:
    if day == today:
        return _("hari ini")
    if day == today + timedelta(days=1):
        return _("besok")
    if day < today + timedelta(days=7):
        return weekday_name(day.isoweekday())
    return date_format(day, "j F")
