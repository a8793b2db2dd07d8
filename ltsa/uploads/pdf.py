"""A PDF that is only paper: no password, no program, no other file inside, nothing that starts by itself.

Every object that any reader could find is looked at (also those of earlier revisions, and those packed into object
streams), from its first byte on, so that neither a broken table, a name written as #4a#53, nor a doubled key hides one.
"""

import io
import re
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from pypdf import PdfReader, apply_configuration
from pypdf.generic import StreamObject, read_object

from .archive import holds_archive

ACTIVE = frozenset(
    b"JavaScript JS Launch EmbeddedFile EmbeddedFiles EF FileAttachment XFA RichMedia RichMediaContent "
    b"RichMediaExecute ImportData SubmitForm GoToE GoToR Movie Sound Rendition 3D OnInstantiate".split()
)
MOST_PAGES = 500
# What a scanned contract never needs, and a file made to choke its reader does.
MOST_TOKENS, MOST_BYTES = 3_000_000, 60_000_000
MOST_UNPACKED, MOST_PACKS, MOST_TABLES = 30_000_000, 2_000, 60
LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": 4_000_000,
    "lzw_maximum_output_length": 4_000_000,
    "run_length_maximum_output_length": 4_000_000,
    "brotli_maximum_output_length": 4_000_000,
    "array_based_stream_maximum_output_length": 4_000_000,
    "stream_decoding_work_maximum_length": 12_000_000,
    "stream_filters_maximum_length": 4,
    "zlib_maximum_recovery_input_length": 100_000,
    "page_tree_maximum_entries": 4 * MOST_PAGES,
    "jbig2dec_binary": None,  # starts no other program
}
TOKEN = re.compile(
    rb"(?P<space>[\0\t\n\f\r ]+|%[^\r\n]*)|(?P<name>/[^\0\t\n\f\r ()<>\[\]{}/%]*)|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|<[0-9A-Fa-f\s]*>|(?P<text>\()|(?P<word>[^\0\t\n\f\r ()<>\[\]{}/%]+)|."
)
IN_TEXT = re.compile(rb"[()]|\\.", re.DOTALL)
HEX = re.compile(rb"#([0-9A-Fa-f]{2})")
OBJECT = re.compile(rb"(?<!end)obj|trailer")


class _TooMuch(Exception):
    """More work than a paper is worth."""


class _Walk:
    """Reads objects of one file; all together cost no more than a paper may."""

    def __init__(self) -> None:
        self.tokens, self.read, self.unpacked = 0, 0, 0

    def spend(self, read: int) -> None:
        self.tokens += 1
        self.read += read
        if self.tokens > MOST_TOKENS or self.read > MOST_BYTES:
            raise _TooMuch

    def names_at(self, content: bytes, at: int) -> tuple[list[bytes], int]:
        """The names in the one object that starts at `at`, as they are meant, and where it ends."""
        names, depth = [], 0
        while found := TOKEN.match(content, at):
            self.spend(found.end() - at)
            at, kind = found.end(), found.lastgroup
            if kind == "space":
                continue
            if kind == "name":
                names.append(HEX.sub(lambda two: bytes([int(two[1], 16)]), found["name"][1:]))
            elif kind == "text":
                at = self._after_text(content, at)
            elif kind in ("open", "close"):
                depth += 1 if kind == "open" else -1
            if depth <= 0:
                break
        return names, at

    def _after_text(self, content: bytes, at: int) -> int:
        depth = 1
        while depth and (found := IN_TEXT.search(content, at)):
            self.spend(found.end() - at)
            at = found.end()
            depth += {b"(": 1, b")": -1}.get(found[0], 0)
        return at if not depth else len(content)

    def after_space(self, content: bytes, at: int) -> int:
        while (found := TOKEN.match(content, at)) and found.lastgroup == "space":
            self.spend(found.end() - at)
            at = found.end()
        return at


def check_pdf(content: bytes) -> bytes:
    """The PDF as it came. Raises ValidationError (broken, locked, active, hidden, complex)."""
    if b"%%EOF" not in content[-1024:]:
        raise _broken()
    if holds_archive(content):
        raise ValidationError(
            _("PDF ini memuat isi lain. Simpan ulang, lalu pilih lagi."), "hidden"
        )
    try:
        with apply_configuration(**LIMITS):
            _look_through(content)
    except ValidationError:
        raise
    except _TooMuch as error:
        text = _("PDF ini terlalu rumit untuk diperiksa. Foto lembarnya, lalu pilih fotonya.")
        raise ValidationError(text, "complex") from error
    except Exception as error:  # whatever a hostile PDF does to its reader
        raise _broken() from error
    return content


def _look_through(content: bytes) -> None:
    walk, packs, tables = _Walk(), [], 0
    for found in OBJECT.finditer(content):
        names, end = walk.names_at(content, found.end())
        _refuse(names)
        tables += b"XRef" in names
        is_pack = bool({b"ObjStm", b"First"} & set(names))
        if is_pack and content.startswith(b"stream", walk.after_space(content, end)):
            if names.count(b"Filter") > 1 or names.count(b"First") > 1:
                raise _broken()
            packs.append(found.end())
    if tables > MOST_TABLES or len(packs) > MOST_PACKS:
        raise _TooMuch
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted:
        raise _locked()
    for at in packs:
        for names in _packed(reader, content, at, walk):
            _refuse(names)
    if not 1 <= len(reader.pages) <= MOST_PAGES:
        raise _broken() if not len(reader.pages) else _TooMuch


def _packed(reader, content: bytes, at: int, walk: _Walk) -> Iterator[list[bytes]]:
    """The names of every object in the object stream that starts at `at`."""
    stream = io.BytesIO(content)
    stream.seek(walk.after_space(content, at))
    pack = read_object(stream, reader)
    if not isinstance(pack, StreamObject):
        raise _broken()
    body = pack.get_data()
    walk.unpacked += len(body)
    if walk.unpacked > MOST_UNPACKED:
        raise _TooMuch
    first = int(str(pack["/First"]))
    places = body[:first].split()[1::2]
    if len(places) < int(str(pack["/N"])):
        raise _broken()
    for place in places:
        yield walk.names_at(body, first + int(place))[0]


def _refuse(names: list[bytes]) -> None:
    if b"Encrypt" in names:
        raise _locked()
    if ACTIVE.intersection(names):
        text = _("PDF ini memuat program, formulir aktif, atau berkas lain di dalamnya. Cetak ke PDF biasa, atau foto lembarnya.")  # fmt: skip
        raise ValidationError(text, "active")


def _locked() -> ValidationError:
    return ValidationError(
        _("PDF ini terkunci kata sandi. Simpan dulu tanpa kata sandi, lalu pilih lagi."), "locked"
    )


def _broken() -> ValidationError:
    return ValidationError(
        _("PDF ini rusak atau tidak lengkap. Simpan ulang, atau foto lembarnya."), "broken"
    )
