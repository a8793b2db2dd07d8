"""Which village a book means: by code, by name, by name with a slip, inside the office's district."""

import re
from collections import defaultdict
from difflib import get_close_matches

from ltsa.areas.models import Area
from ltsa.areas.querysets import is_area_code
from ltsa.names import fold

from .cells import Unreadable, is_nothing

ALIKE = 0.8  # of difflib: "gebang kulon" and "gebang kolon"
_KIND = re.compile(r"^(desa|ds|kel|kelurahan|kec|kecamatan|kab|kabupaten)\b\.?\s*", re.IGNORECASE)
_REST = re.compile(r"[,;(].*$|\b(rt|rw|kec|dusun|blok)\b.*$", re.IGNORECASE | re.DOTALL)


class Places:
    """The villages of one district, read once a batch; `find` asks the database only for codes elsewhere."""

    def __init__(self, district_code: str, texts=()):
        villages = Area.objects.within(district_code).filter(level="village")
        self._by_code = {area.pk: area for area in villages}
        names = Area.objects.within(district_code).filter(level="subdistrict")
        self._subdistricts = {_folded(name): code for code, name in names.values_list("pk", "name")}
        self._by_name: dict[str, list[Area]] = defaultdict(list)
        for area in self._by_code.values():
            self._by_name[_folded(area.name)].append(area)
        codes = {code for code in map(str.strip, texts) if is_area_code(code)}
        self._by_code |= Area.objects.exclude(level="province").in_bulk(codes - set(self._by_code))
        self._found: dict[tuple[str, str], Area | str] = {}

    def find(self, village: str, subdistrict: str) -> Area:
        """Raises Unreadable("village" or "village_twice")."""
        asked = (village.strip(), subdistrict.strip())
        if asked not in self._found:
            self._found[asked] = self._look(*asked)
        found = self._found[asked]
        if isinstance(found, str):
            raise Unreadable(found)
        return found

    def _look(self, village: str, subdistrict: str) -> Area | str:
        if village in self._by_code:
            return self._by_code[village]
        name = _folded(_REST.sub("", village))
        if not name:
            return "village"
        inside = self._codes_of(subdistrict)
        near = [area for area in self._by_name.get(name, []) if self._is_in(area, inside)]
        if not near:
            pool = [one for one, areas in self._by_name.items() if self._any_in(areas, inside)]
            close = get_close_matches(name, pool, n=2, cutoff=ALIKE)
            near = [
                area
                for one in close[:1]
                for area in self._by_name[one]
                if self._is_in(area, inside)
            ]
        if len(near) > 1:
            return "village_twice"
        return near[0] if near else "village"

    def _codes_of(self, subdistrict: str) -> str | None:
        """The code in which the village must lie; "" when its sub-district was not told, None when it is unknown."""
        if is_nothing(subdistrict):
            return ""
        close = get_close_matches(_folded(subdistrict), self._subdistricts, n=1, cutoff=ALIKE)
        return self._subdistricts[close[0]] if close else None

    def _is_in(self, area: Area, inside: str | None) -> bool:
        return inside is not None and area.pk.startswith(inside)

    def _any_in(self, areas: list[Area], inside: str | None) -> bool:
        return any(self._is_in(area, inside) for area in areas)


def _folded(name: str) -> str:
    return fold(_KIND.sub("", name.strip()))
