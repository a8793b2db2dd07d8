"""Many rows at once, with the times of the past.

`bulk_create` would stamp fields of `auto_now_add` with the moment of loading; here a row keeps what it was given.
"""

from collections.abc import Sequence
from itertools import groupby

from django.db import connection, models
from psycopg2.extras import execute_values

PAGE = 500


def insert(rows: Sequence[models.Model]) -> int:
    """Inserts unsaved rows, one model after the other in the given order; returns how many."""
    for model, group in groupby(rows, key=type):
        _insert_of(model, list(group))
    return len(rows)


def _insert_of(model: type[models.Model], rows: list) -> None:
    fields = [
        field
        for field in model._meta.concrete_fields
        if not isinstance(field, models.AutoField) or rows[0].pk is not None
    ]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    statement = f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES %s'  # noqa: S608
    values = [
        [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
        for row in rows
    ]
    with connection.cursor() as cursor:
        execute_values(cursor.cursor, statement, values, page_size=PAGE)
