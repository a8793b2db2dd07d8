"""An import is taken back from its last line to its first; what somebody has used since stays."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Model
from pghistory.models import Event as History

from ltsa.audit.actions import record

from ..models import BookImport, BookRow, CounsellingSession, Migrant

UNDONE_AT_ONCE = 500


def undo_lines(book: BookImport) -> int:
    """Take back the next lines, or mark them as kept. How many they were."""
    rows = list(book.rows.filter(state="saved").order_by("-number")[:UNDONE_AT_ONCE])
    if not rows:
        return 0
    sessions = {row.session_id for row in rows} - {None}
    clients = {row.migrant_id for row in rows if row.made_client} - {None}
    # Whoever opens a case for her in this moment waits, and then finds her gone; or was first, and she stays.
    used = _changed(Migrant, clients) | _pointed_at(Migrant, clients, but=sessions)
    used |= _changed(CounsellingSession, sessions) | _pointed_at(CounsellingSession, sessions)
    kept = [
        row for row in rows if {row.session_id, row.migrant_id if row.made_client else None} & used
    ]
    gone = [row for row in rows if row not in kept]
    BookRow.objects.filter(pk__in=[row.pk for row in kept]).update(state="kept")
    BookRow.objects.filter(pk__in=[row.pk for row in gone]).update(state="undone")
    CounsellingSession.objects.filter(pk__in={row.session_id for row in gone} - {None}).delete()
    gone_clients = {row.migrant_id for row in gone if row.made_client} - {None}
    Migrant.objects.filter(pk__in=gone_clients).delete()
    counts = f"undone: {len(gone)}, kept: {len(kept)}"
    record("change", book, fields=["rows"], reason=counts, by=book.by)
    return len(rows)


def _changed(model: type[Model], ids: set[UUID]) -> set[UUID]:
    """Those that were edited; all are locked until the end of the batch."""
    rows = model._default_manager.filter(pk__in=ids).select_for_update(of=("self",))
    return {pk for pk, version in rows.values_list("pk", "version") if version > 1}


def _pointed_at(model: type[Model], ids: set[UUID], *, but: Iterable[UUID] = ()) -> set[UUID]:
    """Those that a row of whatever table in the house points at, except lines of books and the sessions `but`."""
    found: set[UUID] = set()
    for relation in model._meta.get_fields(include_hidden=True):
        if not (relation.one_to_many or relation.one_to_one) or not relation.auto_created:
            continue
        other, name = relation.related_model, relation.field.attname
        if issubclass(other, History) or other is BookRow:
            continue
        rows = other._default_manager.filter(**{f"{name}__in": ids})
        if other is CounsellingSession:
            rows = rows.exclude(pk__in=but)
        found |= set(rows.values_list(name, flat=True))
    return found
