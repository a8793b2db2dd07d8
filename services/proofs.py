"""A photo of a thumbprint or a signature, a recorded voice: read by what it is, never by its name.

A photo is drawn anew, so that neither the place where it was taken nor anything hidden behind it is kept (domain 4
rule 9). A recording is kept as it is and only ever handed out as a file to save.
"""

import base64
import hashlib
import io
import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

MOST_PHOTO, MOST_VOICE = 3 * 1024 * 1024, 5 * 1024 * 1024
# A JPEG is made smaller while it is read; a PNG stands whole in the memory, and no camera writes one.
MOST_PIXELS, MOST_OF_PNG = 40_000_000, 15_000_000
LONGEST_SIDE = 2000
PHOTO, VOICE = "photo", "voice"
ENDINGS = {"image/jpeg": "jpg", "audio/ogg": "ogg", "audio/mpeg": "mp3", "audio/mp4": "m4a", "audio/wav": "wav"}  # fmt: skip
M4A = {b"M4A ", b"M4B ", b"mp41", b"mp42", b"isom", b"iso2", b"3gp4", b"3gp5", b"3gp6"}
# What no recording holds: a page that a browser would run.
PAGE = re.compile(rb"<\s*(script|svg|html|!doctype|iframe|body)", re.IGNORECASE)


@dataclass(frozen=True)
class Proof:
    """As it is kept; two saves of one form give the same words, so that a double click is known as one."""

    content: bytes
    media_type: str

    @property
    def kind(self) -> str:
        return PHOTO if self.media_type.startswith("image/") else VOICE

    @property
    def size(self) -> int:
        return len(self.content)

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()

    @property
    def text(self) -> str:
        return base64.b64encode(self.content).decode()

    def __str__(self):
        return self.digest


def read_proof(upload) -> Proof:
    """What was handed in, made safe. Raises ValidationError that says what is wrong; nothing is kept then."""
    if upload.size > MOST_VOICE:
        raise ValidationError(_("Berkas ini terlalu besar: foto paling besar 3 MB, suara 5 MB."))
    content = upload.read()
    if content.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        if len(content) > MOST_PHOTO:
            raise ValidationError(_("Foto ini terlalu besar: paling besar 3 MB."))
        return Proof(_drawn_anew(content), "image/jpeg")
    media_type = _voice_type(content)
    if not media_type:
        raise ValidationError(
            _("Berkas ini bukan foto (JPG, PNG) atau rekaman suara (OGG, MP3, M4A, WAV).")
        )
    if PAGE.search(content) or _holds_archive(content):
        raise ValidationError(_("Rekaman ini memuat isi lain. Rekam ulang, lalu pilih lagi."))
    return Proof(content, media_type)


def _drawn_anew(content: bytes) -> bytes:
    """The picture alone, upright, no larger than it must be, as a JPEG."""
    try:
        with Image.open(io.BytesIO(content), formats=["JPEG", "PNG"]) as photo:
            is_png = photo.format == "PNG"  # a JPEG may call itself MPO
            if photo.width * photo.height > (MOST_OF_PNG if is_png else MOST_PIXELS):
                raise ValidationError(_("Foto ini terlalu lebar. Ambil foto yang lebih kecil."))
            if not is_png:
                photo.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            upright = ImageOps.exif_transpose(photo).convert("RGB")
    except (OSError, SyntaxError, ValueError, MemoryError, ArithmeticError, Warning, Image.DecompressionBombError) as error:  # fmt: skip
        raise ValidationError(_("Foto ini rusak. Ambil foto lagi.")) from error
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    clean, written = Image.new("RGB", upright.size), io.BytesIO()
    clean.paste(upright)
    clean.save(written, "JPEG", quality=85)
    return written.getvalue()


def _voice_type(content: bytes) -> str:
    """The type of a recording by its first bytes, or ""."""
    if content.startswith(b"OggS"):
        return "audio/ogg"
    if content.startswith(b"RIFF") and content[8:12] == b"WAVE":
        return "audio/wav"
    if content[4:8] == b"ftyp" and content[8:12] in M4A:
        return "audio/mp4"
    if content.startswith(b"ID3") or _is_mp3_frame(content[:4]):
        return "audio/mpeg"
    return ""


def _is_mp3_frame(head: bytes) -> bool:
    """Eleven set bits, a known version, layer III, and a bitrate and a rate that exist."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return False
    known = head[1] & 0x18 != 0x08 and head[1] & 0x06 == 0x02
    return known and head[2] & 0xF0 not in (0x00, 0xF0) and head[2] & 0x0C != 0x0C


def _holds_archive(content: bytes) -> bool:
    """A ZIP behind the recording: the end of its directory, with a comment that reaches exactly to the end."""
    at = content.rfind(b"PK\x05\x06", -(22 + 65535))
    return at >= 0 and at + 22 + int.from_bytes(content[at + 20 : at + 22], "little") == len(
        content
    )
