"""What is handed in as a proof: a picture or a recording, or a clear answer."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from services.proofs import LIMITS, read_proof

MOST_VOICE, LONGEST_SIDE = LIMITS.largest, LIMITS.longest_side


def photo(kind="JPEG", size=(40, 30), **told) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", size, (200, 120, 60)).save(written, kind, **told)
    return written.getvalue()


def upload(content: bytes, name="foto.jpg", media_type="image/jpeg"):
    return SimpleUploadedFile(name, content, media_type)


def with_place() -> bytes:
    place = Image.Exif()
    place[0x010F] = "Kamera Contoh"
    place[0x0112] = 6  # turned
    place.get_ifd(0x8825)[1] = "S"
    return photo(exif=place.tobytes())


ZIP_END = b"PK\x05\x06" + b"\0" * 18
VOICES = {
    "audio/ogg": b"OggS" + b"\0" * 60,
    "audio/wav": b"RIFF\x24\0\0\0WAVEfmt " + b"\0" * 40,
    "audio/mp4": b"\0\0\0\x18ftypM4A " + b"\0" * 40,
    "audio/mpeg": b"ID3\x04" + b"\0" * 60,
}
BAD = {
    "a program renamed": b"MZ\x90\0\x03" + b"\0" * 200,
    "a drawing that runs scripts": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "an archive": b"PK\x03\x04" + b"\0" * 200,
    "a page": b"<!doctype html><script>alert(1)</script>",
    "a PDF": b"%PDF-1.7\n" + b"\0" * 200,
    "a moving picture": b"GIF89a" + b"\0" * 200,
    "a cut picture": photo(size=(400, 300))[:200],
    "only the head of a picture": b"\x89PNG\r\n\x1a\n",
    "a recording with a page inside": b"ID3\x04" + b"\0" * 60 + b"< SCRIPT >alert(1)",
    "a recording with an archive behind": VOICES["audio/ogg"] + ZIP_END,
    "too much": b"OggS" + b"\0" * MOST_VOICE,
    "a film": b"\0\0\0\x18ftypheic" + b"\0" * 40,
}


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_photo_is_kept_as_a_new_picture(kind):
    proof = read_proof(upload(photo(kind)))
    assert (proof.media_type, proof.kind) == ("image/jpeg", "photo")
    assert Image.open(io.BytesIO(proof.content)).size == (40, 30)


def test_where_and_with_what_it_was_taken_is_not_kept():
    assert b"Kamera Contoh" in with_place()
    proof = read_proof(upload(with_place()))
    kept = Image.open(io.BytesIO(proof.content))
    assert not kept.getexif()
    assert b"Kamera" not in proof.content
    assert kept.size == (30, 40)  # upright all the same


def test_what_hides_behind_a_picture_is_gone():
    hidden = photo("PNG") + b"PK\x03\x04<script>alert(1)</script>" + ZIP_END
    proof = read_proof(upload(hidden))
    assert b"script" not in proof.content
    assert b"PK\x05\x06" not in proof.content


def test_a_large_photo_becomes_smaller():
    proof = read_proof(upload(photo(size=(3000, 1000))))
    assert Image.open(io.BytesIO(proof.content)).width == LONGEST_SIDE


def test_a_picture_of_many_millions_of_dots_is_refused_before_it_is_drawn():
    with pytest.raises(ValidationError):
        read_proof(upload(photo("PNG", size=(9000, 9000))))


@pytest.mark.parametrize("media_type", VOICES)
def test_a_recording_is_known_by_what_it_is(media_type):
    proof = read_proof(upload(VOICES[media_type], "foto.jpg", "image/jpeg"))
    assert (proof.media_type, proof.kind) == (media_type, "voice")
    assert proof.content == VOICES[media_type]


@pytest.mark.parametrize("what", BAD)
def test_anything_else_gets_a_clear_answer(what):
    with pytest.raises(ValidationError) as refused:
        read_proof(upload(BAD[what]))
    assert len(refused.value.messages[0]) > 20


def test_the_same_file_twice_is_known_as_one():
    assert str(read_proof(upload(photo()))) == str(read_proof(upload(photo(), "lain.png")))


def test_a_large_picture_that_cannot_be_read_smaller_is_refused_sooner():
    with pytest.raises(ValidationError):
        read_proof(upload(photo("PNG", (4000, 4000))))
    turned = Image.Exif()
    turned[0x0112] = 6
    kept = read_proof(upload(photo("JPEG", (4000, 3000), exif=turned.tobytes())))
    assert Image.open(io.BytesIO(kept.content)).size == (1500, LONGEST_SIDE)
