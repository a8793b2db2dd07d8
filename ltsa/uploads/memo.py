"""What a phone writes beside a recording: the place, its model, names. Blanked where it stands, so that no sound moves.

The length stays, and with it every place that the file's own tables point to. An OGG keeps its comments: each page there is
sealed by a sum of its own.
"""

import struct

BOXES_WITHIN = {b"moov", b"trak", b"mdia", b"minf", b"edts", b"moof", b"traf"}
BOXES_ABOUT = {
    b"udta",
    b"meta",
    b"uuid",
}  # of MPEG-4: place (\\xa9xyz, loci), model, software, tags
CHUNKS_ABOUT = {b"LIST", b"bext", b"iXML", b"axml", b"id3 ", b"ID3 ", b"_PMX"}  # of WAV
DEEPEST = 8


def forget_memo(content: bytes, media_type: str) -> bytes:
    """The recording with what stands about it blanked; as it came when it is of another kind."""
    blank = {"audio/mp4": _mpeg4, "audio/wav": _wav, "audio/mpeg": _mp3}.get(media_type)
    if blank is None:
        return content
    kept = bytearray(content)
    blank(kept)
    return bytes(kept)


def _mpeg4(kept: bytearray) -> None:
    _boxes(kept, 0, len(kept), 0)


def _boxes(kept: bytearray, at: int, end: int, depth: int) -> None:
    while at + 8 <= end and depth < DEEPEST:
        size, name, head = struct.unpack_from(">I4s", kept, at) + (8,)
        if size == 1 and at + 16 <= end:
            size, head = struct.unpack_from(">Q", kept, at + 8)[0], 16
        elif size == 0:
            size = end - at
        if size < head:
            return
        stop = min(at + size, end)
        if name in BOXES_ABOUT:
            kept[at + 4 : at + 8] = b"free"
            _empty(kept, at + head, stop)
        elif name in BOXES_WITHIN:
            _boxes(kept, at + head, stop, depth + 1)
        at += size


def _wav(kept: bytearray) -> None:
    at = 12
    while at + 8 <= len(kept):
        name, size = struct.unpack_from("<4sI", kept, at)
        if name in CHUNKS_ABOUT:
            kept[at : at + 4] = b"JUNK"
            _empty(kept, at + 8, min(at + 8 + size, len(kept)))
        at += 8 + size + size % 2


def _mp3(kept: bytearray) -> None:
    """ID3: version 2 stands before the sound (its frames become padding), version 1 in the last 128 bytes."""
    if kept[:3] == b"ID3" and len(kept) > 10:
        size = (kept[6] << 21) | (kept[7] << 14) | (kept[8] << 7) | kept[9]
        kept[5] = 0  # no extended header, no footer: nothing but padding follows
        _empty(kept, 10, min(10 + size, len(kept)))
    if kept[-128:-125] == b"TAG":
        _empty(kept, len(kept) - 125, len(kept))


def _empty(kept: bytearray, start: int, stop: int) -> None:
    kept[start:stop] = bytes(max(0, stop - start))
