"""What a NIK would fill in, read aloud before it is taken: place of registration, sex, birth date (domain 7)."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format

from ltsa import nik
from ltsa.areas.models import Area

from .codes import Sex
from .doubts import UNDER_AGE, is_under_age


@dataclass(frozen=True)
class Offer:
    """`text` for the reader; `sex` and `birth_date` ("dd/mm/yyyy") as the form takes them, "" for no such day."""

    text: str
    sex: str
    birth_date: str


def read_nik(text: str) -> Offer | None:
    """What the number says; None for a text that is no NIK."""
    said = nik.parse(text)
    if said is None:
        return None
    born = said.birth_date
    parts = [str(Sex(said.sex).label), date_format(born, "j F Y") if born else "", _place(said)]
    return Offer(
        text=", ".join(part for part in parts if part),
        sex=said.sex,
        birth_date=f"{born:%d/%m/%Y}" if born else "",
    )


def doubts_about(text: str, *, sex: str = "", birth_date: date | None = None) -> list[str]:
    """Where the number is odd or differs from what was typed beside it; a masked one is not asked about."""
    if "*" in text:
        return []
    found = [one.message for one in nik.warnings(text, sex=sex or "", birth_date=birth_date)]
    said = nik.parse(text)
    if said and said.birth_date and not birth_date and is_under_age(said.birth_date):
        found.append(UNDER_AGE)
    return [str(one) for one in found]


def _place(said: nik.Nik) -> str:
    """Where she was first registered, which need not be where she lives."""
    codes = [said.subdistrict_code, said.district_code]
    area = Area.objects.filter(pk__in=codes).select_related("parent").order_by("-code").first()
    if area is None:
        return ""
    if area.pk == codes[0] and area.parent:
        return f"{area.short_name}, {area.parent.short_name}"
    return area.short_name
