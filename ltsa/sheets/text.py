"""CSV as Indonesian Excel, Google Sheets and old programs write it."""

import csv
import io
from collections.abc import Iterator

from django.utils.translation import gettext as _

from .table import CONTROL, WIDEST, Cell, Line, SheetError

SIGNS = (";", "\t", ",")


def read_text(body: bytes) -> Iterator[Line]:
    """UTF-8 (with or without its mark), UTF-16 with its mark, else Windows-1252; cells between ; , or tabs."""
    text = _decoded(body)
    first, _line_end, rest = text.partition("\n")
    if first.lower().startswith("sep=") and first.strip()[4:] in (*SIGNS, "|"):
        delimiter, text = first[4], rest
    else:
        delimiter = _delimiter(text[:20_000].splitlines()[:20])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, cells in enumerate(reader, start=1):
            yield (
                number,
                [
                    Cell(cell.strip(), is_formula=cell.lstrip().startswith("="))
                    for cell in cells[:WIDEST]
                ],
            )
    except csv.Error as error:
        raise SheetError(
            _("Tabel CSV ini rusak. Buka di Excel, lalu simpan ulang."), "broken"
        ) from error


def _decoded(body: bytes) -> str:
    has_mark = body.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ["utf-16"] if has_mark else ["utf-8-sig", "cp1252"]:
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not CONTROL.search(text):
            return text
    raise SheetError(
        _("Berkas ini bukan tabel. Simpan ulang dari Excel sebagai .xlsx atau CSV UTF-8."),
        "encoding",
    )


def _delimiter(lines: list[str]) -> str:
    """What most of the first lines hold most often; a comma also stands in addresses, so ; and tab win a draw."""
    if not lines:
        return SIGNS[0]
    counts = {sign: sorted(line.count(sign) for line in lines) for sign in SIGNS}
    return max(counts, key=lambda sign: counts[sign][len(counts[sign]) // 2])
