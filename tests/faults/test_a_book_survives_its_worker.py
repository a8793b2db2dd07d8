"""The worker is killed in the middle of a book, again and again: in the end every line was saved exactly once."""

import os
import sys
import time

import pytest

from ltsa.accounts.models import User
from ltsa.sheets import Row, Sheet
from services.actions.books import map_book, receive_book, save_book, undo_book
from services.books.columns import guess
from services.models import BookImport, CounsellingSession, Migrant
from tests.browser.house import House

LINES = int(os.environ.get("LINES") or 1_500)
KILLS = LINES // 1_000  # `LINES=3000` was run with three
HEADERS = ["Nama", "L/P", "Umur", "Desa", "Kecamatan", "Status", "Tgl", "Layanan", "No"]

pytestmark = [pytest.mark.faults, pytest.mark.django_db]


@pytest.fixture(scope="module")
def house(django_db_setup):
    with House("books", parts=("relay", "worker", "beat")) as house:
        yield house


def sheet() -> Sheet:
    """No two people alike."""
    rows = [
        Row(number, [f"Contoh {_syllables(number)}", "P", "27", "Gebang Kulon", "Gebang", "CPMI", "09/08/2026", "hukum", str(number)])
        for number in range(2, LINES + 2)
    ]  # fmt: skip
    return Sheet(HEADERS, rows, [])


def _syllables(number: int) -> str:
    """A word for every number that no folding of names makes like another's."""
    return "".join(
        "bdglmnprst"[int(digit)] + "aiue"[place] for place, digit in enumerate(f"{number:04}")
    )


def done(book) -> int:
    return BookImport.objects.get(pk=book.pk).done


def is_at(book, state: str) -> bool:
    return BookImport.objects.get(pk=book.pk).state == state


def test_every_line_of_a_book_is_saved_once_whoever_dies(house):
    with house.database():
        desk = User.objects.get(username="meja.cirebon")
        clients, talks = Migrant.objects.count(), CounsellingSession.objects.count()
        book = receive_book(sheet(), by=desk)
        map_book(book, columns=guess(book.headers, {}), by=desk)
        house.until(lambda: is_at(book, "checked"), 120)
        assert book.rows.filter(state="ready").count() == LINES

        save_book(BookImport.objects.get(pk=book.pk), by=desk)
        for _ in range(KILLS):
            seen = done(book)
            house.until(lambda seen=seen: done(book) > seen, 120)
            time.sleep(0.2)  # into the next batch
            assert is_at(book, "saving"), "too quick to be killed: give it more lines"
            house.kill("worker")
        house.until(lambda: is_at(book, "saved"), 180)

        assert book.rows.filter(state="saved").count() == LINES
        assert Migrant.objects.count() == clients + LINES
        assert CounsellingSession.objects.count() == talks + LINES
        numbers = CounsellingSession.objects.filter(entry="import").values_list("paper_number")
        assert numbers.distinct().count() == LINES
        assert done(book) == LINES

        undo_book(BookImport.objects.get(pk=book.pk), by=desk)
        house.until(lambda: done(book) > 0, 120)
        house.kill("worker")
        house.until(lambda: is_at(book, "undone"), 180)
        assert Migrant.objects.count() == clients
        assert CounsellingSession.objects.count() == talks
    print(f"\n{LINES} lines, worker killed {KILLS + 1} times: each saved once", file=sys.stderr)  # noqa: T201
