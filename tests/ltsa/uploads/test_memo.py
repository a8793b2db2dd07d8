"""A recording keeps its sound and its length, and loses what the phone wrote about it."""

import random
import struct

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ltsa.uploads import VOICE, Limits, read_upload
from ltsa.uploads.memo import forget_memo

PLACE, SOUND = b"-06.7320+108.5523/", b"\x21\x10\x05sound" * 40


def box(name: bytes, content: bytes, *, wide: bool = False) -> bytes:
    if wide:
        return struct.pack(">I4sQ", 1, name, 16 + len(content)) + content
    return struct.pack(">I4s", 8 + len(content), name) + content


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack("<4sI", name, len(content)) + content + b"\0" * (len(content) % 2)


UDTA = box(b"udta", box(b"\xa9xyz", PLACE) + box(b"\xa9nam", b"Rumah Suharti"))
M4A = {
    "as phones write it": box(b"moov", box(b"mvhd", bytes(20)) + UDTA) + box(b"mdat", SOUND),
    "within a track": box(b"mdat", SOUND) + box(b"moov", box(b"trak", UDTA)),
    "beside it all": box(b"meta", PLACE) + box(b"uuid", PLACE) + box(b"mdat", SOUND),
    "in wide boxes": box(b"moov", box(b"udta", PLACE, wide=True), wide=True) + box(b"mdat", SOUND),
    "to the end": box(b"mdat", SOUND) + struct.pack(">I4s", 0, b"meta") + PLACE,
    "cut off": box(b"mdat", SOUND) + struct.pack(">I4s", 900, b"udta") + PLACE,
}
FTYP = box(b"ftyp", b"M4A \0\0\0\0")
ID3 = b"ID3\x04\x00\x00\x00\x00\x00" + bytes([len(PLACE)]) + PLACE
RIFF = b"WAVE" + chunk(b"fmt ", bytes(16)) + chunk(b"LIST", b"INFO" + PLACE)
RIFF += chunk(b"data", SOUND) + chunk(b"iXML", PLACE)
OTHERS = {
    "mp3": ID3 + b"\xff\xfb\x90\x00" + SOUND + b"TAG" + PLACE.ljust(125, b" "),
    "wav": b"RIFF" + struct.pack("<I", len(RIFF)) + RIFF,
}
ALL = {**{how: FTYP + content for how, content in M4A.items()}, **OTHERS}


@pytest.mark.parametrize("how", ALL)
def test_the_place_is_gone_and_the_sound_stands_where_it_stood(how):
    content = ALL[how]
    kept = read_upload(
        SimpleUploadedFile("a", content), Limits({VOICE: 1_000_000}, longest_side=300)
    ).content
    assert PLACE in content and PLACE not in kept and b"Suharti" not in kept
    assert len(kept) == len(content)
    assert kept.find(SOUND) == content.find(SOUND)


def test_what_tells_nothing_is_kept_byte_for_byte():
    plain = FTYP + box(b"moov", box(b"mvhd", bytes(20))) + box(b"mdat", SOUND)
    assert forget_memo(plain, "audio/mp4") == plain
    assert forget_memo(b"OggS" + PLACE, "audio/ogg") == b"OggS" + PLACE


@pytest.mark.parametrize("kind", ["audio/mp4", "audio/wav", "audio/mpeg"])
def test_no_broken_file_stops_it_or_changes_its_length(kind):
    chance = random.Random(kind)
    for _ in range(300):
        content = bytearray(chance.choice(list(ALL.values())))
        for _hit in range(6):
            content[chance.randrange(len(content))] = chance.randrange(256)
        assert len(forget_memo(bytes(content), kind)) == len(content)
    assert forget_memo(box(b"moov", b"") * 3 + b"\0" * 7, "audio/mp4")
