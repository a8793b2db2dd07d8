"""Passwords that are long enough and still guessed first.

Made by rule, offline, after what the published lists of leaked passwords have on top among those of 12 signs and more:
one word twice or thrice, a word with digits behind, rows of a keyboard, a run of the alphabet. The words are our own
list: the commonest of such lists in English and Indonesian, and what anybody tries at this portal.
"""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

WORDS = frozenset(
    """password passw0rd pass admin administrator welcome letmein login user test qwerty iloveyou monkey dragon
    football baseball sunshine princess superman batman master secret changeme default computer internet
    katasandi sandi rahasia sayang sayangku cinta cintaku bismillah alhamdulillah indonesia merdeka garuda jakarta
    bandung surabaya cirebon tulungagung semarang malang pancasila nusantara bhinneka selamat datang semangat
    satu atap satuatap ltsa mrc ltsamrc portal kantor petugas loket dinas disnaker dinaskerja tenaga kerja pekerja
    migran pekerjamigran bp2mi kp2mi bnp2tki tki pmi konselor supervisor kader desa kasus klien rujukan
    januari februari maret april mei juni juli agustus september oktober november desember""".split()
)
ROWS = (
    "1234567890123456789012345678901234567890",
    "0987654321098765432109876543210987654321",
    "qwertyuiopasdfghjklzxcvbnmqwertyuiop",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "q1w2e3r4t5y6u7i8o9p0",
)
LOOKS = str.maketrans("013457@$!", "oieastasi")


class GuessedFirst:
    """Refuses what is only common words, digits and rows of a keyboard, in whatever order and however often."""

    def validate(self, password, user=None):
        if is_guessed_first(password):
            raise ValidationError(
                _("Kata sandi ini mudah ditebak. Pakai beberapa kata yang tidak berhubungan.")
            )

    def get_help_text(self):
        return _("Jangan ulang satu kata, jangan urutan tombol, jangan kata umum ditambah angka.")


def is_guessed_first(password: str) -> bool:
    plain = password.lower()
    if len(set(plain)) < 5 or _repeats(plain):
        return True
    read = (re.sub(r"[\W_\d]+", "", plain), re.sub(r"[\W_]+", "", plain.translate(LOOKS)))
    return _is_a_row(re.sub(r"[\W_]+", "", plain)) or any(_is_common(letters) for letters in read)


def _repeats(text: str) -> bool:
    """`abcabcabc`: one piece again and again, perhaps with digits behind."""
    text = re.sub(r"[\W_\d]+$", "", text) or text
    return any(text == text[:size] * (len(text) // size) for size in range(1, len(text) // 2 + 1))


def _is_a_row(text: str) -> bool:
    bare = text.rstrip("0123456789") or text  # a row with a year behind is a row
    return any(part in row or part[::-1] in row for part in (text, bare) for row in ROWS)


def _is_common(letters: str) -> bool:
    """At most two common words and nothing else, apart from digits and signs. Three words are a phrase."""
    if len(letters) < 4 or letters in WORDS:
        return True
    return any(
        letters[:cut] in WORDS and letters[cut:] in WORDS for cut in range(3, len(letters) - 2)
    )
