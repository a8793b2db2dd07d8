"""What is read: headers, rows of text with their marks, and notes; the headers are found below any titles."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

MAX_CELL = 5_000  # signs
WIDEST = 256  # columns that are looked at, so that a value far to the right is noticed
HEAD_WITHIN = 30  # filled rows among which the headers are looked for
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class SheetError(ValidationError):
    """The file as a whole cannot be read; `code` says why in one word, the message says it to the reader."""


@dataclass(frozen=True)
class Cell:
    text: str
    is_formula: bool = False
    is_rounded: bool = False


@dataclass(frozen=True)
class Area:
    """Merged cells; columns and rows count from 1."""

    left: int
    top: int
    right: int
    bottom: int

    def __str__(self):
        return (
            f"{get_column_letter(self.left)}{self.top}:{get_column_letter(self.right)}{self.bottom}"
        )


@dataclass(frozen=True)
class Row:
    """One line below the headers: `number` as Excel counts it, as many `cells` as there are headers, all text.

    Indexes of cells: `formulas` (the text of the formula stands in the cell), `rounded` (a number longer than Excel
    keeps: of a NIK typed as a number the last digit is gone). `merged`: the row lies in merged cells, of which only
    the first holds the value.
    """

    number: int
    cells: list[str]
    formulas: frozenset[int] = frozenset()
    rounded: frozenset[int] = frozenset()
    merged: bool = False


@dataclass(frozen=True)
class Sheet:
    """`notes` are sentences about the whole file that its owner should read before she goes on."""

    headers: list[str]
    rows: list[Row]
    notes: list[str]


Line = tuple[int, list[Cell]]


def as_sheet(
    lines: Iterable[Line],
    merged: list[Area],
    notes: list[str],
    *,
    max_rows: int,
    max_columns: int,
) -> Sheet:
    filled = _filled(lines, max_rows)
    head_number, head = filled.pop(_head_place(filled))
    filled = [line for line in filled if line[0] > head_number]
    if len(filled) > max_rows:
        raise _too_long(max_rows)
    width = _width(head)
    widest = max([width, *(_width(cells) for _number, cells in filled)])
    if widest > max_columns:
        raise SheetError(
            _("Tabel ini lebih dari %(count)d kolom. Hapus kolom yang tidak perlu.")
            % {"count": max_columns},
            "columns",
        )
    inside = [area for area in merged if area.bottom > head_number]
    covered = _covered([number for number, _cells in filled], inside)
    return Sheet(
        headers=[cell.text for cell in head[:width]],
        rows=[
            _row(number, cells, width, merged=is_merged)
            for (number, cells), is_merged in zip(filled, covered, strict=True)
        ],
        notes=[*notes, *_notes(inside, width, widest)],
    )


def _filled(lines: Iterable[Line], max_rows: int) -> list[Line]:
    """The rows that hold anything; stops as soon as they are too many."""
    filled = []
    for number, cells in lines:
        if not _width(cells):
            continue
        for place, cell in enumerate(cells, start=1):
            if len(cell.text) > MAX_CELL:
                where = f"{get_column_letter(place)}{number}"
                raise SheetError(_("Isi sel %(cell)s terlalu panjang.") % {"cell": where}, "cell")
        filled.append((number, cells))
        if len(filled) > max_rows + HEAD_WITHIN:
            raise _too_long(max_rows)
    if not filled:
        raise SheetError(_("Tidak ada isi di tabel ini."), "empty")
    return filled


def _too_long(max_rows: int) -> SheetError:
    count = f"{max_rows:,}".replace(",", ".")
    return SheetError(
        _("Tabel ini lebih dari %(count)s baris. Bagi menjadi beberapa berkas.") % {"count": count},
        "rows",
    )


def _head_place(filled: list[Line]) -> int:
    """The first row about as full as the fullest: titles, a year, a logo's caption above it are less."""
    counts = [sum(bool(cell.text) for cell in cells) for _number, cells in filled[:HEAD_WITHIN]]
    return next(place for place, count in enumerate(counts) if count * 2 > max(counts))


def _row(number: int, cells: list[Cell], width: int, *, merged: bool) -> Row:
    cells = (cells + [Cell("")] * width)[:width]
    return Row(
        number=number,
        cells=[cell.text for cell in cells],
        formulas=frozenset(place for place, cell in enumerate(cells) if cell.is_formula),
        rounded=frozenset(place for place, cell in enumerate(cells) if cell.is_rounded),
        merged=merged,
    )


def _covered(numbers: list[int], areas: list[Area]) -> Iterator[bool]:
    """For each row whether merged cells lie over it; a hostile book has a hundred thousand areas of a million rows."""
    steps = [0] * (len(numbers) + 1)
    for area in areas:
        steps[bisect_left(numbers, area.top)] += 1
        steps[bisect_right(numbers, area.bottom)] -= 1
    return (depth > 0 for depth in accumulate(steps[:-1]))


def _width(cells: list[Cell]) -> int:
    return max((place for place, cell in enumerate(cells, start=1) if cell.text), default=0)


def _notes(merged: list[Area], width: int, widest: int) -> list[str]:
    notes = []
    if merged:
        notes.append(
            _(
                "Ada sel gabungan, misalnya %(place)s: isinya hanya dibaca di sel pertama. Pisahkan dulu bila berlaku "
                "untuk semua barisnya."
            )
            % {"place": merged[0]}
        )
    if widest > width:
        notes.append(
            _("Ada isi di kolom tanpa judul, misalnya kolom %(column)s. Kolom itu tidak dibaca.")
            % {"column": get_column_letter(width + 1)}
        )
    return notes
