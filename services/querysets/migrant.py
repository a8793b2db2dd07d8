"""Which clients a person may see. Every page, API, search, export, figure and message starts here."""

from functools import reduce
from operator import or_

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import models
from django.db.models import Q

from ltsa.access import Permission

from .grants import granted, is_closed_to
from .hands import at_home, hands, of_desks

LINE = (
    "code", "full_name", "anonymous", "sex", "birth_date", "age_band", "client_type", "of_desk", "registered_by_id",
    "district_id", "merged_into_id", "phase", "created_at", "village__code", "village__name", "village__kind",
)  # fmt: skip


class MigrantQuerySet(models.QuerySet):
    """`visible_to` is an OR of a few reasons (doors), and no index keeps the order of an OR.

    So the first rows in an order are asked of each door, which has its index, and the first of all those are they.
    """

    doors: tuple[Q, ...] = ()

    def _clone(self):
        clone = super()._clone()
        clone.doors = self.doors
        return clone

    def __getitem__(self, k):
        if not isinstance(k, slice) or not k.stop or not self.ordered or len(self.doors) < 2:
            return super().__getitem__(k)
        if self._result_cache is not None or self.query.is_sliced:
            return super().__getitem__(k)
        rows = self._clone()
        rows.doors = ()
        first = [rows.filter(door).values("pk")[: k.stop] for door in self.doors]
        if sum(map(bool, rows.query.alias_refcount.values())) < 2:
            # Each of them has passed all conditions; asked again, they only mislead the planner.
            rows.query.clear_where()
        return rows.filter(pk__in=first[0].union(*first[1:]))[k]

    def visible_to(self, user):
        """Clients of one's own organisation (of one for survivors those in one's hands), those one was let in to, and
        for the desk those of the district's desks."""
        return self._through(_doors(user, named=False), user)

    def identified_for(self, user):
        """Visible clients whose name this person may know: only these may be searched by name or number."""
        return self._through(_doors(user, named=True), user)

    def named_like(self, folded: str):
        """Best first. One index holds the names of both house and district, so these two doors are asked as one."""
        near = (
            self.filter(search_name__trigram_word_similar=folded)
            .annotate(likeness=TrigramWordSimilarity(folded, "search_name"))
            .order_by("-likeness", "-created_at", "-id")
        )
        *home, let_in = self.doors or (Q(),)
        near.doors = (reduce(or_, home), let_in) if home else ()
        return near

    def current(self):
        """One record a person: without those that were merged into another."""
        return self.filter(merged_into__isnull=True)

    def with_place(self):
        return self.select_related("village__parent__parent", "registered_by", "district")

    def with_village(self):
        """What a line of a list shows (services/lists.py), and no more: the numbers stay encrypted where they are."""
        return self.select_related("village").only(*LINE)

    def _through(self, doors: list[Q], user):
        if not doors:
            return self.none()
        rows = self.filter(reduce(or_, doors)).exclude(pk__in=granted(user, deny=True))
        rows.doors = tuple(doors)
        return rows


def _doors(user, *, named: bool) -> list[Q]:
    if user.can(Permission.CLIENT_SEE_MASKED):
        return [] if named else [of_desks(user)]
    if not user.can(Permission.CLIENT_SEE):
        return []
    home = Q(registered_by=user.posting.organisation_id)
    doors = [home & hand for hand in hands(user)] if is_closed_to(user) else [at_home(user)]
    if user.can(Permission.CLIENT_SEARCH_DISTRICT):
        doors.append(of_desks(user))
    return [*doors, Q(pk__in=granted(user, deny=False, group="identity" if named else ""))]
