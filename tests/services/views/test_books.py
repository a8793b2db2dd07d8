"""The pages of an import, as an officer walks through them."""

import csv
import io
import uuid
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from services.actions.book_batches import work_batch
from services.books.columns import guess
from services.models import BookImport, BookRow, Migrant

HEADERS = ["Nama", "L/P", "Umur", "Desa", "Kecamatan", "Status", "Tgl", "Layanan", "NIK"]
LINE = ["Wagiyem Karangan", "P", "27", "Gebang Kulon", "Gebang", "CPMI", "09/08/2026", "Informasi"]
AGREED = {"agreed": "on"}


def xlsx(*lines) -> bytes:
    book = Workbook()
    for line in lines:
        book.active.append(line)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def upload(client, body: bytes, name="buku.xlsx", key=None):
    told = {"file": SimpleUploadedFile(name, body), "idempotency_key": key or str(uuid.uuid4())}
    return client.post("/impor/", told)


def work() -> None:
    book = work_batch()
    while book:
        book = work_batch(book)


@pytest.fixture
def desk(as_user):
    return as_user("meja.cirebon")


@pytest.fixture
def checked(desk):
    """A book with one good and one wrong line, checked."""

    def make(*lines) -> BookImport:
        answer = upload(desk, xlsx(HEADERS, *(lines or [LINE, ["=1+1", *LINE[1:]]])))
        book = BookImport.objects.latest("created_at")
        assert answer.url == f"/impor/{book.pk}/kolom/"
        answer = desk.post(answer.url, guess(book.headers, {}) | AGREED)
        assert answer.status_code == 302, answer.context["form"].errors
        work()
        return BookImport.objects.get(pk=book.pk)

    return make


def test_the_whole_way_of_a_book(desk, checked):
    book = checked()
    page = desk.get(f"/impor/{book.pk}/").content.decode()
    assert "Simpan 1 baris" in page
    assert "rumus" in page
    assert "Wagiyem" not in page
    desk.post(f"/impor/{book.pk}/simpan/")
    running = desk.get(f"/impor/{book.pk}/").content.decode()
    assert "0 dari 1 baris" in running
    assert 'hx-trigger="every 2s"' in running
    part = desk.get(f"/impor/{book.pk}/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    work()
    done = desk.get(f"/impor/{book.pk}/", headers={"HX-Request": "true"})
    assert done["HX-Refresh"] == "true"
    assert Migrant.objects.get().full_name == "Wagiyem Karangan"
    assert "dihapus" in desk.get(f"/impor/{book.pk}/batalkan/").content.decode()
    desk.post(f"/impor/{book.pk}/batalkan/")
    work()
    assert "Dibatalkan" in desk.get(f"/impor/{book.pk}/").content.decode()
    assert not Migrant.objects.exists()


def test_the_sheet_that_goes_back_says_what_to_mend_and_runs_nothing(desk, checked):
    book = checked(LINE, ["+62 Orang", "X", *LINE[2:]], ["=1+1", *LINE[1:]])
    answer = desk.get(f"/impor/{book.pk}/perbaikan.xlsx")
    sheet = load_workbook(io.BytesIO(answer.content)).active
    rows = list(sheet.iter_rows())
    assert [cell.value for cell in rows[0]][:2] == ["Yang perlu diperbaiki", "Nama"]
    assert len(rows) == 3
    assert "Jenis kelamin: Kata ini tidak ada" in rows[1][0].value
    assert all(cell.data_type == "s" for row in rows for cell in row if cell.value)


def test_the_template_can_be_brought_back_at_once(desk):
    answer = desk.get("/impor/templat.xlsx")
    book = load_workbook(io.BytesIO(answer.content))
    assert book.sheetnames == ["Isian", "Daftar kode"]
    codes = {cell.value for row in book["Daftar kode"].iter_rows() for cell in row}
    assert {"Perempuan", "Tatap muka", "Gebang Kulon"} <= codes
    book["Isian"].append(["Wagiyem Karangan"])
    out = io.BytesIO()
    book.save(out)
    page = desk.get(upload(desk, out.getvalue()).url)
    assert page.context["form"].initial["paper_number"] == "Nomor di buku"
    assert not [name for name, field in page.context["form"].fields.items() if field.required and name not in page.context["form"].initial and name != "agreed"]  # fmt: skip


def test_doubles_are_decided_line_by_line(desk, checked, make_migrant):
    known = make_migrant(full_name="Wagiyem Karangan")
    book = checked(LINE)
    page = desk.get(f"/impor/{book.pk}/ganda/").content.decode()
    assert known.code in page
    row = book.rows.get()
    desk.post(f"/impor/{book.pk}/ganda/", {str(row.pk): "existing"})
    row.refresh_from_db()
    assert row.choice == "existing"


def test_one_answer_for_all_that_are_undecided(desk, checked, make_migrant):
    make_migrant(full_name="Wagiyem Karangan")
    book = checked(LINE)
    desk.post(f"/impor/{book.pk}/ganda/semua/", {"choice": "skip"})
    assert book.rows.get().choice == "skip"


def test_csv_of_indonesian_excel_is_read(desk):
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([HEADERS, LINE])
    upload(desk, b"\xef\xbb\xbf" + out.getvalue().encode(), "buku.csv")
    assert BookImport.objects.get().headers == HEADERS


def macro_book() -> bytes:
    out = io.BytesIO(xlsx(HEADERS, LINE))
    with zipfile.ZipFile(out, "a") as book:
        book.writestr("xl/vbaProject.bin", b"x")
    return out.getvalue()


def bomb() -> bytes:
    out = io.BytesIO(xlsx(HEADERS, LINE))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/worksheets/sheet2.xml", b"0" * 100_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("make", "word"),
    [
        (lambda: b"x" * 50_000_000, "10 MB"),
        (macro_book, "makro"),
        (bomb, "terlalu besar"),
        (lambda: b"\x89PNG\r\n\x1a\n" + b"0" * 200, "gambar"),
        (lambda: b"Nama;L/P\n\x00\x01\x02;\x03", "bukan tabel"),
        (lambda: b"", "kosong"),
        (lambda: b"PK\x03\x04" + b"0" * 200, "rusak"),
        (lambda: xlsx(HEADERS), "belum ada isian"),
        (lambda: xlsx(["x"] * 100, ["y"] * 100), "60 kolom"),
    ],
    ids=["50 MB", "macros", "zip bomb", "picture", "encoding", "nothing", "broken", "headers only", "wide"],
)  # fmt: skip
def test_a_file_that_is_no_book_gets_a_clear_answer_and_leaves_nothing(desk, make, word):
    answer = upload(desk, make())
    assert answer.status_code == 200
    assert word in answer.content.decode()
    assert not BookImport.objects.exists()
    assert not BookRow.objects.exists()


