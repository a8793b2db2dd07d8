"""Find a client: by code, number, phone tail, or a name with typos and old spelling."""

import re

from django.contrib.postgres.search import TrigramWordSimilarity
from django.core.exceptions import ValidationError
from django.db.models import Q

from ltsa import phone
from ltsa.encrypted import keyed_hash
from ltsa.names import fold

BEST = 50
# How alike is enough stands in settings (pg_trgm.word_similarity_threshold), where the index can use it.


def find_clients(queryset, q: str):
    """The best 50 of `queryset` (already narrowed by visible_to and identified_for), best first."""
    q = " ".join(q.split())[:100]
    if not q:
        return queryset.none()
    by_number = _by_number(q)
    if by_number is not None:
        return queryset.filter(by_number)[:BEST]
    folded = fold(q)
    if not folded:
        return queryset.none()
    return (
        queryset.filter(search_name__trigram_word_similar=folded)
        .annotate(likeness=TrigramWordSimilarity(folded, "search_name"))
        .order_by("-likeness", "-created_at", "-id")[:BEST]
    )


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
