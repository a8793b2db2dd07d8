"""How an area is found: by its place in the tree of codes, or by its name."""

import re
from typing import Self

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

_CODE = re.compile(r"\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?", re.ASCII)

# "Kabupaten Cirebon" must come first for "cirebon", so these words do not count in the ranking.
_KIND_WORDS = ("Kabupaten", "Kota", "Kabupaten Administrasi", "Kota Administrasi")


def is_area_code(text: str) -> bool:
    """True for the shape of a Kemendagri code (``32``, ``32.09``, ``32.09.01``, ``32.09.01.2001``)."""
    return _CODE.fullmatch(text) is not None


class AreaQuerySet(QuerySet):
    def children_of(self, code: str) -> Self:
        """The areas one level below ``code``; for ``""`` the provinces."""
        if not code:
            return self.filter(parent=None)
        return self.filter(parent=code) if is_area_code(code) else self.none()

    def within(self, code: str) -> Self:
        """The area ``code`` and everything below it; nothing for a text that is no code.

        The parts of a code have a fixed width, so the plain prefix is exact and one index serves it.
        """
        return self.filter(code__startswith=code) if is_area_code(code) else self.none()

    def districts(self) -> Self:
        """Regencies and cities: the level at which offices, postings and figures are kept."""
        return self.filter(level="regency")

    def with_parents(self) -> Self:
        """Loads the line up to the province, so that ``full_name`` costs no query."""
        return self.select_related("parent__parent__parent")

    def search(self, text: str, *, parent: str = "") -> Self:
        """Areas whose name holds ``text``, best first; only below ``parent`` when it is given.

        The order is: the whole name, its beginning, the beginning of a word, anywhere; larger areas
        before smaller ones.
        """
        text = " ".join(text.replace("\x00", "").split())
        if not text:
            return self.none()
        found = self.filter(name__icontains=text)
        if parent:
            found = found.within(parent).exclude(code=parent)
        whole, beginning = Q(name__iexact=text), Q(name__istartswith=text)
        for word in _KIND_WORDS:
            whole |= Q(name__iexact=f"{word} {text}")
            beginning |= Q(name__istartswith=f"{word} {text}")
        rank = Case(
            When(whole, then=Value(0)),
            When(beginning, then=Value(1)),
            When(name__icontains=f" {text}", then=Value(2)),
            default=Value(3),
            output_field=IntegerField(),
        )
        size = Case(
            When(level="province", then=Value(0)),
            When(level="regency", then=Value(1)),
            When(level="subdistrict", then=Value(2)),
            default=Value(3),
            output_field=IntegerField(),
        )
        return found.alias(rank=rank, size=size).order_by("rank", "size", "name", "code")
