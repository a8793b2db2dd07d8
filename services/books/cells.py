"""One cell of a book, as people write it, into what the database keeps. A cell that cannot be read raises Unreadable.

The rules are those of the forms (services/forms); a book is only more patient with spelling.
"""

import re
from datetime import date, time, timedelta
from functools import cache

from django.core.exceptions import ValidationError
from django.utils import translation

from ltsa import nik, phone

from ..codes import (
    AgeBand,
    Channel,
    ClientType,
    Outcome,
    Phase,
    RecordConsent,
    SessionKind,
    Sex,
    Topic,
    age_band_of,
)
from .columns import plain

NOTHING = {"", "-", "--", "---", "–", "—", ".", "0", "n/a", "na", "nihil", "tidak ada", "t.a."}
NAMELESS = {"", "anonim", "tanpanama", "nn", "noname", "x", "hambaallah", "dirahasiakan"}
ROUNDED = "≈"  # before a number that Excel has rounded (ltsa.sheets)
OLDEST_YEAR, LAST_YEAR = 1900, 2100
EXCEL_DAY = re.compile(r"[2-6]\d{4}")

WORDS = {
    Sex: {
        "female": "p pr prp perempuan wanita w cewek f female perempuanp",
        "male": "l lk laki lelaki laki2 lakilaki pria m male cowok lakilakil",
        "other": "lainnya lain other",
        "undisclosed": "tidakmenjawab tidakdijawab rahasia",
    },
    ClientType: {
        "prospective": "cpmi calon calonpmi calontki ctki ctkw calontkw",
        "in_service": "pmi pmiaktif aktif tki tkw bekerja sedangbekerja",
        "returned": "purna purnapmi pmipurna mantan mantanpmi ekspmi eks ekstki purnatki",
        "family": "keluarga keluargapmi keluargatki kel",
    },
    Phase: {
        "before": "sebelum pra prapenempatan sebelumberangkat prakeberangkatan sebelumpenempatan",
        "during": "selama penempatan masapenempatan selamapenempatan bekerja",
        "after": "setelah sesudah purna purnapenempatan setelahpenempatan pasca kembali",
    },
    RecordConsent: {
        "named": "ya y setuju ada iya sudah dengannama",
        "anonymous": "tidak tanpanama anonim t tdk",
    },
    Channel: {
        "face_to_face": "tatapmuka langsung datang datanglangsung kantor loket",
        "phone": "telepon telpon telp tlp hp",
        "chat": "wa whatsapp chat pesan sms",
        "video": "video videocall vc zoom panggilanvideo",
        "home_visit": "kunjungan kunjunganrumah homevisit rumah",
        "village_post": "posko poskodesa desa balaidesa",
    },
    SessionKind: {
        "information": "informasi info konsultasi umum",
        "safe_migration": "migrasiaman prosedur",
        "employment": "pekerjaan kerja loker lowongan penempatan",
        "psychosocial": "psikososial psiko psikologi",
        "legal": "hukum bantuanhukum",
        "reintegration": "reintegrasi purna",
        "srhr": "kesehatanreproduksi kespro srhr kesehatan",
    },
    Outcome: {
        "enough": "cukup selesai ok oke tuntas",
        "follow_up": "perlutindaklanjut tindaklanjut tl followup",
        "open_case": "bukakasus kasus pengaduan",
        "refer": "rujuk dirujuk rujukan",
    },
    Topic: {
        "rights": "hak hakdankewajiban hakkewajiban",
        "vacancies": "lowongan loker lowongankerja",
        "social_security": "jaminansosial bpjs asuransi klaim",
        "safe_procedure": "migrasiaman prosedur tatacara tatacaramigrasi",
        "costs": "biaya biayapenempatan",
        "vulnerability": "kerentanan tppo perdaganganorang kesehatan",
        "destination_law": "budaya hukumnegaratujuan budayanegaratujuan",
        "contracts": "kontrak perjanjian perjanjiankerja pk",
        "agencies": "p3mi agen pt mitrausaha",
        "countries": "negara negaratujuan negaraterlarang",
        "complaints": "pengaduan aduan caramengadu mengadu",
    },
}
MONTHS = {
    name: number
    for number, names in enumerate(
        "januari jan january|februari feb pebruari february|maret mar march|april apr|mei may|juni jun june|"
        "juli jul july|agustus agu agt ags aug august|september sep sept|oktober okt oct october|"
        "november nov nopember nop|desember des dec december".split("|"),
        start=1,
    )
    for name in names.split()
}
_NUMBERS = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_IN_WORDS = re.compile(r"(\d{1,2})[\s\-]+([a-z]+)\.?[\s\-]+(\d{4}|\d{2})", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})[.:](\d{2})(?:[.:]\d{2})?(?:\s*(?:wib|wita|wit))?", re.ASCII)
_AGE = re.compile(r"(\d{1,3})(?:\s*(?:th|thn|tahun|t)\.?)?", re.ASCII)


