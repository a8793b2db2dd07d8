"""Rows as an Excel book. Every cell is text or a number that we wrote: a spreadsheet runs nothing that somebody typed."""

import io
from collections.abc import Iterable
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_NAME = 31  # signs that Excel allows
WIDTH = 22
BOLD = Font(bold=True)


def book_of(sheets: Iterable[tuple[str, list[str], Iterable[list]]]) -> bytes:
    """The book of these (name, heads, rows); a value is str, int, Decimal or None, anything else becomes words."""
    book = Workbook(write_only=True)
    for name, heads, rows in sheets:
        sheet = book.create_sheet(name[:LONGEST_NAME])
        sheet.freeze_panes = "A2"
        for place in range(len(heads)):
            sheet.column_dimensions[get_column_letter(place + 1)].width = WIDTH
        sheet.append([_cell(sheet, head, bold=True) for head in heads])
        for row in rows:
            sheet.append([_cell(sheet, value) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet, value, *, bold: bool = False) -> WriteOnlyCell:
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return WriteOnlyCell(sheet, value)
    cell = WriteOnlyCell(sheet, "" if value is None else str(value))
    cell.data_type, cell.number_format = "s", "@"
    if bold:
        cell.font = BOLD
    return cell
