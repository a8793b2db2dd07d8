"""A file that somebody hands in: read by what it is, never by its name, and made safe before anything is kept.

A photo is drawn anew, so that neither the place where it was taken nor anything hidden behind it stays (domain 4
rule 9). Of a recording the sound is kept and what the phone wrote about it is blanked (memo.py). A PDF is kept as it came, or a
signature in it would break; both are only ever handed out as a file to save, and a PDF that could act by itself is refused. Then the district's scanner has its say, where there is one (scanner.py).
"""

from .incoming import ENDINGS, PDF, PHOTO, VOICE, CleanFile, Limits, kind_of, read_upload, too_large
from .scanner import is_installed as has_scanner

__all__ = [
    "ENDINGS",
    "PDF",
    "PHOTO",
    "VOICE",
    "CleanFile",
    "Limits",
    "has_scanner",
    "kind_of",
    "read_upload",
    "too_large",
]
