"""`make bench`: lines of a book a second, read from the file, checked against the register, saved, taken back."""

import io
import os
import time

import pytest
from django.utils import timezone
from openpyxl import Workbook

from ltsa.sheets import read_sheet
from services.actions import log_session
from services.actions.book_batches import work_batch
from services.actions.books import map_book, receive_book, save_book, undo_book
from services.books.columns import guess
from services.forms.book import MAX_COLUMNS, MAX_ROWS
from services.models import BookImport

from .crowd import fill

HEADERS = [
    "No", "Tgl", "Nama", "L/P", "Tanggal lahir", "Desa", "Kecamatan", "Status", "NIK", "HP", "Layanan", "Topik", "Hasil",
]  # fmt: skip
SIZES = {
    "tiny": (200, 200),
    "small": (20_000, 10_000),
    "middle": (200_000, 10_000),
    "full": (2_000_000, 10_000),
}  # people, lines
SCALE = os.environ.get("SCALE") or "tiny"
VILLAGES = ["Gebang Kulon", "Gebang Ilir", "Gebang Udik", "Gebang Mekar", "Desa Gebang"]


def line(number: int) -> list[str]:
    day, month = number % 28 + 1, number % 9 + 1
    given = ["Siti", "Soeharti", "Wagiyem", "Djumini", "Slamet"][number % 5]
    return [
        str(number), f"{day:02}/{month:02}/2026", f"{given} Contoh {_syllables(number)}", "PL"[number % 2], f"{day:02}/{month:02}/1990",
        VILLAGES[number % 5], "Gebang", ["CPMI", "PMI", "purna"][number % 3],
        f"320930{day + 40 * (number % 2 == 0):02}{month:02}90{number % 10_000:04}" if number % 2 else "",
        f"0812{10_000_000 + number}", ["Informasi", "hukum", "migrasi aman"][number % 3], "biaya; kontrak", "cukup",
    ]  # fmt: skip


def _syllables(number: int) -> str:
    """A word for every number that no folding of names makes like another's."""
    return "".join(
        "bdglmnprst"[int(digit)] + "aiue"[place] for place, digit in enumerate(f"{number:04}")
    )


def workbook(lines: int) -> io.BytesIO:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in [HEADERS, *map(line, range(lines))]:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    out.seek(0)
    return out


def finish(book) -> None:
    while work_batch(book.pk):
        pass


@pytest.mark.bench
def test_lines_of_a_book_a_second(cast, make_migrant):
    desk, (people, lines) = cast["meja.cirebon"], SIZES[SCALE]
    known = make_migrant(by=desk)
    talk = {"kind": "legal", "channel": "phone", "outcome": "enough", "started_at": timezone.now()}
    talked = log_session(migrant=known, by=desk, **talk)
    fill(known, talked, partner=cast["wcc.cirebon"].posting.organisation, people=people)
    upload, seconds = workbook(lines), {}

    def timed(name: str, do):
        start, worked = time.perf_counter(), time.process_time()
        result = do()
        seconds[name] = (time.perf_counter() - start, time.process_time() - worked)
        return result

    sheet = timed(
        "read from the file",
        lambda: read_sheet(upload, max_rows=MAX_ROWS, max_columns=MAX_COLUMNS),
    )
    book = timed("kept, encrypted", lambda: receive_book(sheet, by=desk))
    map_book(book, columns=guess(book.headers, {}), by=desk)
    timed("checked", lambda: finish(book))
    assert book.rows.filter(state="wrong").count() == 0
    save_book(BookImport.objects.get(pk=book.pk), by=desk)
    timed("saved", lambda: finish(book))
    undo_book(BookImport.objects.get(pk=book.pk), by=desk)
    timed("taken back", lambda: finish(book))
    assert BookImport.objects.get(pk=book.pk).state == "undone"
    print(f"\n{lines} lines, {people} clients known")
    for name, (took, worked) in seconds.items():
        print(
            f"{name:>20} {lines / took:>7,.0f} lines a second, {lines / worked:>7,.0f} of Python's own time"
        )
