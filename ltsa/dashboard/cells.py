"""Numbers as cells, and cells as words."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils import dateformat, formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .sockets import Cell, Row
from .suppression import Sum


def count(number: int | None) -> Cell:
    return Cell(int(number or 0))


def counts(numbers: Sequence[int | None]) -> list[Cell]:
    return [count(number) for number in numbers]


def percent(part: int | None, whole: int | None) -> Cell:
    """87 %; nothing when there was nothing to divide by."""
    if not whole:
        return Cell(None)
    value = round(100 * (part or 0) / whole)
    return Cell(value, _("%(number)s %%") % {"number": value})


def hours(number: float | None) -> Cell:
    """6,5 jam; above two days in days."""
    if number is None:
        return Cell(None)
    value = round(float(number), 1)
    if value >= 48:
        return Cell(value, _("%(number)s hari") % {"number": decimal(value / 24)})
    words = ngettext("%(number)s jam", "%(number)s jam", 1 if value == 1 else 2)
    return Cell(value, words % {"number": decimal(value)})


def decimal(number: float) -> str:
    number = round(float(number), 1)
    return formats.number_format(number, decimal_pos=0 if number.is_integer() else 1)


def suppressed(total: Sum) -> Cell:
    if total.value is not None:
        return Cell(total.value)
    return Cell(None, total.text, hidden=True)


def rows_of(choices, found: Mapping[str, Sequence[int]], width: int) -> list[Row]:
    """A row for each code of a TextChoices, zeros included, so that tables of two months have one shape."""
    return [
        Row(code, label, counts(found.get(code, [0] * width))) for code, label in choices.choices
    ]


def written(cell: Cell) -> str:
    """What stands on paper and screen: 1.500, <5, 87 %, a dash where nothing was counted."""
    if cell.text:
        return cell.text
    return "–" if cell.value is None else formats.number_format(cell.value, force_grouping=True)


def change_of(now: Cell, before: Cell | None) -> int | float | None:
    """The difference, or None when either side is hidden or empty: a change must not uncover a number."""
    if before is None or now.hidden or before.hidden or now.value is None or before.value is None:
        return None
    return round(now.value - before.value, 1)


def moment(value: datetime) -> str:
    """9 Agustus 2026, 14.30 WIB: when the numbers were counted."""
    return dateformat.format(
        timezone.localtime(value), f"{formats.get_format('DATETIME_FORMAT')} T"
    )
