"""A recording: known by its first bytes, its sound kept as it is, with nothing else inside."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .archive import holds_archive
from .memo import forget_memo

M4A = {b"M4A ", b"M4B ", b"mp41", b"mp42", b"isom", b"iso2", b"3gp4", b"3gp5", b"3gp6"}
# What no recording holds: a page that a browser would run.
PAGE = re.compile(rb"<\s*(script|svg|html|!doctype|iframe|body)", re.IGNORECASE)


def voice_type(content: bytes) -> str:
    """The media type of a recording, or ""."""
    if content.startswith(b"OggS"):
        return "audio/ogg"
    if content.startswith(b"RIFF") and content[8:12] == b"WAVE":
        return "audio/wav"
    if content[4:8] == b"ftyp" and content[8:12] in M4A:
        return "audio/mp4"
    if content.startswith(b"ID3") or _is_mp3_frame(content[:4]):
        return "audio/mpeg"
    return ""


def check_voice(content: bytes) -> bytes:
    if PAGE.search(content) or holds_archive(content):
        text = _("Rekaman ini memuat isi lain. Rekam ulang, lalu pilih lagi.")
        raise ValidationError(text, "hidden")
    return forget_memo(content, voice_type(content))


def _is_mp3_frame(head: bytes) -> bool:
    """Eleven set bits, a known version, layer III, and a bitrate and a rate that exist."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return False
    known = head[1] & 0x18 != 0x08 and head[1] & 0x06 == 0x02
    return known and head[2] & 0xF0 not in (0x00, 0xF0) and head[2] & 0x0C != 0x0C
