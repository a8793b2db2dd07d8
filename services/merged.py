"""Records of one person that were merged. No row moved: whoever reads of her asks for all of her ids."""

from collections.abc import Callable, Iterable
from datetime import timedelta

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from ltsa.access import Permission

from .models import Migrant
from .querysets.parts import known_at_home

UNDO_WITHIN = timedelta(days=30)
AFTER_MERGING: list[Callable] = []


def after_merging(act: Callable) -> Callable:
    """Register what must follow when records became one person's, or two people's again: `act(ids, by=)`."""
    AFTER_MERGING.append(act)
    return act


def follow(merge, *, by) -> None:
    """Inside the transaction of the merge or of its undoing."""
    for act in AFTER_MERGING:
        act([merge.into_id, merge.duplicate_id], by=by)


def ids_of(migrant: Migrant, user) -> list:
    """Her own id, and those merged into her that this reader sees too: a merge opens nothing to anybody."""
    seen = Migrant.objects.visible_to(user).filter(merged_into=migrant)
    return [migrant.pk, *seen.values_list("pk", flat=True)]


def hers(migrant: Migrant, name: str = "migrant") -> Q:
    """Her rows and those of what was merged into her, for a queryset that `visible_to` has narrowed."""
    # As one set of ids, so that each table is asked by its index; an OR through a join reads it whole.
    ids = Migrant.objects.filter(Q(pk=migrant.pk) | Q(merged_into=migrant)).values("pk")
    return Q(**{f"{name}__in": ids})


def records_of(migrant_id):
    """The ids of all records of the person of this one, whoever may see them: for what she forbids, not for reading."""
    known = Migrant.objects.filter(pk=migrant_id)
    stands = known.values(one=Coalesce("merged_into", "pk"))
    return Migrant.objects.filter(Q(pk__in=stands) | Q(merged_into__in=stands)).values("pk")


def survivors(rows: Iterable[Migrant], known) -> dict:
    """{id: the record that stands for it}: what it was merged into when that is in `known`, else the row itself.

    A statement only when one of the rows was merged.
    """
    rows = list(rows)
    into = {row.merged_into_id for row in rows if row.merged_into_id}
    found = known.in_bulk(list(into)) if into else {}
    return {row.pk: found.get(row.merged_into_id, row) for row in rows}


def survivor(migrant: Migrant, user) -> Migrant | None:
    """The record this one was merged into, when this reader sees it."""
    if migrant.merged_into_id is None:
        return None
    return Migrant.objects.visible_to(user).filter(pk=migrant.merged_into_id).first()


def mergeable(user):
    """Clients at home here that this person may change. A house that was only let in merges nobody: it would tell.

    All groups are shown of whoever is at home, so services.disclosure.may_edit says the same row by row.
    """
    if not user.can(Permission.CLIENT_MERGE) or not user.can(Permission.CLIENT_EDIT):
        return Migrant.objects.none()
    return Migrant.objects.identified_for(user).filter(known_at_home(user, prefix=""))


def refusal(duplicate: Migrant, *, into: Migrant) -> str:
    """Why these two cannot be merged this way round, in words; "" when they can."""
    if duplicate.pk == into.pk:
        return _("Ini data yang sama.")
    if duplicate.merged_into_id:
        return _("Data %(code)s sudah digabung sebelumnya.") % {"code": duplicate.code}
    if into.merged_into_id:
        return _("Data %(code)s sudah digabung ke data lain. Gabungkan ke data itu.") % {
            "code": into.code
        }
    if duplicate.merged.exists():
        return _(
            "Ke data %(code)s sudah ada data yang digabung. Tukar dulu: biarkan data itu yang tetap."
        ) % {"code": duplicate.code}
    return ""
