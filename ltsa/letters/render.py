"""From a sheet (words, lists, tables) to a PDF/A that looks the same on every machine.

What a person typed reaches typst as JSON and is never read as code. Only the fonts inside the typst package are used.
"""

import io
import json
import re
import unicodedata
from functools import lru_cache
from pathlib import Path

import segno
import typst

TEMPLATES = Path(__file__).parent / "templates"
EMPTY = {
    "head": [], "title": "", "number": "", "facts": [], "place_date": "", "to": [], "parts": [], "signatures": [],
    "copies": [], "reference": "", "watermark": "",
}  # fmt: skip
# Nothing a letter needs, and nothing to be seen: control signs, halves of pairs, marks that turn the direction.
_INVISIBLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufe00-\ufe0f\ufeff]"
)
# What the fonts have: every Latin, Greek and most Cyrillic letters, signs of money and arithmetic.
_PRINTED = re.compile(
    "[\n\x20-\u0377\u0384-\u045f\u1e00-\u1eff\u2010-\u2027\u202f-\u203e\u20a0-\u20c0\u2190-\u22ff]"
)


def unprintable(text: str) -> str:
    """The signs that no font of ours has, such as 王: a PDF/A may not leave them out in silence."""
    return "".join(dict.fromkeys(_PRINTED.sub("", clean(text))))


def clean(text: str) -> str:
    """As it is printed: composed letters, one kind of line break, nothing invisible."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", plain))


def render_pdf(sheet: dict, *, watermark: str = "") -> bytes:
    """PDF/A-2b of a sheet of `ltsa.letters.sheets`. `watermark`: a small grey line for a working copy."""
    return _compile(sheet, watermark, format="pdf", pdf_standards=["a-2b"])


def render_pictures(sheet: dict, *, ppi: int = 80) -> list[bytes]:
    """The pages as PNG, for whoever wants to look at them."""
    pages = _compile(sheet, "", format="png", ppi=ppi)
    return pages if isinstance(pages, list) else [pages]


def _compile(sheet: dict, watermark: str, **how):
    whole = {**EMPTY, **sheet, "watermark": watermark}
    whole["qr"] = _qr(whole["reference"])
    return typst.compile(
        str(TEMPLATES / "letter.typ"),
        root=str(TEMPLATES),
        font_paths=_fonts(),
        sys_inputs={"sheet": json.dumps(_printable(whole))},
        **how,
    )


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)


def _qr(reference: str) -> str:
    """The code and nothing else: no address, no id, no name."""
    picture = io.BytesIO()
    segno.make(reference or "-", error="m", micro=False).save(picture, kind="svg", border=1)
    return picture.getvalue().decode()


def _printable(value):
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _printable(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(one) for one in value]
    return value
