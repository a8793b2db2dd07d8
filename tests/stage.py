"""Keeps what every test expects to find, and puts it back after a test that emptied the tables.

A transactional test (one that commits) ends with a flush of everything, the areas and the cast included. Copying the
rows inside PostgreSQL takes a fraction of loading them again.
"""

import pghistory.models
from django.apps import apps
from django.db import connection, transaction

SCHEMA = "stage"
MADE_BY_DJANGO = {"django_content_type", "auth_permission"}  # a flush ends with making these anew


def keep() -> None:
    """Copies every row that the database holds now."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE; CREATE SCHEMA {SCHEMA}")
        for table in _tables():
            cursor.execute(f'CREATE TABLE {SCHEMA}."{table}" AS TABLE public."{table}"')


def restore() -> None:
    """Puts the rows back into emptied tables; the triggers write their history anew."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table in _tables():
            columns = ", ".join(f'"{name}"' for name in _columns(cursor, table))
            cursor.execute(
                f'INSERT INTO public."{table}" ({columns}) SELECT {columns} FROM {SCHEMA}."{table}"'  # noqa: S608
                " ON CONFLICT DO NOTHING"
            )


def _columns(cursor, table: str) -> list[str]:
    return [column.name for column in connection.introspection.get_table_description(cursor, table)]


def _tables() -> list[str]:
    history = {
        model._meta.db_table
        for model in apps.get_models()
        if issubclass(model, pghistory.models.Event)
    }
    there = set(connection.introspection.django_table_names(only_existing=True))
    return sorted(there - history - MADE_BY_DJANGO)
