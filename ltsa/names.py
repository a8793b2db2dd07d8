"""Names as they are searched: spelling that varies in Indonesia is folded into one form.

Siti/Sitti, Soeharti/Suharti, Djumini/Jumini, Yati/Jati, Chotimah/Khotimah, double letters: one person, many papers.
"""

import re
import unicodedata

_OLD_SPELLING = [
    ("oe", "u"),
    ("dj", "j"),
    ("tj", "c"),
    ("nj", "ny"),
    ("sj", "sy"),
    ("kh", "h"),
    ("ch", "h"),
    ("ph", "f"),
    ("v", "f"),
    ("z", "s"),
    ("y", "j"),
    ("q", "k"),
]
# In folded spelling: "Ny." is nj, "Nn." is n.
_TITLES = {"ibu", "bu", "bpk", "bapak", "hj", "h", "nj", "n", "tn", "sdri", "sdr", "binti", "bin"}
_DOUBLE = re.compile(r"(.)\1+")
_NOT_LETTER = re.compile(r"[^a-z0-9 ]+")


def fold(name: str) -> str:
    """The words of a name in their folded spelling, sorted, without titles: "Sitti  Soeharti" -> "siti suharti"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = [_fold_word(word) for word in _NOT_LETTER.sub(" ", plain.replace("'", "")).split()]
    return " ".join(sorted([word for word in words if word not in _TITLES] or words))


def _fold_word(word: str) -> str:
    """Until nothing changes: "ddj" is dj before it is j, and what is folded must stay as it is."""
    before = ""
    while word != before:
        before, word = word, _DOUBLE.sub(r"\1", word)
        for old, new in _OLD_SPELLING:
            word = word.replace(old, new)
    return word
