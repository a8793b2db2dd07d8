"""A table that somebody uploads: an Excel book (.xlsx) or CSV, read without running, trusting or losing anything.

The file's first bytes say what it is, not its name. Whatever cannot be read is refused with a sentence for the person
who brought it. A formula is never calculated: its text is read and its place is marked, so whoever imports can ask.
"""

from django.utils.translation import gettext as _

from .book import read_book
from .table import Row, Sheet, SheetError, as_sheet
from .text import read_text

__all__ = ["MAX_BYTES", "Row", "Sheet", "SheetError", "read_sheet"]

MAX_BYTES = 10_000_000
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"II*\0", b"MM\0*", b"%PDF")
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


def read_sheet(upload, *, max_rows: int, max_columns: int) -> Sheet:
    """The first sheet of `upload` (anything with read()). Titles above the headers are skipped. Raises SheetError.

    Dates come as dd/mm/yyyy, times as HH.MM, whole numbers without a decimal point, empty rows not at all.
    """
    body = upload.read(MAX_BYTES + 1)
    if len(body) > MAX_BYTES:
        raise SheetError(_("Berkas lebih besar dari 10 MB. Bagi menjadi beberapa berkas."), "large")
    if not body.strip():
        raise SheetError(_("Berkas ini kosong."), "empty")
    _refuse_by_signature(body)
    if body.startswith(b"PK\x03\x04"):
        lines, merged, notes = read_book(body)
    else:
        lines, merged, notes = read_text(body), [], []
    return as_sheet(lines, merged, notes, max_rows=max_rows, max_columns=max_columns)


def _refuse_by_signature(body: bytes) -> None:
    if body.startswith(_PICTURES):
        raise SheetError(_("Berkas ini gambar atau PDF, bukan tabel Excel atau CSV."), "picture")
    if body.startswith(_OLD_EXCEL):
        raise SheetError(
            _(
                "Berkas ini Excel lama (.xls) atau dikunci kata sandi. Simpan ulang sebagai .xlsx tanpa kata sandi."
            ),
            "old",
        )
    if body[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype", b"<html")):
        raise SheetError(_("Berkas ini halaman web. Simpan ulang sebagai .xlsx atau CSV."), "web")
