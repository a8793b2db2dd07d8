"""Who came to the desk and what was spoken, in one go: the 90-second log (docs/plan.md 1)."""

import uuid

from django.db import transaction

from ltsa.audit.actions import record
from ltsa.timeline.actions import write_event

from ..models import CounsellingSession, Migrant, Relationship
from .migrants import create_migrant
from .sessions import log_session


@transaction.atomic
def log_visit(
    *,
    migrant: Migrant | None = None,
    person: dict | None = None,
    cell: dict | None = None,
    together_with: CounsellingSession | None = None,
    relation: str = "",
    by,
    **talk,
) -> CounsellingSession:
    """Log a conversation with a known `migrant`, a new `person` (fields of create_migrant), or nobody on record.

    Who wants no record at all is a `cell` {sex, phase, age_band}. `together_with` is the conversation with somebody of
    the same family on the same visit; `relation` says what this one is to her. `talk` is for log_session.
    """
    if person is not None:
        migrant = create_migrant(by=by, **person)
    if together_with is not None:
        talk["visit"] = _visit_of(together_with)
        _tie(migrant, together_with.migrant, relation, by=by)
    if migrant is None:
        counts = [{**(cell or {}), "count": 1}]
        return log_session(unrecorded=True, counts=counts, by=by, **talk)
    return log_session(migrant=migrant, by=by, **talk)


def _visit_of(session: CounsellingSession) -> uuid.UUID | None:
    """The visit this conversation belongs to; given now to the first of two."""
    rows = CounsellingSession.objects.filter(pk=session.pk)
    rows.filter(visit=None).update(visit=uuid.uuid4())
    return rows.values_list("visit", flat=True).get()


def _tie(relative: Migrant | None, migrant: Migrant | None, relation: str, *, by) -> None:
    """Family, where both are on record; what was told before stays."""
    if relative is None or migrant is None or relative.pk == migrant.pk:
        return
    _row, is_new = Relationship.objects.get_or_create(
        relative=relative, migrant=migrant, defaults={"relation": relation}
    )
    if is_new:
        write_event("client.relative", migrant, client=migrant.pk, by=by)
        record("change", relative, fields=["relation"], by=by)
