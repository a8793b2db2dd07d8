"""Who may already be registered, under another spelling or by a number: asked while she is typed in and before a save.

Only clients whose name the reader may know are compared (identified_for): what another house knows stays there
(domain 4 rule 10; the neutral question is services/elsewhere.py).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import IntEnum

from django.contrib.postgres.search import TrigramWordSimilarity
from django.core.exceptions import ValidationError
from django.db.models import Case, Q, Value, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ltsa import nik, phone
from ltsa.encrypted import keyed_hash
from ltsa.names import fold

from .merged import survivors
from .models import Migrant

MOST = 5
COMPARED = (
    25  # rows that the database finds alike; which of them are one person is judged word by word
)
SAME_WORD = 0.8
ONE_PERSON = {"born": 0.5, "village": 0.66}  # the part of the words that must agree
LONGEST = 200


class Why(IntEnum):
    """What two records share, the surest first."""

    NIK = 0
    PASSPORT = 1
    NAME_BIRTH_VILLAGE = 2
    FAMILY_CARD = 3
    PHONE = 4
    NAME_BIRTH = 5
    NAME_VILLAGE = 6

    @property
    def label(self) -> Promise:
        return _LABELS[self]


_LABELS = {
    Why.NIK: _("NIK sama"),
    Why.PASSPORT: _("Nomor paspor sama"),
    Why.NAME_BIRTH_VILLAGE: _("Nama mirip, tanggal lahir dan desa sama"),
    Why.FAMILY_CARD: _("Nama mirip, nomor KK sama"),
    Why.PHONE: _("Nomor telepon sama"),
    Why.NAME_BIRTH: _("Nama mirip, tanggal lahir sama"),
    Why.NAME_VILLAGE: _("Nama mirip, desa sama"),
}
NUMBERS = {"nik": Why.NIK, "passport": Why.PASSPORT, "phone": Why.PHONE}


@dataclass(frozen=True)
class Candidate:
    migrant: Migrant
    why: Why
    likeness: float  # of the names, 0 to 1


def candidates(data: dict, *, user, exclude: Migrant | None = None) -> list[Candidate]:
    """At most five clients who may be the person of `data` (fields of a client, as far as they are known), best first.

    A record that was merged stands for the one it was merged into.
    """
    named, known = Migrant.objects.identified_for(user), hashes(data)
    found = [
        Candidate(row, why, likeness)
        for row in _alike(named, data, known)
        if (why := _why(row, data, known, likeness := name_likeness(data, row))) is not None
    ]
    found.sort(key=lambda one: (one.why, -one.likeness))
    stands = survivors([one.migrant for one in found], named.with_place())
    kept: dict = {}
    for one in found:
        row = stands[one.migrant.pk]
        if exclude is None or row.pk != exclude.pk:
            kept.setdefault(row.pk, Candidate(row, one.why, one.likeness))
    return list(kept.values())[:MOST]


def data_of(migrant: Migrant) -> dict:
    """A registered client as `candidates` takes her."""
    told = ("full_name", "birth_date", "village", "nik", "passport", "phone", "family_card")
    return {name: getattr(migrant, name) for name in told}


def hashes(data: dict) -> dict[str, str]:
    """{field: keyed hash} of the numbers in `data` that can be looked up; what is no number is left out."""
    plain = {
        "nik": nik.normalise(data.get("nik") or ""),
        "family_card": nik.normalise(data.get("family_card") or ""),
        "passport": (data.get("passport") or "").replace(" ", "").upper(),
        "phone": _phone(data.get("phone") or ""),
    }
    return {name: keyed_hash(text, name) for name, text in plain.items() if text}


def _phone(text: str) -> str:
    try:
        return phone.normalise(text)
    except ValidationError:
        return ""


def _alike(rows, data: dict, known: dict) -> Iterable[Migrant]:
    """Rows that share a number or nearly a name, in one statement that reads indexes alone."""
    marks = [Q(**{f"{name}_hash": known[name]}) for name in NUMBERS if name in known]
    name = _folded(data.get("full_name"))
    near = _near(data, known) if name else None
    if near is not None:
        marks.append(Q(search_name__trigram_word_similar=name) & near)
    if not marks:
        return []
    match = Q()
    for one in marks:
        match |= one
    order = ["-created_at", "-id"]
    if name:
        likeness = TrigramWordSimilarity(name, "search_name")
        rows, order = rows.annotate(likeness=likeness), ["-likeness", *order]
    by_number = [
        When(**{f"{field}_hash": known[field]}, then=Value(int(why)))
        for field, why in NUMBERS.items()
        if field in known
    ]
    if by_number:
        rows = rows.annotate(surest=Case(*by_number, default=Value(len(Why))))
        order = ["surest", *order]
    return rows.filter(match).with_place().order_by(*order)[:COMPARED]


def _near(data: dict, known: dict) -> Q | None:
    """What must agree beside the name: the village, the birth date, or the family card."""
    agree = Q()
    if data.get("village"):
        agree |= Q(village=data["village"])
    if data.get("birth_date"):
        agree |= Q(birth_date=data["birth_date"])
    if "family_card" in known:
        agree |= Q(family_card_hash=known["family_card"])
    return agree or None


def _folded(name: str | None) -> str:
    return " ".join(sorted(set(fold((name or "")[:LONGEST]).split())))[:LONGEST]


def name_likeness(data: dict, row: Migrant) -> float:
    """How much the name of `data` is that of this client: the words that agree, of the longer name's words.

    As it is written or as it is folded, whichever is more alike: folding may move two close spellings apart.
    """
    typed = data.get("full_name") or ""
    return max(
        _words(spell(typed), spell(name))
        for name in (row.full_name, row.passport_name)
        for spell in (_written, lambda text: _folded(text).split())
    )


def _written(name: str) -> list[str]:
    return name[:LONGEST].lower().split()


def _words(one: list[str], other: list[str]) -> float:
    """Word by word, each used once; a word agrees when few of its letters differ."""
    left, agree = list(other), 0.0
    for word in one:
        best = max(left, key=lambda known: _letters(word, known), default=None)
        if best is not None and (same := _letters(word, best)) >= SAME_WORD:
            left.remove(best)
            agree += same
    return agree / max(len(one), len(other), 1)


def _letters(one: str, other: str) -> float:
    return 1.0 if one == other else SequenceMatcher(None, one, other, autojunk=False).ratio()


def _why(row: Migrant, data: dict, known: dict, likeness: float) -> Why | None:
    """The surest thing that this client shares with `data`; None when it is not enough to ask about."""
    for name in ("nik", "passport"):
        if name in known and known[name] == getattr(row, f"{name}_hash"):
            return NUMBERS[name]
    born, lives = data.get("birth_date"), data.get("village")
    here = bool(lives) and row.village_id == getattr(lives, "pk", lives)
    same_day = bool(born) and row.birth_date == born
    if same_day and likeness >= ONE_PERSON["born"] and here:
        return Why.NAME_BIRTH_VILLAGE
    card = known.get("family_card")
    if card and card == row.family_card_hash and likeness >= ONE_PERSON["born"]:
        return Why.FAMILY_CARD
    if known.get("phone") and known["phone"] == row.phone_hash:
        return Why.PHONE
    if same_day and likeness >= ONE_PERSON["village"]:
        return Why.NAME_BIRTH
    if here and likeness >= ONE_PERSON["village"] and _dates_may_agree(born, row.birth_date):
        return Why.NAME_VILLAGE
    return None


def _dates_may_agree(one, other) -> bool:
    """A day misheard or a year rounded is one person still; another day of another year is a namesake."""
    if not one or not other:
        return True
    return one.year == other.year or (one.month, one.day) == (other.month, other.day)
