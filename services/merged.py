"""Records of one person that were merged. No row moved: whoever reads of her asks for all of her ids."""

from collections.abc import Iterable

from .models import Migrant


def ids_of(migrant: Migrant, user) -> list:
    """Her own id, and those merged into her that this reader sees too: a merge opens nothing to anybody."""
    seen = Migrant.objects.visible_to(user).filter(merged_into=migrant)
    return [migrant.pk, *seen.values_list("pk", flat=True)]


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
