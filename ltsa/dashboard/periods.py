"""The days that figures are counted over: presets, the span to compare with, and both in words."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from django.db import models
from django.utils import dateformat, timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

ALL_SINCE = date(2000, 1, 1)  # before anything that can be entered
TREND_MONTHS, MOST_MONTHS = 6, 24
JUST_BEGUN = 7  # days of a month that say nothing yet


class Preset(models.TextChoices):
    THIS_MONTH = "this_month", _("Bulan ini")
    LAST_MONTH = "last_month", _("Bulan lalu")
    QUARTER = "quarter", _("Triwulan ini")
    YEAR = "year", _("Tahun ini")
    ALL = "all", _("Semua")
    CUSTOM = "custom", _("Tanggal sendiri")


@dataclass(frozen=True)
class Period:
    """From `start` to `end`, both included, in the days of the office."""

    start: date
    end: date

    @property
    def since(self) -> datetime:
        return midnight(self.start)

    @property
    def until(self) -> datetime:
        """The first moment that no longer counts."""
        return midnight(self.end + timedelta(days=1))

    @property
    def is_everything(self) -> bool:
        return self.start == ALL_SINCE

    @property
    def is_whole_months(self) -> bool:
        return self.start.day == 1 and self.end == last_day(self.end)

    @property
    def is_month(self) -> bool:
        return self.is_whole_months and month_of(self.start) == self

    @property
    def has_just_begun(self) -> bool:
        """The first days of a month, quarter or year, and no more."""
        return self.start.day == 1 and (self.end - self.start).days < JUST_BEGUN

    @property
    def words(self) -> str:
        """Oktober 2026; 1–23 Oktober 2026; Juli–September 2026; 20 Juni 2026–4 Juli 2026."""
        if self.is_everything:
            return gettext("sejak awal pencatatan")
        if self.is_month:
            return dateformat.format(self.start, "F Y")
        same_year = self.start.year == self.end.year
        if self.is_whole_months:
            first = dateformat.format(self.start, "F" if same_year else "F Y")
            return f"{first}–{dateformat.format(self.end, 'F Y')}"
        last = dateformat.format(self.end, "j F Y")
        if self.start == self.end:
            return last
        if same_year and self.start.month == self.end.month:
            return f"{self.start.day}–{last}"
        return f"{dateformat.format(self.start, 'j F' if same_year else 'j F Y')}–{last}"

    def before(self) -> "Period | None":
        """The like span before: the month, quarter or year before when it begins one, else as many days or months.

        What still runs is compared with the same days, not with a whole month; in its first days with nothing,
        for a Sunday against a Monday tells how the calendar fell.
        """
        if self.is_everything or self.has_just_begun:
            return None
        if self.start.day != 1:
            days = (self.end - self.start).days + 1
            return Period(self.start - timedelta(days=days), self.start - timedelta(days=1))
        step = self._step()
        end = months_later(self.end.replace(day=1), -step)
        day = last_day(end).day if self.end == last_day(self.end) else self.end.day
        return Period(months_later(self.start, -step), end.replace(day=min(day, last_day(end).day)))

    def _step(self) -> int:
        """How many months the span before lies back."""
        months = months_between(self.start, self.end) + 1
        if months > 1 and self.start.month == 1 and self.start.year == self.end.year:
            return 12
        if months > 1 and self.start.month % 3 == 1 and months <= 3:
            return 3
        return months

    def whole_months(self) -> "Period":
        """Widened to whole calendar months: what small numbers are published by."""
        return Period(self.start.replace(day=1), last_day(self.end))

    def months(self) -> list["Period"]:
        """The whole calendar months that it touches, the latest MOST_MONTHS of them, oldest first."""
        last = self.end.replace(day=1)
        number = min(months_between(self.start, self.end) + 1, MOST_MONTHS)
        return [month_of(months_later(last, -back)) for back in reversed(range(number))]

    def trend(self) -> list["Period"]:
        """Its months; those before it too when it is short, so that a line can be seen."""
        start = months_later(self.end.replace(day=1), 1 - TREND_MONTHS)
        return replace(self, start=min(self.start, start)).months()

    def until_today(self, today: date) -> "Period | None":
        """Up to today, for days to come hold no numbers; None when it has not begun."""
        return replace(self, end=min(self.end, today)) if self.start <= today else None

    def closed(self, today: date) -> "Period | None":
        """What of it lies in months that have ended; None when nothing does."""
        end = min(self.end, today.replace(day=1) - timedelta(days=1))
        return replace(self, end=end) if self.start <= end else None


def period_of(preset: str, today: date) -> Period:
    month = today.replace(day=1)
    match preset:
        case Preset.LAST_MONTH:
            return month_of(month - timedelta(days=1))
        case Preset.QUARTER:
            return Period(month.replace(month=month.month - (month.month - 1) % 3), today)
        case Preset.YEAR:
            return Period(month.replace(month=1), today)
        case Preset.ALL:
            return Period(ALL_SINCE, today)
        case _:
            return Period(month, today)


def usual_preset(today: date) -> Preset:
    """What a page of figures shows unasked: the running month, in its first days the one before."""
    return Preset.LAST_MONTH if today.day <= JUST_BEGUN else Preset.THIS_MONTH


def year_so_far(today: date) -> Period:
    """The running year until today, in its first days the whole one before."""
    start = (today - timedelta(days=JUST_BEGUN)).replace(month=1, day=1)
    return Period(start, min(today, start.replace(month=12, day=31)))


def month_of(day: date) -> Period:
    return Period(day.replace(day=1), last_day(day))


def last_day(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def months_between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def months_later(first: date, months: int) -> date:
    """The first of the month so many months later; `first` is a first of a month."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, 1)


def midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=timezone.get_current_timezone())
