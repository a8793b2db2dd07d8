"""The eight documents of UU 18/2017 art 13, as seen by an officer; the papers themselves are not kept."""

from django.db import transaction
from django.utils import timezone

from ltsa.audit.actions import record
from ltsa.timeline.actions import write_event
from ltsa.versions import Stale

from ..models import DocumentCheck, Migrant


@transaction.atomic
def check_documents(migrant: Migrant, *, seen: dict, version: int, by) -> Migrant:
    """Write down what was seen: `seen` is {DocumentCode: {state, flags, valid_until}}; only what differs is written.

    `version` is the sum of the versions that the form was shown with (see document_version). Raises Stale.
    """
    Migrant.objects.select_for_update(no_key=True).get(pk=migrant.pk)
    before = {row.code: row for row in migrant.documents.select_for_update()}
    if version != document_version(before.values()):
        raise Stale(_as_one(before))
    today = timezone.localdate()
    changed = sorted(code for code, told in seen.items() if _differs(before.get(code), told))
    for code in changed:
        row = before.get(code) or DocumentCheck(migrant=migrant, code=code, version=0)
        row.state, row.flags = seen[code]["state"], sorted(seen[code]["flags"])
        row.valid_until = seen[code]["valid_until"]
        row.checked_on, row.checked_by, row.version = today, by, row.version + 1
        row.save()
    if changed:
        detail = {"documents": changed}
        write_event("client.documents", migrant, client=migrant.pk, detail=detail, by=by)
        record("change", migrant, fields=[f"document.{code}" for code in changed], by=by)
    return migrant


def document_version(rows) -> int:
    """Grows with every change of any of a client's documents."""
    return sum(row.version for row in rows)


def _differs(row: DocumentCheck | None, told: dict) -> bool:
    if row is None:
        return bool(told["state"])
    there = (row.state, sorted(row.flags), row.valid_until)
    return there != (told["state"], sorted(told["flags"]), told["valid_until"])


def _as_one(rows: dict) -> DocumentCheck:
    """What the form compares with: a row that carries the present version of all."""
    return DocumentCheck(version=document_version(rows.values()))
