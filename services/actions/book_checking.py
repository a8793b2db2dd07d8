"""The dry run: every line is read as it would be saved, and nothing is."""

import json

from django.db import connection

from ..books.doubles import Doubles
from ..books.lines import Line, LineReader, name_hash
from ..books.places import Places
from ..models import BookImport, BookRow
from .migrants import person_fields

CHECKED_AT_ONCE = 1_000
USUAL_CHOICE = {"nik": "existing", "again": "skip", "name": ""}
_STORE = """
UPDATE services_bookrow AS line SET state = told.state, errors = told.errors::jsonb, nik_hash = told.nik_hash,
  name_hash = told.name_hash, found_by = told.found_by, choice = told.choice, double_of_id = told.double_of,
  same_as_id = told.same_as
FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[], %s::uuid[], %s::bigint[])
  AS told (id, state, errors, nik_hash, name_hash, found_by, choice, double_of, same_as)
WHERE line.id = told.id
"""


def check_lines(book: BookImport) -> int:
    """Read the next lines; each becomes ready, wrong or double. How many they were."""
    rows = list(book.rows.filter(state="unchecked").order_by("number")[:CHECKED_AT_ONCE])
    if not rows:
        return 0
    lines = read_lines(book, rows)
    people = {
        row.pk: line.person | {"name_hash": name_hash(line.person)}
        for row, line in zip(rows, lines, strict=True)
        if not line.errors
    }
    doubles = Doubles(book, rows, people)
    told = [
        _outcome(row, line, people.get(row.pk), doubles)
        for row, line in zip(rows, lines, strict=True)
    ]
    with connection.cursor() as cursor:
        cursor.execute(_STORE, [list(column) for column in zip(*told, strict=True)])
    return len(rows)


def read_lines(book: BookImport, rows: list[BookRow]) -> list[Line]:
    """The lines behind these rows; a person without mistakes has all that follows from her fields."""
    header = book.columns.get("village", "")
    places = Places(book.district_id, {row.values.get(header) or "" for row in rows})
    reader = LineReader(book.columns, places)
    lines = [reader.read(row.values) for row in rows]
    for line in lines:
        if not line.errors:
            line.person = person_fields(line.person)
    return lines


def _outcome(row: BookRow, line: Line, person: dict | None, doubles: Doubles) -> tuple:
    """A row of _STORE."""
    if person is None:
        return row.pk, "wrong", json.dumps(line.errors), "", "", "", "", None, None
    found = doubles.find(row, line.session)
    hashes = (person["nik_hash"], person["name_hash"])
    if found is None:
        return row.pk, "ready", "[]", *hashes, "", "", None, None
    client = str(found.client) if found.client else None
    choice = USUAL_CHOICE[found.found_by]
    return row.pk, "double", "[]", *hashes, found.found_by, choice, client, found.line
