import io

import pytest
from pypdf import PdfReader

from ltsa.letters.render import clean, render_pdf, render_pictures, unprintable
from ltsa.letters.sheets import money

CODE = ['#read("/etc/passwd")', "$x^2$", "\\ garis", "*tebal*", "@rujukan", "`kode`", "<label>", '"); #panic("', "// komentar", "= judul", "_miring_"]  # fmt: skip


def said(**sheet) -> str:
    pdf = render_pdf({"head": ["KANTOR CONTOH"], "reference": "S-7F3KQ2M", **sheet})
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


@pytest.mark.parametrize("typed", CODE)
def test_nothing_that_is_typed_is_code(typed):
    row = {
        "kind": "table",
        "columns": [{"label": typed, "number": False, "wide": True}],
        "rows": [[typed]],
    }
    words = said(
        head=[typed], to=[typed], copies=[typed], facts=[["Perihal", typed]], place_date=typed,
        parts=[{"kind": "text", "text": typed}, row, {"kind": "list", "rows": [typed]}],
    )  # fmt: skip
    assert words.count(typed) == 9
    assert "root:" not in words


def test_the_pdf_is_an_archive_copy_without_author():
    pdf = render_pdf({"reference": "S-7F3KQ2M"})
    reader = PdfReader(io.BytesIO(pdf))
    assert b"pdfaid:part" in pdf and reader.metadata.title == "Surat"
    assert reader.metadata.author is None
    assert all(font.startswith("/") for font in reader.pages[0]["/Resources"]["/Font"])


def test_a_watermark_is_printed_only_when_asked_for():
    pdf = render_pdf({"reference": "S-7F3KQ2M"}, watermark="Salinan kerja P1234567")
    assert "Salinan kerja P1234567" in PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    assert "Salinan" not in said()


def test_signs_that_no_font_has_are_found_and_invisible_ones_are_dropped():
    assert unprintable("Siti é ō 5 € – “kutip” Rp1.000 Σ Ж") == ""
    assert unprintable("Tuan 王 dan عبد 王") == "王عبد"
    assert clean("a\x00b\u202ec\ud800d\r\ne") == "abcd\ne"


def test_every_sign_that_counts_as_printable_is_printed():
    signs = [
        chr(n)
        for n in [*range(0x20, 0x22FF + 1)]
        if not unprintable(chr(n)) and chr(n).isprintable()
    ]
    assert render_pdf({"parts": [{"kind": "text", "text": " ".join(signs)}]}).startswith(b"%PDF")


def test_a_letter_can_be_looked_at_as_a_picture():
    assert [page[:4] for page in render_pictures({"reference": "S-7F3KQ2M"})] == [b"\x89PNG"]


@pytest.mark.parametrize(
    ("amount", "currency", "written"),
    [(1250000, "IDR", "Rp1.250.000"), (9200, "HKD", "HKD 9.200,00"), (0.5, "USD", "USD 0,50")],
)
def test_money_is_written_as_an_office_writes_it(amount, currency, written):
    assert money(amount, currency) == written
