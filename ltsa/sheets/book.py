"""An Excel book (.xlsx) from a stranger: weighed before it is opened, then walked through row by row."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from math import inf
from operator import is_not
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.cell.read_only import EMPTY_CELL
from openpyxl.utils import range_boundaries

from .table import CONTROL, WIDEST, Area, Cell, Line, SheetError

MAX_UNPACKED = 60_000_000  # more than any book of 10 MB that a desk keeps
MAX_PARTS = 2_000
# Signs "<" of a part that openpyxl turns into objects before the first row: three million strings of one letter pack
# into 130 kB and take half a minute, as many empty styles gigabytes. None: read row by row, or not at all.
MAX_TAGS = 300_000
MAX_TAGS_OF = {
    "xl/sharedStrings": 4_000_000,
    "xl/worksheets/": None,
    "xl/media/": None,
    "xl/drawings/": None,
    "xl/charts/": None,
    "xl/pivotCache/": None,
    "xl/calcChain": None,
    "xl/comments": None,
    "xl/externalLinks/": None,
}
LAST_ROW = 1_048_576  # of Excel
KEPT_DIGITS = 15  # Excel rounds longer numbers

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')

_BLANK = Cell("")
_NOTHING = (EMPTY_CELL,) * WIDEST


def read_book(body: bytes) -> tuple[Iterator[Line], list[Area], list[str]]:
    """The lines of the first visible sheet, its merged cells, and notes."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(body))
        _weigh(archive)
        book = load_workbook(io.BytesIO(body), read_only=True, keep_links=False)
        sheet = next((one for one in book.worksheets if one.sheet_state == "visible"), None)
        part = archive.read(sheet._worksheet_path) if sheet is not None else b""
    except SheetError:
        raise
    except Exception as error:  # whatever zipfile, expat and openpyxl meet in a hostile book
        raise _broken() from error
    if sheet is None:
        raise SheetError(_("Buku Excel ini tidak punya lembar yang terlihat."), "empty")
    notes = []
    if len(book.worksheets) > 1:
        notes.append(
            _("Hanya lembar pertama yang dibaca: “%(name)s”.") % {"name": sheet.title[:31]}
        )
    return _lines(sheet), [_area(ref.decode()) for ref in _MERGED.findall(part)], notes


def _weigh(archive: zipfile.ZipFile) -> None:
    """Refuses what is no Excel book, what runs, and what would fill the memory; trusts no declared size."""
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise SheetError(
            _("Berkas ini bukan buku Excel (.xlsx). Simpan ulang sebagai .xlsx atau CSV."), "other"
        )
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise _bomb()
    unpacked = 0
    for part in parts:
        with archive.open(part) as stream:
            left, end = _tags_allowed(part.filename), b""
            while chunk := stream.read(1_000_000):
                unpacked += len(chunk)
                left -= chunk.count(b"<")
                if unpacked > MAX_UNPACKED or left < 0:
                    raise _bomb()
                # Excel writes none; entities multiply, and behind a long comment they do so too.
                if b"<!DOCTYPE" in (end + chunk).replace(b"\0", b""):
                    raise _broken()
                end = chunk[-40:]
    types = archive.read("[Content_Types].xml")
    if b"macroEnabled" in types or any("vbaproject" in name.lower() for name in names):
        raise SheetError(
            _("Buku Excel ini berisi makro. Simpan ulang sebagai .xlsx biasa, tanpa makro."),
            "macro",
        )


def _tags_allowed(name: str) -> float:
    for start, most in MAX_TAGS_OF.items():
        if name.startswith(start):
            return inf if most is None else most
    return MAX_TAGS


def _bomb() -> SheetError:
    return SheetError(
        _("Isi berkas ini terlalu besar untuk dibuka. Salin tabelnya saja ke buku baru."), "bomb"
    )


def _broken() -> SheetError:
    return SheetError(
        _("Berkas ini rusak dan tidak dapat dibaca. Buka di Excel, lalu simpan ulang."), "broken"
    )


def _area(ref: str) -> Area:
    left, top, right, bottom = range_boundaries(ref)
    return Area(left, top, right, min(bottom, LAST_ROW))


def _lines(sheet) -> Iterator[Line]:
    try:
        for number, row in enumerate(sheet.iter_rows(max_row=LAST_ROW, max_col=WIDEST), start=1):
            # A book that was formatted down to its last row holds a million empty ones.
            if any(map(is_not, row, _NOTHING)):
                yield number, [_BLANK if cell is EMPTY_CELL else _cell(cell) for cell in row]
    except Exception as error:  # the sheet is parsed while it is walked through
        raise _broken() from error


def _cell(cell) -> Cell:
    value = cell.value
    if value is None:
        return _BLANK
    if cell.data_type == "f":
        return Cell(str(getattr(value, "text", value)).strip(), is_formula=True)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return Cell(_words(value), is_rounded=is_number and abs(value) >= 10**KEPT_DIGITS)


def _words(value: Any) -> str:
    match value:
        case bool():
            return _("ya") if value else _("tidak")
        case float() if value.is_integer() and abs(value) < 10**18:
            return str(int(value))
        case datetime() if (value.hour, value.minute, value.second) != (0, 0, 0):
            return f"{_day(value)} {value.hour:02}.{value.minute:02}"
        case date():
            return _day(value)
        case time():
            return f"{value.hour:02}.{value.minute:02}"
    return CONTROL.sub("", str(value)).strip()


def _day(value: date) -> str:
    return f"{value.day:02}/{value.month:02}/{value.year:04}"
