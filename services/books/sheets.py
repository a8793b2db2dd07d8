"""The sheets that go out: the template to fill in, and what is to be mended of a book. Words are never formulas."""

import io
from collections.abc import Iterable

from django.utils import translation
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from ltsa.areas.models import Area

from ..codes import (
    AgeBand,
    Channel,
    ClientType,
    Outcome,
    Phase,
    RecordConsent,
    SessionKind,
    Sex,
    Topic,
)
from ..models import BookImport
from .columns import COLUMNS
from .mistakes import in_words

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LISTS = {
    "sex": Sex,
    "age": AgeBand,
    "client_type": ClientType,
    "phase": Phase,
    "consent": RecordConsent,
    "kind": SessionKind,
    "channel": Channel,
    "outcome": Outcome,
    "topics": Topic,
}
WIDTH = 18
BOLD = Font(bold=True)


def template(district_code: str) -> bytes:
    """Two sheets: headers to fill in below, and what may stand in each column. In Indonesian: offices share it."""
    with translation.override("id"):
        book = Workbook(write_only=True)
        sheet = _sheet(book, "Isian", len(COLUMNS))
        sheet.append([_cell(sheet, column.label, bold=True) for column in COLUMNS])
        lists = _sheet(book, "Daftar kode", 4)
        lists.column_dimensions["B"].width = lists.column_dimensions["D"].width = 44
        for line in _code_lines(district_code):
            lists.append([_cell(lists, text, bold=line[0] == "Kolom") for text in line])
        return _bytes(book)


def _code_lines(district_code: str) -> Iterable[list]:
    yield ["Kolom", "Isinya", "Wajib", "Kata yang dipakai"]
    for column in COLUMNS:
        words = [str(label) for _value, label in getattr(LISTS.get(column.name), "choices", [])]
        needed = "ya" if column.required else ""
        yield [column.label, column.hint, needed, words[0] if words else ""]
        yield from (["", "", "", word] for word in words[1:])
    yield ["", "", "", ""]
    yield ["Kolom", "Kecamatan", "Kode", "Desa"]
    villages = Area.objects.within(district_code).filter(level="village").order_by("pk")
    for code, name, subdistrict in villages.values_list("pk", "name", "parent__name"):
        yield ["Desa", subdistrict, code, name]


def to_mend(book: BookImport) -> bytes:
    """The lines that were not saved, as they came, each with what is wrong with it."""
    sheets = Workbook(write_only=True)
    sheet = _sheet(sheets, _("Perlu diperbaiki"), len(book.headers) + 1)
    heads = [_("Yang perlu diperbaiki"), *book.headers]
    sheet.column_dimensions["A"].width = 60
    sheet.append([_cell(sheet, text, bold=True) for text in heads])
    for row in unsaved(book).order_by("number"):
        told = " ".join(in_words(row.errors)) or row.get_found_by_display()
        values = [row.values.get(header, "") for header in book.headers]
        sheet.append([_cell(sheet, text) for text in [told, *values]])
    return _bytes(sheets)


def unsaved(book: BookImport):
    return book.rows.filter(state__in=["wrong", "double", "skipped"])


def _sheet(book: Workbook, name: str, columns: int):
    sheet = book.create_sheet(name[:31])
    sheet.freeze_panes = "A2"
    for place in range(columns):
        letter = get_column_letter(place + 1)
        sheet.column_dimensions[letter].width = WIDTH
    return sheet


def _cell(sheet, text, *, bold: bool = False) -> WriteOnlyCell:
    """Always text, whatever it begins with: a spreadsheet runs nothing that somebody typed, and keeps every digit."""
    cell = WriteOnlyCell(sheet, str(text))
    cell.data_type, cell.number_format = "s", "@"
    if bold:
        cell.font = BOLD
    return cell


def _bytes(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
