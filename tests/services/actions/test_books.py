"""A book's way: received, checked, chosen, saved, taken back."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases.actions import open_case
from cases.models import CaseType
from ltsa.sheets import Row, Sheet
from ltsa.timeline.models import Event
from services.actions import book_batches
from services.actions.book_batches import work_batch
from services.actions.books import (
    choose_doubles,
    choose_undecided,
    discard_book,
    empty_old_books,
    map_book,
    receive_book,
    save_book,
    undo_book,
)
from services.books.columns import guess
from services.models import BookImport, BookRow, ColumnMapping, CounsellingSession, Migrant
from services.transitions import NotPossible

HEADERS = [
    "Nama",
    "L/P",
    "Umur",
    "Desa",
    "Kecamatan",
    "Status",
    "Tgl",
    "Layanan",
    "NIK",
    "HP",
    "Negara",
]
LINE = {
    "Nama": "Wagiyem Karangan",
    "L/P": "P",
    "Umur": "27",
    "Desa": "Gebang Kulon",
    "Kecamatan": "Gebang",
    "Status": "CPMI",
    "Tgl": "09/08/2026",
    "Layanan": "Informasi",
    "NIK": "",
    "HP": "",
    "Negara": "Taiwan",
}


@pytest.fixture
def make_book(cast):
    """A book of these lines, each as it differs from LINE, checked by a worker."""

    def make(*lines, by="meja.cirebon", checked=True) -> BookImport:
        rows = [
            Row(number, [str((LINE | line)[header]) for header in HEADERS])
            for number, line in enumerate(lines, start=2)
        ]
        book = receive_book(Sheet(HEADERS, rows, []), by=cast[by])
        if checked:
            map_book(book, columns=guess(book.headers, {}), by=cast[by])
            finish(book)
        return BookImport.objects.get(pk=book.pk)

    return make


def finish(book) -> BookImport:
    while work_batch(book.pk):
        pass
    book.refresh_from_db()
    return book


def states(book) -> list[str]:
    return list(book.rows.order_by("number").values_list("state", flat=True))


def test_a_good_book_becomes_clients_and_conversations(make_book, cast):
    desk = cast.meja_cirebon
    book = make_book(
        {"NIK": "3209145708990003", "HP": "0812-3456-7890"},
        {"Nama": "Slamet Contohnya", "L/P": "L", "Layanan": "hukum", "Tgl": "1 Juli 2026"},
        {"Nama": "anonim"},
    )
    assert (book.state, book.done, states(book)) == ("checked", 3, ["ready"] * 3)
    assert not Migrant.objects.exists()
    book = finish(save_book(book, by=desk))
    assert (book.state, states(book)) == ("saved", ["saved"] * 3)
    first = Migrant.objects.get(full_name="Wagiyem Karangan")
    assert (first.phone, first.nik, first.phase) == ("+6281234567890", "3209145708990003", "before")
    assert first.nik_hash
    assert first.phone_tail_hash
    assert first.of_desk
    assert (first.registered_by, first.district_id) == (desk.posting.organisation, "32.09")
    talk = first.sessions.get()
    assert (talk.entry, talk.kind, talk.channel) == ("import", "information", "face_to_face")
    assert timezone.localtime(talk.started_at).isoformat() == "2026-08-09T12:00:00+07:00"
    assert first.journeys.get().destination == "Taiwan"
    consent = first.consents.get()
    assert (consent.purpose, consent.method, consent.text_version) == ("record", "tick", "buku")
    assert Migrant.objects.get(anonymous=True).full_name == ""
    assert Event.objects.filter(client=first.pk).count() == 2


def test_a_wrong_line_says_what_is_wrong_and_never_the_value(make_book):
    book = make_book(
        {"Tgl": "31/02/2026", "HP": "bukan nomor", "Desa": "Antah Berantah"},
        {"Layanan": "=1+1"},
        {"Tgl": "09/08/2999", "L/P": "", "Umur": ""},
    )
    assert states(book) == ["wrong"] * 3
    errors = [
        {(one["field"], one["message"]) for one in row.errors}
        for row in book.rows.order_by("number")
    ]
    assert errors == [
        {("date", "date"), ("phone", "phone"), ("village", "village")},
        {("kind", "formula")},
        {("date", "date"), ("sex", "missing"), ("age", "born")},
    ]


def test_nothing_ready_is_nothing_to_save(make_book, cast):
    book = make_book({"Tgl": "kemarin"})
    with pytest.raises(ValidationError):
        save_book(book, by=cast.meja_cirebon)


def test_who_is_known_by_nik_gets_only_the_conversation(make_book, make_migrant, cast):
    known = make_migrant(full_name="Nama Lama Contoh", nik="3209145708990003")
    book = make_book({"NIK": "3209145708990003"})
    row = book.rows.get()
    assert (row.state, row.found_by, row.double_of, row.choice) == (
        "double",
        "nik",
        known,
        "existing",
    )
    finish(save_book(book, by=cast.meja_cirebon))
    assert Migrant.objects.get() == known
    assert known.sessions.count() == 1


def test_the_same_name_and_village_is_asked_about(make_book, make_migrant, cast):
    known = make_migrant(full_name="Wagijem Karangan")
    book = make_book({}, {"Desa": "Gebang Ilir"})
    first, second = book.rows.order_by("number")
    assert (first.state, first.found_by, first.choice) == ("double", "name", "")
    assert second.state == "ready"
    choose_doubles(book, choices={first.pk: "new"}, by=cast.meja_cirebon)
    finish(save_book(book, by=cast.meja_cirebon))
    assert Migrant.objects.count() == 3
    assert not known.sessions.exists()


def test_what_nobody_decided_is_skipped(make_book, make_migrant, cast):
    make_migrant(full_name="Wagiyem Karangan")
    book = make_book({}, {"Nama": "Orang Lain Contoh"})
    book = finish(save_book(book, by=cast.meja_cirebon))
    assert states(book) == ["skipped", "saved"]


def test_two_lines_about_one_person_make_one_client(make_book, cast):
    book = make_book({}, {"Tgl": "10/08/2026"}, {"Tgl": "11/08/2026"})
    assert states(book) == ["ready", "double", "double"]
    choose_undecided(book, choice="existing", by=cast.meja_cirebon)
    finish(save_book(book, by=cast.meja_cirebon))
    assert Migrant.objects.get().sessions.count() == 3


def test_two_numbers_are_two_people_whatever_their_names(make_book, make_migrant):
    make_migrant(full_name="Wagiyem Karangan", nik="3209145708990001")
    book = make_book({"NIK": "3209145708990003"}, {"NIK": "3209145708990004"})
    assert states(book) == ["ready", "ready"]


def test_the_same_book_again_is_skipped_unless_told_otherwise(make_book, cast):
    line = {"NIK": "3209145708990003"}
    finish(save_book(make_book(line), by=cast.meja_cirebon))
    again = make_book(line)
    row = again.rows.get()
    assert (row.found_by, row.choice) == ("again", "skip")


def test_a_client_of_another_house_is_never_shown_as_a_double(make_book, make_migrant):
    make_migrant(by="wcc.cirebon", full_name="Wagiyem Karangan", nik="3209145708990003")
    assert states(make_book({"NIK": "3209145708990003"})) == ["ready"]


def test_an_undo_takes_back_what_nobody_used(make_book, make_migrant, cast):
    desk = cast.meja_cirebon
    known = make_migrant(full_name="Sudah Terdaftar", nik="3209145708990009")
    book = make_book(
        {"NIK": "3209145708990003"},
        {"NIK": "3209145708990009"},
        {"Nama": "Slamet Contohnya"},
        {"Nama": "Slamet Contohnya", "Tgl": "10/08/2026"},
    )
    choose_undecided(book, choice="existing", by=desk)
    book = finish(save_book(book, by=desk))
    used = Migrant.objects.get(full_name="Wagiyem Karangan")
    open_case(
        used,
        types=[CaseType.objects.get(code="REK03")],
        account="Biaya dua kali.",
        reported_by="self",
        by=desk,
    )
    book = finish(undo_book(book, by=desk))
    assert (book.state, states(book)) == ("undone", ["kept", "undone", "undone", "undone"])
    assert set(Migrant.objects.all()) == {known, used}
    assert CounsellingSession.objects.get().migrant == used
    assert Event.objects.filter(subject=book.pk, verb="book.undone").exists()


def test_saving_twice_is_not_possible(make_book, cast):
    book = make_book({})
    save_book(book, by=cast.meja_cirebon)
    with pytest.raises(NotPossible):
        save_book(book, by=cast.meja_cirebon)


def test_the_columns_are_remembered_for_the_office(make_book, cast):
    make_book({})
    remembered = ColumnMapping.objects.get(organisation=cast.meja_cirebon.posting.organisation)
    assert remembered.columns["sex"] == "L/P"
    assert guess(["Tgl", "L/P", "X"], {"kind": "X"})["kind"] == "X"


def test_whoever_lost_the_right_stops_the_book(make_book, cast):
    book = make_book({})
    save_book(book, by=cast.meja_cirebon)
    posting = cast.meja_cirebon.posting
    posting.ends_on = timezone.localdate() - timedelta(days=1)
    posting.save(update_fields=["ends_on"])
    book = finish(book)
    assert (book.state, book.failure) == ("failed", "no_right")
    assert not Migrant.objects.exists()


def test_a_book_that_is_worked_on_is_left_alone_until_its_worker_is_silent(make_book, cast):
    book = make_book({})
    save_book(book, by=cast.meja_cirebon)
    BookImport.objects.filter(pk=book.pk).update(worked_at=timezone.now())
    assert work_batch() is None
    BookImport.objects.filter(pk=book.pk).update(worked_at=timezone.now() - timedelta(minutes=1))
    assert work_batch() == book.pk


def test_an_unsaved_book_can_be_thrown_away_and_a_saved_one_cannot(make_book, cast):
    discard_book(make_book({}), by=cast.meja_cirebon)
    assert not BookRow.objects.exists()
    book = finish(save_book(make_book({}), by=cast.meja_cirebon))
    with pytest.raises(NotPossible):
        discard_book(book, by=cast.meja_cirebon)


def test_old_books_keep_no_values(make_book, cast):
    saved = finish(save_book(make_book({}), by=cast.meja_cirebon))
    forgotten = make_book({"Nama": "Lain Contoh"})
    empty_old_books(timezone.now() + timedelta(days=1))
    assert saved.rows.get().values == {}
    assert not BookImport.objects.filter(pk=forgotten.pk).exists()
    assert Migrant.objects.count() == 1


def test_a_book_that_breaks_off_tells_the_log_where_and_not_about_whom(
    make_book, monkeypatch, caplog
):
    def stumble(book):
        raise ValueError("Wagiyem Karangan")

    book = make_book({}, checked=False)
    map_book(book, columns={"full_name": "Nama"}, by=book.by)
    monkeypatch.setitem(book_batches.STEPS, "checked", stumble)
    work_batch()
    assert BookImport.objects.get(pk=book.pk).failure == "broken"
    assert "ValueError" in caplog.text
    assert "in stumble" in caplog.text
    assert "ValueError: Wagiyem" not in caplog.text
