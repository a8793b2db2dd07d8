import io
import time
import zipfile
from datetime import date, datetime
from datetime import time as clock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from ltsa.sheets import SheetError, read_sheet

MOMENT = datetime(2026, 8, 9, 14, 5)  # noqa: DTZ001  a spreadsheet knows no time zone


def book(*lines, prepare=None) -> bytes:
    workbook = Workbook()
    for line in lines:
        workbook.active.append(line)
    if prepare:
        prepare(workbook)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def read(body: bytes, *, max_rows=100, max_columns=20):
    return read_sheet(io.BytesIO(body), max_rows=max_rows, max_columns=max_columns)


def refusal(body: bytes, **limits) -> str:
    with pytest.raises(SheetError) as refused:
        read(body, **limits)
    assert refused.value.messages[0]
    return refused.value.code


def with_part(body: bytes, name: str, content: bytes, *, without: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for part in old.infolist():
            if part.filename not in (name, without):
                new.writestr(part.filename, old.read(part))
        new.writestr(name, content)
    return out.getvalue()


def test_a_book_gives_headers_and_rows_of_text():
    sheet = read(book(["Nama", "Umur"], ["Contohsari", 31], [None, None], ["Umpamawati", 27.0]))
    assert sheet.headers == ["Nama", "Umur"]
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (2, ["Contohsari", "31"]),
        (4, ["Umpamawati", "27"]),
    ]
    assert sheet.notes == []


def test_dates_times_and_answers_come_as_people_write_them():
    line = [date(2026, 8, 9), MOMENT, clock(7, 30), True, 1.5, " x ", None]
    assert read(book(list("abcdefg"), line)).rows[0].cells == [
        "09/08/2026", "09/08/2026 14.05", "07.30", "ya", "1.5", "x", "",
    ]  # fmt: skip


def test_titles_above_the_headers_are_skipped():
    sheet = read(
        book(
            ["BUKU REGISTER LAYANAN", None, None, "2026"],
            [],
            ["No", "Nama", "Desa", "HP", "Layanan"],
            [1, "Contohsari", "Gebang", "08", "Info"],
        )
    )
    assert sheet.headers == ["No", "Nama", "Desa", "HP", "Layanan"]
    assert [row.number for row in sheet.rows] == [4]


def test_a_table_of_one_column_is_a_table():
    sheet = read(b"Nama\nContohsari\n")
    assert (sheet.headers, [row.cells for row in sheet.rows]) == (["Nama"], [["Contohsari"]])


def test_a_formula_is_read_as_its_text_and_marked():
    row = read(book(["Nama", "Jumlah"], ["Contohsari", "=SUM(1,2)"])).rows[0]
    assert row.cells[1] == "=SUM(1,2)"
    assert row.formulas == {1}
    assert read(b"Nama;Isi\nContohsari;=cmd|' /C calc'!A0\n").rows[0].formulas == {1}


def test_a_nik_typed_as_a_number_is_marked_because_excel_dropped_its_last_digit():
    row = read(book(["Nama", "NIK"], ["Contohsari", 3209145708990000])).rows[0]
    assert row.cells[1] == "3209145708990000"
    assert row.rounded == {1}
    assert read(book(["Nama", "NIK"], ["x", "3209145708990003"])).rows[0].rounded == frozenset()


def test_merged_cells_are_explained_and_their_rows_marked():
    sheet = read(
        book(
            ["Desa", "Nama"],
            ["Gebang", "Contohsari"],
            [None, "Umpamawati"],
            ["Ender", "Misalsari"],
            prepare=lambda one: one.active.merge_cells("A2:A3"),
        )
    )
    assert [row.merged for row in sheet.rows] == [True, True, False]
    assert "A2:A3" in sheet.notes[0]


def test_a_merged_title_is_nothing_to_explain():
    sheet = read(
        book(
            ["BUKU REGISTER", None, None],
            ["Nama", "Desa", "HP"],
            ["Contohsari", "Gebang", "08"],
            prepare=lambda one: one.active.merge_cells("A1:C1"),
        )
    )
    assert sheet.notes == []
    assert not sheet.rows[0].merged


def test_only_the_first_visible_sheet_is_read_and_that_is_said():
    def more(one):
        one.active.sheet_state = "hidden"
        shown = one.create_sheet("Register")
        shown.append(["Nama", "Desa"])
        shown.append(["Umpamawati", "Ender"])

    sheet = read(book(["Rahasia", "x"], ["y", "z"], prepare=more))
    assert sheet.rows[0].cells == ["Umpamawati", "Ender"]
    assert "Register" in sheet.notes[0]