def test_merged_cells_are_told(desk):
    book = Workbook()
    for line in [HEADERS, LINE, LINE]:
        book.active.append(line)
    book.active.merge_cells("A2:A3")
    out = io.BytesIO()
    book.save(out)
    answer = upload(desk, out.getvalue())
    assert "gabungan" in desk.get(answer.url).content.decode()


def test_two_clicks_make_one_book(desk):
    key, body = str(uuid.uuid4()), xlsx(HEADERS, LINE)
    first, second = upload(desk, body, key=key), upload(desk, body, key=key)
    assert first.url == second.url
    assert BookImport.objects.count() == 1


def test_columns_must_be_told_and_agreed(desk):
    answer = upload(desk, xlsx(["A", "B"], ["x", "y"]))
    page = desk.post(answer.url, {"full_name": "A", "sex": "A"})
    errors = page.context["form"].errors
    assert {"agreed", "sex", "village", "date", "kind", "client_type", "age"} <= set(errors)
    assert BookImport.objects.get().state == "waiting"


def test_a_column_that_is_missing_may_be_the_same_on_every_line(desk):
    without = [*HEADERS[:5], *HEADERS[6:7]]
    answer = upload(desk, xlsx(without, [*LINE[:5], LINE[6]]))
    book = BookImport.objects.get()
    told = {"client_type": "all:prospective", "kind": "all:safe_migration"}
    desk.post(answer.url, guess(book.headers, {}) | told | AGREED)
    work()
    assert book.rows.get().state == "ready"


def test_another_office_sees_nothing_of_it(as_user, checked):
    book = checked()
    for path in ("", "kolom/", "ganda/", "perbaikan.xlsx", "batalkan/"):
        assert as_user("meja.tulungagung").get(f"/impor/{book.pk}/{path}").status_code == 404
        assert as_user("wcc.cirebon").get(f"/impor/{book.pk}/{path}").status_code == 403


def test_an_unsaved_book_can_be_thrown_away(desk, checked):
    book = checked()
    assert desk.post(f"/impor/{book.pk}/buang/").url == "/impor/"
    assert not BookRow.objects.exists()


def test_whoever_may_import_finds_the_way_from_the_list_of_clients(desk, as_user):
    assert "/impor/" in desk.get("/klien/").content.decode()
    assert "/impor/" not in as_user("konselor.cirebon").get("/klien/").content.decode()
    assert "Langkah pertama" in desk.get("/impor/").content.decode()
