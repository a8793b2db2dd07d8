"""Tables as files: CSV that Indonesian Excel opens right (";" and a byte order mark), and XLSX. Suppressed as on screen.

Words are never formulas: a label that starts like one gets an apostrophe in CSV and is typed as text in XLSX, because
a spreadsheet would otherwise run what somebody typed as the name of an office.
"""

import csv
import io
from datetime import datetime

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from .cells import moment, written
from .sockets import Cell, Row, Table

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
SHEET_NAME = 31  # signs that Excel allows


def lines_of(table: Table) -> list[list]:
    """Head, rows and total: words as str, whole numbers as int, a hidden or empty number as what the page shows."""
    rows: list[Row] = [*table.rows, *([table.total] if table.total else [])]
    head = [str(table.row_title), *(str(column) for column in table.columns)]
    return [head, *([str(row.label), *map(_plain, row.cells)] for row in rows)]


def _plain(cell: Cell) -> int | str:
    is_plain = cell.value is not None and not cell.text
    return cell.value if is_plain and isinstance(cell.value, int) else written(cell)


def notes_of(table: Table, period: str, place: str, as_of: datetime) -> list[list[str]]:
    """What must stand under every table: what was counted, over which days, where, and when."""
    return [
        [_("Tabel"), str(table.title)],
        *([_("Definisi"), str(line)] for line in table.definition),
        [_("Periode"), period],
        [_("Wilayah"), place],
        [_("Data per"), moment(as_of)],
    ]


def as_csv(tables: list[Table], *, period: str, place: str, as_of: datetime) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for number, table in enumerate(tables):
        if number:
            writer.writerow([])
        writer.writerows([_safe(value) for value in line] for line in lines_of(table))
        writer.writerow([])
        notes = notes_of(table, period, place, as_of)
        writer.writerows([_safe(value) for value in line] for line in notes)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _safe(value: int | str) -> int | str:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value


def as_xlsx(tables: list[Table], *, period: str, place: str, as_of: datetime) -> bytes:
    book = Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(table.name[:SHEET_NAME])
        sheet.column_dimensions["A"].width = 44
        for number, line in enumerate(lines_of(table)):
            sheet.append([_typed(sheet, value, bold=number == 0) for value in line])
        sheet.append([])
        for line in notes_of(table, period, place, as_of):
            sheet.append([_typed(sheet, value) for value in line])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _typed(sheet, value: int | str, *, bold: bool = False) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell
