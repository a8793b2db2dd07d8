"""Several small questions in one statement: a page of many blocks asks the database once, not once a block.

    visits, papers = gather(Visit.objects.filter(...), Paper.objects.select_related("by"))

Each part of the statement is the queryset's own SQL; its rows travel as JSON and become what the queryset gives
by itself (rows of a model with what it selects along, or values). Order and limits are kept.
"""

import json
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from inspect import isgenerator
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connections, models

# What the driver would give for a column, from what JSON holds of it.
_FROM_JSON: dict[str, Callable] = {
    "DateField": date.fromisoformat,
    "DateTimeField": datetime.fromisoformat,
    "DecimalField": lambda value: Decimal(str(value)),
    "JSONField": json.dumps,
    "TimeField": time.fromisoformat,
    "UUIDField": UUID,
}


def gather(*querysets: models.QuerySet) -> list[list]:
    """The rows of each queryset, all of the same database, in one SELECT; none for those that cannot match."""
    queries = [queryset.all() for queryset in querysets]
    compilers = [one.query.get_compiler(using=one.db) for one in queries]
    parts, told = [], []
    for n, compiler in enumerate(compilers):
        try:
            sql, params = compiler.as_sql()
        except EmptyResultSet:
            continue
        names = ", ".join(f"c{i}" for i in range(len(compiler.select)))
        parts.append(  # the SQL is Django's own, with its parameters apart
            f"SELECT {n} AS part, row_number() OVER () AS place, to_jsonb(t) AS told FROM ({sql}) AS t({names})"  # noqa: S608
        )
        told += params
    found = _ask(compilers[0].connection.alias, parts, told)
    return [
        _rows(query, compiler, found.get(n, []))
        for n, (query, compiler) in enumerate(zip(queries, compilers, strict=True))
    ]


def _ask(alias: str, parts: list[str], told: list) -> dict[int, list[dict]]:
    found: dict[int, list[dict]] = {}
    if parts:
        with connections[alias].cursor() as cursor:
            cursor.execute(f"{' UNION ALL '.join(parts)} ORDER BY part, place", told)
            for part, _place, row in cursor.fetchall():
                found.setdefault(part, []).append(row if isinstance(row, dict) else json.loads(row))
    return found


def _rows(query: models.QuerySet, compiler, found: list[dict]) -> list:
    """Let the queryset build its rows itself, from values that are fetched already."""
    makers = [_FROM_JSON.get(_kind(one[0])) for one in compiler.select or []]
    values = [[_value(row[f"c{i}"], make) for i, make in enumerate(makers)] for row in found]
    if not values:
        return []
    compiler.execute_sql = lambda *args, **kwargs: [values]
    query.query.get_compiler = lambda *args, **kwargs: compiler  # type: ignore[method-assign]
    return list(query)


def _value(value, make: Callable | None):
    return value if value is None or make is None else make(value)


def _kind(expression) -> str:
    return expression.output_field.get_internal_type()


def ask_together(*parts) -> list:
    """The results of these blocks; in each round all that they ask for goes into one statement."""
    results = list(parts)
    told = {n: None for n, part in enumerate(parts) if isgenerator(part)}
    while told:
        asked = {}
        for n, rows in told.items():
            try:
                asked[n] = parts[n].send(rows)
            except StopIteration as end:
                results[n] = end.value
        told = _answers(asked)
    return results


def _answers(asked: dict) -> dict:
    """{n: rows} for a queryset, {n: [rows, rows]} for a tuple of them."""
    if not asked:
        return {}
    several = {n: one if isinstance(one, tuple) else (one,) for n, one in asked.items()}
    rows = iter(gather(*(queryset for one in several.values() for queryset in one)))
    told = {n: [next(rows) for _queryset in one] for n, one in several.items()}
    return {n: one if isinstance(asked[n], tuple) else one[0] for n, one in told.items()}
