"""What is accepted, how large, and what comes out."""

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .pdf import check_pdf
from .photo import JPEG, draw_anew
from .scanner import scan
from .voice import check_voice, voice_type

PHOTO, VOICE, PDF = "photo", "voice", "pdf"
MB = 1024 * 1024
ENDINGS = {
    JPEG: "jpg",
    "application/pdf": "pdf",
    "audio/ogg": "ogg",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "audio/wav": "wav",
}
KINDS = {"image": PHOTO, "audio": VOICE, "application": PDF}


def kind_of(media_type: str) -> str:
    return KINDS.get(media_type.partition("/")[0], "")


@dataclass(frozen=True)
class Limits:
    """What a form takes: the most bytes of each kind (a kind that is not named is not taken), and a photo's side."""

    most: dict[str, int]
    longest_side: int = 2000  # dots

    @property
    def largest(self) -> int:
        return max(self.most.values())

    @property
    def in_words(self) -> str:
        return ", ".join(_words()[kind] % (size // MB) for kind, size in self.most.items())


@dataclass(frozen=True)
class CleanFile:
    """As it is kept; two saves of one form give the same words, so that a double click is known as one."""

    content: bytes
    media_type: str
    scanned_at: datetime | None = None

    @property
    def kind(self) -> str:
        return kind_of(self.media_type)

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


def read_upload(upload, limits: Limits) -> CleanFile:
    """What was handed in (size, read()), made safe. Raises ValidationError with a code; nothing is kept then.

    Codes: large, empty, type, hidden, broken, wide, locked, active, complex; infected, scanner.
    """
    if upload.size > limits.largest:
        raise ValidationError(too_large(limits), "large")
    content = upload.read(limits.largest + 1)
    if not content:
        raise ValidationError(_("Berkas ini kosong. Pilih lagi."), "empty")
    media_type = _type_of(content)
    kind = kind_of(media_type)
    if kind not in limits.most:
        raise ValidationError(_refusals()[frozenset(limits.most)], "type")
    if len(content) > limits.most[kind]:
        raise ValidationError(too_large(limits), "large")
    content = _made_safe(kind)(content, limits)
    return CleanFile(content, JPEG if kind == PHOTO else media_type, scanned_at=scan(content))


def _type_of(content: bytes) -> str:
    """By the first bytes, which must be the very first; "" for whatever is not accepted anywhere."""
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if content.startswith(b"%PDF-"):
        return "application/pdf"
    return voice_type(content)


def _made_safe(kind: str) -> Callable[[bytes, Limits], bytes]:
    return {
        PHOTO: lambda content, limits: draw_anew(content, limits.longest_side),
        VOICE: lambda content, limits: check_voice(content),
        PDF: lambda content, limits: check_pdf(content),
    }[kind]


def too_large(limits: Limits) -> str:
    return _("Berkas ini terlalu besar. Paling besar: %(most)s.") % {"most": limits.in_words}


def _words() -> dict[str, str]:
    return {PHOTO: _("foto %d MB"), VOICE: _("suara %d MB"), PDF: _("PDF %d MB")}


def _refusals() -> dict[frozenset, str]:
    return {
        frozenset({PHOTO, VOICE}): _(
            "Berkas ini bukan foto (JPG, PNG) atau rekaman suara (OGG, MP3, M4A, WAV)."
        ),
        frozenset({PHOTO, VOICE, PDF}): _(
            "Berkas ini bukan foto (JPG, PNG), PDF, atau rekaman suara (OGG, MP3, M4A, WAV). Dokumen lain: foto lembarnya, atau simpan sebagai PDF."
        ),
        frozenset({PHOTO, PDF}): _("Berkas ini bukan foto (JPG, PNG) atau PDF."),
    }