class Unreadable(Exception):
    """`code` is a key of services.books.mistakes.MISTAKES; the value itself is told to nobody."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


@cache
def _by_word(codes) -> dict[str, str]:
    with translation.override("id"):
        found = {plain(str(label)): value for value, label in codes.choices}
    found |= {plain(value): value for value in codes.values}
    return found | {
        word: value for value, words in WORDS.get(codes, {}).items() for word in words.split()
    }


def is_nothing(text: str) -> bool:
    return text.strip().lower() in NOTHING


def read_code(text: str, codes) -> str:
    """The value of a code list behind its label, its value or another word for it; "" for nothing."""
    if is_nothing(text):
        return ""
    found = _by_word(codes).get(plain(text))
    if found is None:
        raise Unreadable("choice")
    return found


def read_topics(text: str) -> list[str]:
    if is_nothing(text):
        return []
    parts = [part for part in re.split(r"[;\n|]", text) if part.strip()]
    if len(parts) == 1 and plain(text) not in _by_word(Topic):
        parts = [part for part in re.split(r"[,/]", text) if part.strip()]
    return sorted({read_code(part, Topic) for part in parts} - {""})


def read_date(text: str, *, born_by: date | None = None) -> date | None:
    """A day as people and Excel write it. Of a two-digit year: the latest not after `born_by`, else 20yy."""
    words = " ".join(text.lower().split())
    if is_nothing(words):
        return None
    if EXCEL_DAY.fullmatch(words):
        return date(1899, 12, 30) + timedelta(days=int(words))
    try:
        day, month, year = _day_parts(words)
        if year < 100:
            year += 2000
            if born_by and date(year, month, min(day, 28)) > born_by:
                year -= 100
        found = date(year, month, day)
    except ValueError:
        raise Unreadable("date") from None
    if not OLDEST_YEAR <= found.year <= LAST_YEAR:
        raise Unreadable("date")
    return found


def _day_parts(words: str) -> tuple[int, int, int]:
    """(day, month, year). Raises ValueError."""
    if match := _ISO.match(words):
        year, month, day = map(int, match.groups())
    elif match := _NUMBERS.match(words):
        day, month, year = map(int, match.groups())
    elif (match := _IN_WORDS.match(words)) and match[2] in MONTHS:
        day, month, year = int(match[1]), MONTHS[match[2]], int(match[3])
    else:
        raise ValueError
    rest = words[match.end() :].strip(" t,")
    if rest and not _CLOCK.fullmatch(rest):
        raise ValueError
    return day, month, year


def read_time(text: str) -> time | None:
    """14.30, 14:30, 14:30:00, "14.30 WIB"."""
    words = text.strip().lower()
    if is_nothing(words):
        return None
    match = _CLOCK.fullmatch(words)
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        raise Unreadable("time")
    return time(int(match[1]), int(match[2]))


def clock_behind(text: str) -> time | None:
    """The clock behind a date in the same cell, as Excel keeps them: "09/08/2026 14.30"."""
    _day, _space, rest = text.strip().partition(" ")
    try:
        return read_time(rest) if "/" in _day else None
    except Unreadable:
        return None


def _refuse(code: str):
    raise Unreadable(code)


def read_age_band(text: str) -> str:
    """A band from an age in years ("27 th") or from a band ("25-35", "46+", "> 46", "<18")."""
    words = " ".join(text.lower().split())
    if is_nothing(words):
        return ""
    if match := _AGE.fullmatch(words):
        age = int(match[1])
        return age_band_of(age) if age <= 110 else _refuse("age")
    words = words.replace(" ", "").replace("–", "-").removesuffix("tahun").removesuffix("th")
    if words in (">46", ">=46", ">45", "46keatas"):
        return "46+"
    return words if words in AgeBand.values else _refuse("age")


def read_name(text: str) -> str:
    """ "" for somebody without a name."""
    name = " ".join(text.split())
    if plain(name) in NAMELESS and len(name) < 20:
        return ""
    if len(name) > 120:
        raise Unreadable("long")
    if not any(sign.isalpha() for sign in name):
        raise Unreadable("name")
    return name


def read_nik(text: str) -> str:
    """Any number is taken, as in the form; not one that Excel has rounded, whose last digits are lost."""
    if is_nothing(text):
        return ""
    if text.startswith(ROUNDED) or re.search(r"\d[eE]\+?\d", text):
        raise Unreadable("rounded")
    if len(text) > 40:
        raise Unreadable("long")
    return nik.normalise(text.lstrip("'`"))


def read_phone(text: str) -> str:
    if is_nothing(text):
        return ""
    if text.startswith(ROUNDED) or re.search(r"\d[eE]\+?\d", text):
        raise Unreadable("rounded")
    try:
        return phone.normalise(text.strip().lstrip("'`"))
    except ValidationError:
        raise Unreadable("phone") from None


def read_minutes(text: str) -> int | None:
    words = re.sub(r"\s*(menit|mnt|min)\.?$", "", text.strip().lower())
    if is_nothing(words):
        return None
    if not re.fullmatch(r"\d{1,3}", words, re.ASCII) or not 1 <= int(words) <= 720:
        raise Unreadable("minutes")
    return int(words)


def read_words(text: str, most: int) -> str:
    words = text.strip()
    if len(words) > most:
        raise Unreadable("long")
    return "" if words in ("-", "--") else words
