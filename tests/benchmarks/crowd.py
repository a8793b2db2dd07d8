"""The nation, made inside PostgreSQL: people of 514 districts, few big ones and many small, names by how often they are given.

Only for a test's transaction: what is dropped here to be quick comes back with its rollback.
"""

from django.db import connection

from ltsa.names import fold

from .names import FIRST, LAST

# Every district with its share (the officer's is the biggest: one in 18), its desk, a partner, its villages or kecamatan.
PLACES = """
CREATE TEMPORARY TABLE place ON COMMIT DROP AS
WITH ranked AS (
  SELECT code, row_number() OVER (ORDER BY (code = %(district)s) DESC, md5(code)) AS rank
  FROM areas_area WHERE level = 'regency'),
shared AS (
  SELECT code, rank, sum(1.0 / (rank + 2.5)) OVER (ORDER BY rank) AS upto, 1.0 / (rank + 2.5) AS share,
    sum(1.0 / (rank + 2.5)) OVER () AS whole
  FROM ranked)
SELECT code, rank,
  floor(%(people)s * (upto - share) / whole)::int + 1 AS first, floor(%(people)s * upto / whole)::int AS last,
  CASE WHEN code = %(district)s THEN %(desk)s::uuid ELSE gen_random_uuid() END AS desk,
  CASE WHEN code = %(district)s THEN %(partner)s::uuid ELSE gen_random_uuid() END AS partner,
  (SELECT array_agg(area.code ORDER BY area.code) FROM areas_area area
   WHERE area.code LIKE shared.code || '.%%' AND area.level = 'subdistrict') AS villages
FROM shared
"""
HOUSES = """
INSERT INTO organisations_organisation (id, name, kind, district_id, is_women_crisis_centre, phone, phone_24h, address,
  hours, email, note, focal_person, languages, disability_access, is_confirmed, version)
SELECT id, name, kind, code, false, '', '', '', '', '', '', '', '{}', '{}', true, 1
FROM (SELECT desk AS id, 'Loket Banyak ' || code AS name, 'government' AS kind, code FROM place
  UNION ALL SELECT partner, 'Mitra Banyak ' || code, 'union', code FROM place) AS made
ON CONFLICT DO NOTHING
"""
# One in twenty is the partner's; a half left a number.
PERSON = {
    "id": "gen_random_uuid()",
    "code": "'K-' || lpad(to_hex(n), 7, '0')",
    "full_name": "(%(first)s)[a] || ' ' || (%(last)s)[b]",
    "search_name": "least((%(folded_first)s)[a], (%(folded_last)s)[b]) || ' ' || "
    "greatest((%(folded_first)s)[a], (%(folded_last)s)[b])",
    "sex": "CASE WHEN n %% 4 = 0 THEN 'male' ELSE 'female' END",
    "village_id": "villages[1 + n %% cardinality(villages)]",
    "nik_hash": "CASE WHEN n %% 2 = 0 THEN md5(n::text) || md5(n::text) ELSE '' END",
    "phone_tail_hash": "CASE WHEN n %% 2 = 0 THEN md5((n %% 10000)::text) || md5('') ELSE '' END",
    "of_desk": "n %% 20 > 0",
    "registered_by_id": "CASE WHEN n %% 20 = 0 THEN partner ELSE desk END",
    "service_point_id": "NULL",
    "district_id": "person.code",
    "created_at": "now() - (1 + 700 * random()) * interval '1 day'",
}
BORN = """(
  SELECT place.*, n, 1 + floor(cardinality(%(first)s) * random() * random())::int AS a,
    1 + floor(cardinality(%(last)s) * random() * random())::int AS b
  FROM place, generate_series(place.first, place.last) AS n) AS person
"""
SESSION = {
    "id": "gen_random_uuid()",
    "code": "'S-' || substr(person.code, 3)",
    "started_at": "person.created_at",
    "created_at": "person.created_at",
    "migrant_id": "person.id",
    "organisation_id": "person.registered_by_id",
    "district_id": "person.district_id",
}
SERVED = """(
  SELECT * FROM services_migrant WHERE district_id = %(district)s AND id <> %(known)s) AS person
"""


def fill(migrant, session, *, partner, people: int) -> None:
    """`people` clients, and sessions of the officer's district, each as this client and this session but for its own."""
    own = {
        "people": people,
        "district": migrant.district_id,
        "desk": migrant.registered_by_id,
        "partner": partner.pk,
        "first": FIRST,
        "last": LAST,
        "folded_first": [fold(name) for name in FIRST],
        "folded_last": [fold(name) for name in LAST],
    }
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0; SET LOCAL maintenance_work_mem = '1GB'")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(PLACES, own)
        cursor.execute(HOUSES)
        copies(cursor, migrant, PERSON, BORN, own)
        copies(cursor, session, SESSION, SERVED, own | {"known": migrant.pk})


def copies(cursor, row, told: dict, source: str, own: dict) -> None:
    """Rows as `row` with `told` columns instead. Indexes are made afterwards, history triggers stay silent."""
    table = row._meta.db_table
    columns = [field.column for field in row._meta.concrete_fields]
    values = ", ".join(told.get(column, f"model.{column}") for column in columns)
    cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    again = _without_indexes(cursor, table)
    cursor.execute(
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM {source}, "  # noqa: S608
        f"(SELECT * FROM {table} WHERE id = %(model)s) AS model",
        own | {"model": row.pk},
    )
    for statement in again:
        cursor.execute(statement)
    cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER; ANALYZE {table}")


def _without_indexes(cursor, table: str) -> list[str]:
    """Drops references to others and plain indexes; returns what makes the indexes again."""
    cursor.execute(
        "SELECT conname FROM pg_constraint WHERE conrelid = %s::regclass AND contype = 'f'", [table]
    )
    for (name,) in cursor.fetchall():
        cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    cursor.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = %s AND indexdef LIKE 'CREATE INDEX%%'",
        [table],
    )
    found = cursor.fetchall()
    for name, _ in found:
        cursor.execute(f'DROP INDEX "{name}"')
    return [definition for _, definition in found]
