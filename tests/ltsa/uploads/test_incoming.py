"""What is handed in is known by its first bytes, refused with what is accepted instead, and weighed."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from ltsa.uploads import PDF, PHOTO, VOICE, Limits, read_upload
from tests.ltsa.uploads.papers import pdf

MB = 1024 * 1024
LIMITS = Limits({PHOTO: MB, PDF: MB, VOICE: 2 * MB}, longest_side=300)
BAD = {
    "a drawing with a script": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "a page": b"<!doctype html><script>alert(1)</script>",
    "an archive": b"PK\x03\x04" + b"\0" * 200,
    "a program": b"MZ\x90\0\x03" + b"\0" * 200,
    "an old document": b"\xd0\xcf\x11\xe0" + b"\0" * 200,
    "a paper behind a page": b"<html>" + pdf(),
    "a film": b"\0\0\0\x18ftypheic" + b"\0" * 40,
    "words": b"Slip gaji",
}


def upload(content: bytes, name="bukti.pdf"):
    return SimpleUploadedFile(name, content, "application/pdf")


def refused(content: bytes, limits=LIMITS) -> ValidationError:
    with pytest.raises(ValidationError) as said:
        read_upload(upload(content), limits)
    return said.value


@pytest.mark.parametrize("what", BAD)
def test_whatever_is_not_accepted_is_told_what_is(what):
    said = refused(BAD[what])
    assert said.code == "type"
    assert "JPG" in said.messages[0] and "PDF" in said.messages[0]


def test_a_paper_is_known_whatever_its_name():
    kept = read_upload(upload(pdf(), "foto.jpg"), LIMITS)
    assert (kept.media_type, kept.kind, kept.content, kept.scanned_at) == (
        "application/pdf", PDF, pdf(), None,
    )  # fmt: skip


def test_a_photo_is_drawn_anew_and_no_larger_than_asked():
    written = io.BytesIO()
    Image.new("RGB", (900, 300)).save(written, "PNG")
    kept = read_upload(upload(written.getvalue()), LIMITS)
    assert kept.media_type == "image/jpeg"
    assert Image.open(io.BytesIO(kept.content)).size == (300, 100)


def test_each_kind_has_its_own_limit():
    assert refused(pdf(tail=b" " * MB + b"%%EOF")).code == "large"
    assert read_upload(upload(b"OggS" + b"\0" * MB), LIMITS).kind == VOICE
    assert refused(b"OggS" + b"\0" * 2 * MB).code == "large"
    assert refused(b"").code == "empty"


def test_a_paper_is_no_proof_where_papers_are_not_taken():
    assert refused(pdf(), Limits({PHOTO: MB, VOICE: MB})).code == "type"
