"""Which clients a person may see. Every page, API, search, export, figure and message starts here."""

from functools import reduce
from operator import or_

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.db.models.expressions import RawSQL

from ltsa.access import Permission

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
        return rows.filter(pk__in=first[0].union(*first[1:]))[k]

    def visible_to(self, user):
        """Clients of one's own organisation, those one was let in to, and for the desk those of the district's desks."""
        return self._through(_doors(user), user)

    def identified_for(self, user):
        """Visible clients whose name this person may know: only these may be searched by name or number."""
        return self._through(_doors(user, named=True), user)

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
        shut_out = _clients(_grants(user).filter(deny=True))
        rows = self.filter(reduce(or_, doors)).exclude(pk__in=shut_out)
        rows.doors = tuple(doors)
        return rows


def _grants(user):
    return apps.get_model("services", "AccessGrant").objects.current().to(user)


def _clients(grants) -> RawSQL:
    """The ids of their clients. Compiled at once: it stands in every door, and Django copies a queryset dearly."""
    sql, told = grants.values("migrant").query.sql_with_params()
    return RawSQL(sql, told)  # noqa: S611 (made by the queryset, with parameters)


def _doors(user, *, named: bool = False) -> list[Q]:
    posting = user.posting
    if user.can(Permission.CLIENT_SEE_MASKED):
        return [] if named else [Q(of_desk=True, district=posting.district_id)]
    if not user.can(Permission.CLIENT_SEE):
        return []
    let_in = _grants(user).filter(deny=False)
    if named:
        let_in = let_in.filter(groups__contains=["identity"])
    doors = [Q(registered_by=posting.organisation_id)]
    if user.can(Permission.CLIENT_SEARCH_DISTRICT):
        doors.append(Q(of_desk=True, district=posting.district_id))
    return [*doors, Q(pk__in=_clients(let_in))]
