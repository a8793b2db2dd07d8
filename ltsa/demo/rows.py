"""Many rows at once, with the times of the past.

`bulk_create` would stamp fields of `auto_now_add` with the moment of loading, and takes several times as long.
Triggers, constraints and history work on copied rows as on any others.
"""

import json
from collections.abc import Callable, Iterable
from io import StringIO
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

from ltsa.encrypted import EncryptedTextField

NULL = r"\N"
# COPY's text format: one line a row, tabs between columns.
ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def insert(rows: Iterable[models.Model]) -> None:
    """Inserts unsaved rows of any models; foreign keys are checked at the end of the transaction."""
    by_model: dict[type[models.Model], list] = {}
    for row in rows:
        by_model.setdefault(type(row), []).append(row)
    for model, group in by_model.items():
        _copy(model, group)


def _copy(model: type[models.Model], rows: list) -> None:
    fields = [
        field
        for field in model._meta.concrete_fields
        if not isinstance(field, models.AutoField) or rows[0].pk is not None
    ]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    ways = [(field.attname, _way(field)) for field in fields]
    lines = StringIO(
        "".join("\t".join([way(getattr(row, name)) for name, way in ways]) + "\n" for row in rows)
    )
    with connection.cursor() as cursor:
        cursor.copy_expert(f'COPY "{model._meta.db_table}" ({columns}) FROM STDIN', lines)


def _way(field: models.Field) -> Callable[[Any], str]:
    """How a value of this field is written."""
    if isinstance(field, EncryptedTextField):
        return lambda value: _escaped(field.get_prep_value(value))
    if isinstance(field, models.JSONField):
        return lambda value: _escaped(json.dumps(value))
    if isinstance(field, ArrayField):  # of codes and ids: no commas, quotes or braces in them
        return lambda value: "{" + ",".join(map(str, value)) + "}"
    if isinstance(field, models.CharField | models.TextField):
        return _escaped
    return lambda value: NULL if value is None else str(value)


def _escaped(value: str | None) -> str:
    return NULL if value is None else str(value).translate(ESCAPES)
