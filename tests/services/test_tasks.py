from ltsa.sheets import Row, Sheet
from services.actions.books import map_book, receive_book
from services.models import BookImport
from services.tasks import empty_books, work_books


def test_a_waiting_book_is_worked_to_its_end_and_a_repeat_is_harmless(cast):
    desk = cast.meja_cirebon
    book = receive_book(Sheet(["Nama"], [Row(2, ["Orang Contoh"])], []), by=desk)
    map_book(book, columns={"full_name": "Nama"}, by=desk)
    for _ in range(2):
        work_books()
    assert BookImport.objects.get().state == "checked"
    assert book.rows.get().state == "wrong"


def test_a_young_book_keeps_its_lines(cast):
    desk = cast.meja_cirebon
    book = receive_book(Sheet(["Nama"], [Row(2, ["Orang Contoh"])], []), by=desk)
    empty_books()
    assert book.rows.get().values == {"Nama": "Orang Contoh"}
