"""A list of who came, as it is pasted from a sheet or brought as a file: one line a person, understood or marked.

Read with the patience of services.books: the same words for sex, age and village. Whoever is known here under that
name in that village, or by that phone, is linked, so that unique counts stay right.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from ltsa.encrypted import keyed_hash
from ltsa.names import fold

from .books import cells
from .books.cells import Unreadable
from .books.columns import plain
from .books.mistakes import MISTAKES
from .books.places import Places
from .codes import AgeBand, Phase, Sex
from .models import Migrant

MOST = 500  # people of one list
COLUMNS = {
    "name": (_("Nama"), "nama namalengkap peserta namapeserta"),
    "sex": (_("L/P"), "lp pl jk sex kelamin jeniskelamin"),
    "age": (_("Umur"), "umur usia kelompokumur"),
    "village": (_("Desa"), "desa alamat desakelurahan kelurahan domisili"),
    "phone": (_("HP"), "hp nohp telepon telp nomorhp wa nowa"),
    "wants": (_("Ingin dihubungi"), "ingindihubungi dihubungi tindaklanjut minat"),
    "phase": (_("Tahap"), "tahap fase tahapmigrasi"),
    "disability": (_("Disabilitas"), "disabilitas difabel"),
    "quiz_before": (_("Kuis awal"), "kuisawal pretest nilaiawal"),
    "quiz_after": (_("Kuis akhir"), "kuisakhir posttest nilaiakhir"),
    "subdistrict": (_("Kecamatan"), "kecamatan kec"),
}
ORDER = ["name", "sex", "age", "village", "phone", "wants"]  # of a list without headers
YES = {"ya", "y", "v", "x", "1", "ada", "iya", "mau"}
NO = {"", "tidak", "t", "tdk", "0", "n", "no", "-"}


@dataclass
class Line:
    """`fields` as services.models.Attendance takes them; complete only without `mistakes`."""

    number: int
    name: str = ""
    fields: dict = field(default_factory=dict)
    mistakes: list[str] = field(default_factory=list)
    migrant: Migrant | None = None

    @property
    def letter(self) -> str:
        """P or L, as lists have it."""
        return {Sex.FEMALE: "P", Sex.MALE: "L"}.get(self.fields.get("sex", ""), "")

    @property
    def place(self) -> str:
        village = self.fields.get("village")
        return village.name if village else ""


def as_text(headers: list[str], rows: list[list[str]]) -> str:
    """A sheet as lines with tabs, to be looked at and mended in the box of the form."""
    clean = [[" ".join(one.split()) for one in row] for row in [headers, *rows]]
    return "\n".join("\t".join(row).rstrip("\t") for row in clean)


def count_lines(text: str) -> int:
    return sum(1 for line in text.splitlines() if line.strip())


def read_list(text: str, *, user, phase: str, age_band: str = "") -> list[Line]:
    """Every line that holds anything. `phase` and `age_band` stand in where a line says nothing.

    As many queries for five hundred lines as for one: villages, sub-districts, who is known.
    """
    told = _told(text)
    district = user.posting.district_id or ""
    places = Places(district, [one.get("village", "") for _number, one in told])
    lines = [_read(number, one, places, phase, age_band) for number, one in told]
    _link(lines, user)
    return lines


def _told(text: str) -> list[tuple[int, dict[str, str]]]:
    sign = _delimiter(text)
    rows = [
        [cell.strip(' "') for cell in line.split(sign)]
        for line in text.replace("\0", "").splitlines()
    ]
    filled = [(at, row) for at, row in enumerate(rows, 1) if any(cell.strip() for cell in row)]
    names = _names(filled[0][1]) if filled else None
    if names is not None:
        filled = filled[1:]
    return [(at, dict(zip(names or ORDER, row, strict=False))) for at, row in filled]


def _delimiter(text: str) -> str:
    """The sign that parts the columns: a tab from Excel, else a semicolon, else a comma."""
    return next((sign for sign in ("\t", ";") if sign in text), ",")


def _names(row: list[str]) -> list[str] | None:
    """Our names of the columns when the first line is one of headers, "" for what is not ours; None otherwise."""
    known = {word: name for name, (_label, words) in COLUMNS.items() for word in words.split()}
    found = [known.get(plain(cell), "") for cell in row]
    return found if "name" in found else None


def _read(number: int, told: dict, places: Places, phase: str, age_band: str) -> Line:
    line = Line(number)

    def ask(name: str, read, instead=""):
        try:
            return read(told.get(name, "").strip()) or instead
        except Unreadable as error:
            line.mistakes.append(f"{COLUMNS[name][0]}: {MISTAKES[error.code]}")
            return instead

    line.name = ask("name", cells.read_name)
    if not line.name and not line.mistakes:
        line.mistakes.append(f"{COLUMNS['name'][0]}: {MISTAKES['missing']}")
    line.fields = {
        "name": line.name,
        "sex": ask("sex", lambda text: cells.read_code(text, Sex)),
        "age_band": ask("age", cells.read_age_band, age_band),
        "phase": ask("phase", lambda text: cells.read_code(text, Phase), phase),
        "village": ask("village", lambda text: _village(text, told, places), None),
        "phone": ask("phone", cells.read_phone),
        "wants_follow_up": ask("wants", _yes, False),
        "disability": ask("disability", _yes, False),
        "quiz_before": ask("quiz_before", _score, None),
        "quiz_after": ask("quiz_after", _score, None),
    }
    for name, key in (("sex", "sex"), ("age", "age_band")):
        label = str(COLUMNS[name][0])
        if not line.fields[key] and not any(one.startswith(label) for one in line.mistakes):
            line.mistakes.append(f"{label}: {MISTAKES['missing']}")
    return line


def _village(text: str, told: dict, places: Places):
    return places.find(text, told.get("subdistrict", "")) if not cells.is_nothing(text) else None


def _yes(text: str) -> bool:
    word = plain(text)
    if word in YES:
        return True
    if word in NO:
        return False
    raise Unreadable("choice")


def _score(text: str) -> int | None:
    if not text:
        return None
    if not text.isascii() or not text.isdigit() or int(text[:6]) > 1000:
        raise Unreadable("score")
    return int(text)


def _link(lines: list[Line], user) -> None:
    """Whoever is certainly known here: one client of that phone and a like name, or of that name in that village."""
    names = {fold(line.name) for line in lines if line.name and line.fields["village"]}
    phones = {keyed_hash(line.fields["phone"], "phone") for line in lines if line.fields["phone"]}
    seen = Migrant.objects.identified_for(user).current()
    by_name: dict[tuple, list] = {}
    by_phone: dict[tuple, list] = {}
    for row in seen.filter(search_name__in=names).only(*NEEDED):
        by_name.setdefault((row.search_name, row.village_id), []).append(row)
    for row in seen.filter(phone_hash__in=phones).only(*NEEDED) if phones else []:
        by_phone.setdefault((row.phone_hash, row.search_name), []).append(row)
    taken: set = set()
    for line in lines:
        folded, village = fold(line.name), line.fields["village"]
        known = by_phone.get((keyed_hash(line.fields["phone"], "phone"), folded), [])
        known = known or (by_name.get((folded, village.pk), []) if village else [])
        if len(known) == 1 and known[0].pk not in taken:
            line.migrant = known[0]
            taken.add(known[0].pk)


NEEDED = ("pk", "code", "full_name", "search_name", "village_id", "phone_hash", "sex")


def totals(lines: list[Line]) -> dict:
    """For the page: how many are ready, wrong, known, and how the ready ones fall by sex and age."""
    ready = [line for line in lines if not line.mistakes]
    return {
        "ready": len(ready),
        "wrong": len(lines) - len(ready),
        "known": sum(line.migrant is not None for line in ready),
        "wants": sum(line.fields["wants_follow_up"] for line in ready),
        "women": sum(line.fields["sex"] == Sex.FEMALE for line in ready),
        "bands": [
            (label, sum(line.fields["age_band"] == band for line in ready))
            for band, label in AgeBand.choices
        ],
    }