def test_a_column_without_a_title_is_not_read_and_that_is_said():
    sheet = read(book(["Nama", "Desa"], ["Contohsari", "Gebang", "catatan"]))
    assert sheet.rows[0].cells == ["Contohsari", "Gebang"]
    assert "kolom C" in sheet.notes[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_csv_of_every_house(encoding, sign):
    text = f'Nama{sign}Alamat\r\nRené Contoh{sign}"Jl. Umpama, No. 1; Blok 2\r\nRT 3"\r\n\r\nA{sign}B\r\n'
    sheet = read(text.encode(encoding))
    assert sheet.headers == ["Nama", "Alamat"]
    assert [row.number for row in sheet.rows] == [2, 4]
    assert sheet.rows[0].cells[0] == "René Contoh"


def test_the_separator_that_excel_names_is_believed():
    assert read(b"sep=|\r\nNama|Desa\r\nContohsari|Gebang, Kulon\r\n").rows[0].cells[1] == (
        "Gebang, Kulon"
    )


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "empty"),
        (b"  \n \n", "empty"),
        (b";;;\n;;\n", "empty"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "picture"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 100, "picture"),
        (b"%PDF-1.7 ...", "picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "old"),
        (b"<!DOCTYPE html><table><tr><td>Nama</td></tr></table>", "web"),
        (b"\x00\x01\x02\x03\x04", "encoding"),
        (b"Nama;Desa\nab\x81\x8d;c\n", "encoding"),
        (b"PK\x03\x04 and then nothing", "broken"),
        (b"x" * 10_000_001, "large"),
        (b"Nama;Desa\nA;" + b"x" * 5_001, "cell"),
        (b"Nama;Desa\nA;" + b"x" * 200_000, "broken"),
    ],
)
def test_what_is_no_table_is_refused_with_a_reason(body, code):
    assert refusal(body) == code


def test_a_picture_in_the_name_of_a_book_is_no_book():
    assert refusal(with_part(book(["a", "b"]), "x", b"", without="[Content_Types].xml")) == "other"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
        archive.writestr("[Content_Types].xml", "<x/>")
    assert refusal(out.getvalue()) == "other"


def test_a_book_with_macros_is_refused():
    assert refusal(with_part(book(["a", "b"]), "xl/vbaProject.bin", b"x")) == "macro"
    types = b'<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>'
    assert refusal(with_part(book(["a", "b"]), "[Content_Types].xml", types)) in ("macro", "broken")


def test_a_bomb_is_weighed_before_it_is_opened():
    started = time.monotonic()
    bomb = with_part(book(["a", "b"]), "xl/worksheets/sheet9.xml", b"\0" * 70_000_000)
    assert len(bomb) < 200_000
    assert refusal(bomb) == "bomb"
    assert time.monotonic() - started < 5


def test_a_bomb_that_lies_about_its_size_is_refused():
    honest = with_part(book(["a", "b"]), "xl/worksheets/sheet9.xml", b"\0" * 70_000_000)
    size = (70_000_000).to_bytes(4, "little")
    assert refusal(honest.replace(size, (1_000).to_bytes(4, "little"))) in ("bomb", "broken")


def test_entities_are_refused():
    evil = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa">]><worksheet>&a;</worksheet>'
    assert refusal(with_part(book(["a", "b"]), "xl/worksheets/sheet1.xml", evil)) == "broken"


def test_entities_behind_a_long_comment_are_refused():
    comment = b"<!--" + b"x" * 1_000_020 + b"-->"
    evil = b'<?xml version="1.0"?>' + comment + b'<!DOCTYPE x [<!ENTITY a "aa">]><worksheet/>'
    for name in ("xl/worksheets/sheet1.xml", "xl/styles.xml"):
        assert refusal(with_part(book(["a", "b"]), name, evil)) == "broken"


@pytest.mark.parametrize(
    ("name", "tag", "many"),
    [("xl/styles.xml", b"<xf/>", 400_000), ("xl/sharedStrings.xml", b"<si><t>a</t></si>", 1_100_000)],
)  # fmt: skip
def test_a_small_book_that_unfolds_into_millions_of_things_is_refused(name, tag, many):
    started = time.monotonic()
    bomb = with_part(book(["a", "b"]), name, b"<x>" + tag * many + b"</x>")
    assert len(bomb) < 100_000
    assert refusal(bomb) == "bomb"
    assert time.monotonic() - started < 3


def test_a_broken_sheet_is_refused():
    cut = with_part(book(["a", "b"]), "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row")
    assert refusal(cut) == "broken"


def test_too_many_rows_or_columns_are_refused():
    lines = [["Nama", "Desa"]] + [["a", "b"]] * 101
    assert refusal(book(*lines)) == "rows"
    assert len(read(book(*lines[:-1])).rows) == 100
    assert refusal(book(["x"] * 21)) == "columns"
    assert len(read(book(["x"] * 20)).headers) == 20


def test_a_cell_far_below_costs_nothing():
    def corner(one):
        one.active.cell(row=300_000, column=2, value="x")

    started = time.monotonic()
    sheet = read(book(["Nama", "Desa"], ["a", "b"], prepare=corner))
    assert [row.number for row in sheet.rows] == [2, 300_000]
    assert time.monotonic() - started < 10


@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_refused(body):
    try:
        read(body)
    except SheetError as refused:
        assert refused.messages[0]


EMPTY = book(["a", "b"])


@given(st.binary(max_size=200))
def test_any_bytes_as_a_sheet_of_a_book_are_a_table_or_refused(body):
    try:
        read(with_part(EMPTY, "xl/worksheets/sheet1.xml", body))
    except SheetError as refused:
        assert refused.messages[0]
