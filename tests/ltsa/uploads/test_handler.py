"""A body of any size costs no more memory than a form may hold, and no file of the server."""

import tracemalloc

import pytest
from django.test import RequestFactory

from ltsa.uploads.handler import HEAD, MOST_BODY, MOST_KEPT

EDGE = "garis"
GIGABYTE = 1 << 30


def part(name: str, value: str) -> bytes:
    return f'--{EDGE}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()


class Body:
    """A form whose file has no end, made as it is read."""

    readline = None  # whoever asks for lines of it is wrong

    def __init__(self, size: int):
        head = part("kind", "evidence") + part("note", "Slip gaji Maret")
        head += f'--{EDGE}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n'.encode()
        self.head = head + b"Content-Type: application/pdf\r\n\r\n"
        self.tail = f"\r\n--{EDGE}--\r\n".encode()
        self.size, self.given = size, 0

    def read(self, size: int = -1) -> bytes:
        size = min(size if size >= 0 else self.size, self.size - self.given)
        start, self.given = self.given, self.given + size
        if start >= len(self.head) and self.given <= self.size - len(self.tail):
            return b"x" * size
        whole = self.head if start < len(self.head) else b""
        piece = whole[start : start + size]
        piece += b"x" * (size - len(piece))
        after = self.given - (self.size - len(self.tail))
        return piece[: len(piece) - after] + self.tail[:after] if after > 0 else piece


def sent(size: int, **extra):
    body = Body(size)
    kind = f"multipart/form-data; boundary={EDGE}"
    told = {"wsgi.input": body, "CONTENT_TYPE": kind, "CONTENT_LENGTH": str(size), **extra}
    return RequestFactory().generic("POST", "/", **told), body


@pytest.mark.parametrize("size", [GIGABYTE, 50 * GIGABYTE, MOST_BODY + 1])
def test_of_a_gigabyte_the_head_alone_is_read_and_what_was_typed_is_there(size):
    request, body = sent(size)
    tracemalloc.start()
    told, upload = request.POST.dict(), request.FILES["file"]
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert told == {"kind": "evidence", "note": "Slip gaji Maret"}
    assert upload.size == size
    assert body.given <= HEAD
    assert peak < 8 * HEAD


def test_a_file_larger_than_any_form_takes_is_counted_and_thrown_away():
    request, body = sent(MOST_KEPT + 5_000_000)
    tracemalloc.start()
    upload = request.FILES["file"]
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert upload.size > MOST_KEPT
    assert len(upload.read(1000)) == 1000
    assert body.given == body.size
    assert peak < 3 * MOST_KEPT


def test_a_file_of_the_usual_size_arrives_whole_and_never_touches_the_disk():
    request, _body = sent(6_000_000)
    upload = request.FILES["file"]
    assert upload.read().strip(b"x") == b""
    assert upload.size > 5_999_000
    assert not hasattr(upload, "temporary_file_path")


def test_a_body_without_a_length_is_not_read_at_all():
    request, body = sent(GIGABYTE, HTTP_TRANSFER_ENCODING="chunked", CONTENT_LENGTH="")
    assert not request.FILES
    assert body.given == 0
