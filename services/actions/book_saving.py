"""What was ready becomes clients and conversations, in bulk and by the rules of create_migrant and log_session."""

import json
from uuid import UUID

from django.db import connection

from ltsa.audit.actions import record
from ltsa.codes import random_code
from ltsa.timeline.models import Event

from ..books.lines import Line
from ..models import BookImport, BookRow, Consent, CounsellingSession, Journey, Migrant
from .book_checking import read_lines
from .books import to_save
from .consents import intake_consent
from .journeys import first_journey

SAVED_AT_ONCE = 500
TEXT = "buku"  # which words she heard stands in no book; whoever brought it answers that she agreed
_STORE = """
UPDATE services_bookrow AS line SET state = told.state, errors = told.errors::jsonb, migrant_id = told.migrant,
  session_id = told.session, made_client = told.made
FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::uuid[], %s::uuid[], %s::boolean[])
  AS told (id, state, errors, migrant, session, made)
WHERE line.id = told.id
"""


def save_lines(book: BookImport) -> int:
    """Save the next lines; how many they were. The last batch leaves what nobody decided as skipped."""
    rows = list(to_save(book).select_related("same_as").order_by("number")[:SAVED_AT_ONCE])
    if not rows:
        book.rows.filter(state="double").update(state="skipped")
        return 0
    batch = _Batch(book, rows)
    for row, line in zip(rows, read_lines(book, rows), strict=True):
        batch.take(row, line)
    batch.store()
    return len(rows)


class _Batch:
    def __init__(self, book: BookImport, rows: list[BookRow]):
        self.book, self.by = book, book.by
        known = {row.double_of_id for row in rows if row.choice == "existing"} - {None}
        seen = Migrant.objects.identified_for(self.by).filter(pk__in=known)
        self.seen = set(seen.values_list("pk", flat=True))
        self.of_line: dict[int, UUID | None] = {}  # lines of this batch: whom they are about
        self.clients: list[Migrant] = []
        self.sessions: list[CounsellingSession] = []
        self.told: list[tuple] = []

    def take(self, row: BookRow, line: Line) -> None:
        errors = line.errors
        client = None if errors else self._known(row)
        if client is not None and row.double_of_id and client not in self.seen:
            errors = [{"field": "", "message": "gone"}]
        if errors:
            self.told.append((row.pk, "wrong", json.dumps(errors), None, None, False))
            return
        made = client is None
        client = client or self._register(line)
        self.of_line[row.pk] = client
        session = self._log(line, client)
        self.told.append((row.pk, "saved", "[]", str(client), str(session), made))

    def _known(self, row: BookRow) -> UUID | None:
        """Whom the line shall be put to: somebody registered, or the person of an earlier line that was saved."""
        if row.choice != "existing":
            return None
        if row.same_as is None:
            return row.double_of_id
        return self.of_line.get(row.same_as.pk) or row.same_as.migrant_id

    def _register(self, line: Line) -> UUID:
        client = Migrant(
            code=random_code("K"),
            registered_by_id=self.book.organisation_id,
            service_point_id=self.book.service_point_id,
            district_id=self.book.district_id,
            of_desk=self.book.organisation.runs_desks,
            created_by=self.by,
            **line.person,
        )
        self.clients.append(client)
        return client.pk

    def _log(self, line: Line, client: UUID) -> UUID:
        fields = line.session
        if fields["kind"] == "psychosocial":
            fields["summary"] = ""
        session = CounsellingSession(
            code=random_code("S"),
            mode="individual",
            entry="import",
            migrant_id=client,
            phase=line.person["phase"],
            organisation_id=self.book.organisation_id,
            service_point_id=self.book.service_point_id,
            district_id=self.book.district_id,
            by=self.by,
            **fields,
        )
        self.sessions.append(session)
        return session.pk

    def store(self) -> None:
        Migrant.objects.bulk_create(self.clients)
        Consent.objects.bulk_create(
            intake_consent(one, text_version=TEXT, by=self.by) for one in self.clients
        )
        Journey.objects.bulk_create(
            first_journey(one, by=self.by) for one in self.clients if one.destination
        )
        CounsellingSession.objects.bulk_create(self.sessions)
        here = {"by": self.by, "organisation_id": self.book.organisation_id}
        Event.objects.bulk_create(
            [
                *(
                    Event(verb="client.import", subject=one.pk, client=one.pk, **here)
                    for one in self.clients
                ),
                *(
                    Event(verb="session.import", subject=one.pk, client=one.migrant_id, detail={"kind": one.kind}, **here)
                    for one in self.sessions
                ),
            ]
        )  # fmt: skip
        with connection.cursor() as cursor:
            cursor.execute(_STORE, [list(column) for column in zip(*self.told, strict=True)])
        counts = f"clients: {len(self.clients)}, sessions: {len(self.sessions)}"
        record("create", self.book, fields=["rows"], reason=counts, by=self.by)
