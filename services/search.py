"""Find a client: by code, number, phone tail, or a name with typos and old spelling; a village or tail may stand with it.

Behind it stand one index of names by district and house (`by_name`) and one for each number.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import Q

from ltsa import phone
from ltsa.areas.models import Area
from ltsa.encrypted import keyed_hash
from ltsa.names import fold

from .merged import survivors

BEST = 50
ENOUGH = 10
# How alike a name must be. The first is asked alone when it finds enough: nobody beneath it could be among them.
ALIKE, HARDLY_ALIKE, SAME = 0.6, 0.4, 0.95


def find_clients(queryset, q: str) -> list:
    """The best 50 of `queryset` (already narrowed by visible_to and identified_for), best first.

    Who was merged is found by what her other record holds.
    """
    q = " ".join(q.split())[:100]
    if not q:
        return []
    by_number = _by_number(q)
    if by_number is not None:
        rows = list(queryset.filter(by_number)[:BEST])
        stands = survivors(rows, queryset)
        return list({stands[row.pk].pk: stands[row.pk] for row in rows}.values())
    rows = queryset.current()
    if with_tail := re.fullmatch(r"(\D+) (\d{4})", q):
        q, tail = with_tail.groups()
        rows = rows.filter(phone_tail_hash=keyed_hash(tail, "phone_tail"))
    return _by_name(rows, q)


def _by_name(rows, q: str) -> list:
    folded = fold(q)
    if not folded:
        return []
    found = _alike(rows, folded, ALIKE)
    if found and found[0].likeness >= SAME:
        return found
    best = {row.pk: row for row in [*_in_village(rows, q), *found]}
    if len(best) < ENOUGH:
        best |= {row.pk: row for row in _alike(rows, folded, HARDLY_ALIKE) if row.pk not in best}
    return list(best.values())[:BEST]


def _in_village(rows, q: str) -> list:
    """ "siti gebang": Siti of the village or kecamatan of Gebang, before or behind her name."""
    words = q.title().split()[:8]
    ends = [(words[:k], words[k:]) for k in range(1, len(words))]
    names = {" ".join(place): rest for place, rest in [*((b, a) for a, b in ends), *ends]}
    areas = list(Area.objects.filter(name__in=names).values_list("code", "name")) if names else []
    found = []
    for name in {name for _code, name in areas}:
        codes = [code for code, called in areas if called == name]
        there = rows.filter(Q(village__in=codes) | Q(village__parent__in=codes))
        rest = fold(" ".join(names[name]))
        found += _alike(there, rest, ALIKE) if rest else []
    return found


def _alike(rows, folded: str, threshold: float) -> list:
    with _alike_means(threshold):
        return list(rows.named_like(folded)[:BEST])


@contextmanager
def _alike_means(threshold: float) -> Iterator[None]:
    """The index reads the threshold from a setting; for the rest of the transaction it is the house's again."""
    setting = "pg_trgm.word_similarity_threshold"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL {setting} = %s", [threshold])
        yield
        cursor.execute(f"SET LOCAL {setting} TO DEFAULT")


def _by_number(q: str) -> Q | None:
    """What to look for when the words are a code or a number; None when they are a name."""
    if re.fullmatch(r"[Kk]-\w{7}", q):
        return Q(code=q.upper())
    digits = re.sub(r"\D", "", q)
    if re.fullmatch(r"[A-Za-z]{1,2}\d{6,7}", q.replace(" ", "")):
        return Q(passport_hash=keyed_hash(q.replace(" ", "").upper(), "passport"))
    if not digits or re.search(r"[A-Za-z]", q):
        return None
    if len(digits) == 4:
        return Q(phone_tail_hash=keyed_hash(digits, "phone_tail"))
    found = Q(nik_hash=keyed_hash(digits, "nik"))
    try:
        found |= Q(phone_hash=keyed_hash(phone.normalise(q), "phone"))
    except ValidationError:
        pass
    return found
