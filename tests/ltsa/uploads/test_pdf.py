"""A PDF is kept when it is only paper, however well the rest is hidden."""

import time
from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError

from ltsa.uploads.pdf import check_pdf
from tests.ltsa.uploads.papers import pack, pdf, stream

RUNS = b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"
HIDDEN = {
    "a program at the start": pdf(RUNS, catalog=b"/OpenAction 4 0 R"),
    "its name written in numbers": pdf(b"<< /#53 /#4aava#53cript /J#53 (1) >>"),
    "packed in an object stream": pdf(pack(RUNS)),
    "packed among others": pdf(pack(b"(\\(a)", b"[1 2]", RUNS)),
    "packed twice": pdf(pack(b"<< /S /#4Caunch /F (cmd.exe) >>")),
    "behind a doubled key": pdf(b"<< /S /JavaScript /S /GoTo /D 1 >>"),
    "in a catalog of its own revision": pdf() + pdf(RUNS),
    "after an open bracket": pdf(b"(never closed", RUNS),
    "after a comment": pdf(b"%( a\n<< /S % x\n /Launch >>"),
    "a name that stands alone": pdf(b"/JavaScript", b"<< /S 4 0 R >>"),
    "another file": pdf(stream(b"MZ", b"/Type /EmbeddedFile")),
    "a list of files": pdf(catalog=b"/Names << /EmbeddedFiles << /Names [] >> >>"),
    "a form of Adobe": pdf(catalog=b"/AcroForm << /XFA 4 0 R /Fields [] >>"),
    "a film": pdf(b"<< /Type /Annot /Subtype /RichMedia >>"),
    "a form that is sent away": pdf(b"<< /S /SubmitForm /F (http://contoh.example) >>"),
    "a file of a stranger's server": pdf(b"<< /S /GoToR /F (\\\\\\\\contoh\\\\a) >>"),
    "not listed in its table": pdf(tail=b"9 0 obj\n" + RUNS + b"\nendobj\n%%EOF\n"),
    "in the trailer": pdf(trailer=b"/X << /S /Launch >>"),
}
BROKEN = {
    "only the head": b"%PDF-1.7\n" + b"\0" * 200,
    "cut": pdf()[:-60],
    "no page": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n",
    "a pack that is none": pdf(
        b"<< /Type /ObjStm /N 1 /First 4 /Length 3 >>\nstream\nabc\nendstream"
    ),
    "a circle of pages": pdf().replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"),
    "nested without end": pdf().replace(b"/Kids [3", b"/Kids " + b"[" * 100_000 + b"[3"),
}


def refused(content: bytes) -> str:
    with pytest.raises(ValidationError) as said:
        check_pdf(content)
    assert len(said.value.messages[0]) > 20
    return said.value.code


def test_a_paper_is_kept_byte_for_byte():
    paper = pdf(
        stream(b"BT (obj /JavaScript) Tj ET"), b"<< /S /URI /URI (https://contoh.example) >>"
    )
    assert check_pdf(paper) == paper
    assert check_pdf(pdf(pack(b"<< /Type /Font >>", b"[/A#20B (x)]")))


@pytest.mark.parametrize("how", HIDDEN)
def test_a_program_is_found_however_it_hides(how):
    assert refused(HIDDEN[how]) == "active"


@pytest.mark.parametrize("how", BROKEN)
def test_what_is_no_paper_is_called_broken(how):
    assert refused(BROKEN[how]) in ("broken", "complex")


def test_a_locked_paper_says_that_it_is_locked():
    lock = (
        b"<< /Filter /Standard /V 1 /R 2 /O (" + b"a" * 32 + b") /U (" + b"b" * 32 + b") /P -1 >>"
    )
    assert refused(pdf(lock, trailer=b"/Encrypt 4 0 R /ID [(a) (a)]")) == "locked"


def test_an_archive_behind_a_paper_is_refused():
    assert refused(pdf(tail=b"PK\x05\x06" + b"\0" * 18)) == "hidden"


@pytest.mark.parametrize("piece", ["obj(", "obj%", "obj[", "obj<", "obj/a "])
def test_a_paper_made_to_choke_its_reader_is_answered_soon(piece):
    began = time.monotonic()
    with suppress(ValidationError):
        check_pdf(pdf(piece.encode() * 500_000))
    assert time.monotonic() - began < 15


def test_a_pack_that_unpacks_without_end_is_refused():
    assert (
        refused(pdf(*[stream(b" " * 3_900_000, b"/Type /ObjStm /N 0 /First 0")] * 12)) == "complex"
    )
    assert refused(pdf(stream(b" " * 20_000_000, b"/Type /ObjStm /N 0 /First 0"))) == "broken"
