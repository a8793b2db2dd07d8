"""An import is taken back from its last line to its first; what somebody has used since stays."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import F, Model, QuerySet
from pghistory.models import Event as History

from ltsa.audit.actions import record

from ..models import BookImport, BookRow, Consent, CounsellingSession, Journey, Migrant
from .book_saving import TEXT

UNDONE_AT_ONCE = 500


def undo_lines(book: BookImport) -> int:
    """Take back the next lines, or mark them as kept. How many they were."""
    rows = list(book.rows.filter(state="saved").order_by("-number")[:UNDONE_AT_ONCE])
    if not rows:
        return 0
    sessions = CounsellingSession.objects.filter(pk__in=_ids(row.session_id for row in rows))
    clients = Migrant.objects.filter(pk__in=_ids(row.migrant_id for row in rows if row.made_client))
    # Whoever opens a case for her in this moment waits, and then finds her gone; or was first, and she stays.
    used = _used(sessions) | _used(clients, but=[sessions, *_made_with(clients)])
    kept = [
        row
        for row in rows
        if row.session_id in used or (row.made_client and row.migrant_id in used)
    ]
    gone = [row for row in rows if row not in kept]
    BookRow.objects.filter(pk__in=[row.pk for row in kept]).update(state="kept")
    BookRow.objects.filter(pk__in=[row.pk for row in gone]).update(state="undone")
    sessions.filter(pk__in=_ids(row.session_id for row in gone)).delete()
    taken = clients.filter(pk__in=_ids(row.migrant_id for row in gone if row.made_client))
    for made in _made_with(taken):
        made.delete()
    taken.delete()
    counts = f"undone: {len(gone)}, kept: {len(kept)}"
    record("change", book, fields=["rows"], reason=counts, by=book.by)
    return len(rows)


def _ids(found: Iterable[UUID | None]) -> set[UUID]:
    return {pk for pk in found if pk is not None}


def _made_with(clients: QuerySet) -> list[QuerySet]:
    """What was written together with these clients and not changed since."""
    of_them = {"migrant__in": clients}
    return [
        Consent.objects.filter(text_version=TEXT, withdrawn_at=None, **of_them),
        Journey.objects.filter(version=1, created_at=F("migrant__created_at"), **of_them),
    ]


def _used(rows: QuerySet, *, but: Iterable[QuerySet] = ()) -> set[UUID]:
    """Those that were edited, or that a row of whatever table in the house points at; lines of books do not count.

    All are locked until the end of the batch.
    """
    versions = list(rows.select_for_update(of=("self",)).values_list("pk", "version"))
    found = {pk for pk, version in versions if version > 1}
    ids = [pk for pk, _version in versions]
    made: dict[type[Model], QuerySet] = {one.model: one for one in but}
    for relation in rows.model._meta.get_fields(include_hidden=True):
        if not (relation.one_to_many or relation.one_to_one) or not relation.auto_created:
            continue
        other, name = relation.related_model, relation.field.attname
        if issubclass(other, History) or other is BookRow:
            continue
        pointing = other._default_manager.filter(**{f"{name}__in": ids})
        if other in made:
            pointing = pointing.exclude(pk__in=made[other].values("pk"))
        found |= set(pointing.values_list(name, flat=True))
    return found
