"""All figures of a scope: what the page, the monthly report, the exports and the API show alike."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext

from . import directory  # noqa: F401 (registers its concern)
from .cells import change_of, written
from .models import Baseline
from .periods import Period
from .scope import reads_closed_months_only, scope_for
from .sockets import (
    CONCERNS,
    MEASURES,
    Cell,
    Concern,
    Headline,
    Scope,
    Section,
    Source,
    Table,
    sources,
)


@dataclass(frozen=True)
class Board:
    """The figures of one scope at one moment."""

    scope: Scope
    as_of: datetime
    sections: list[tuple[Source, Section]]
    concerns: list[Concern]
    baselines: list[Baseline]

    @property
    def tables(self) -> list[Table]:
        waiting = [concern.table for concern in self.concerns if concern.table]
        return [table for _source, section in self.sections for table in section.tables] + waiting


def board_of(user, scope: Scope, *, with_open_work: bool = True) -> Board:
    """Counted now, with a constant number of statements. A viewer gets nobody's open work."""
    as_of = timezone.now()
    sections = [(source, source.count(scope)) for source in sources(scope)]
    open_work: list[Concern] = []
    if with_open_work and not reads_closed_months_only(user):
        open_work = [concern for _source, section in sections for concern in section.concerns]
        open_work += [concern for find in CONCERNS for concern in find(scope)]
    published = Baseline.objects.for_district(scope.district).select_related("district")
    return Board(scope, as_of, sections, open_work, [] if scope.organisation else list(published))


def forum_of(scope: Scope) -> Board:
    """What the tripartite forum talks about, and nobody's open work."""
    as_of = timezone.now()
    found = [(source, source.count(scope)) for source in sources(scope) if source.forum]
    return Board(scope, as_of, found, [], [])


def section_of(scope: Scope, name: str) -> Board:
    """One section alone; Http404 for a name that this scope does not have."""
    as_of = timezone.now()
    found = [source for source in sources(scope) if source.name == name]
    if not found:
        raise Http404
    return Board(scope, as_of, [(source, source.count(scope)) for source in found], [], [])


def figures(user, *, district: str = "", start: date, end: date) -> dict:
    """JSON-able figures for `user`; Http404 for a district that is not hers.

    A hidden number is {"value": null, "text": "<5", "hidden": true}, here as on the page.
    """
    board = board_of(user, scope_for(user, district=district, period=Period(start, end)))
    before = board.scope.period.before()
    return {
        "district": board.scope.district or None,
        "organisation": board.scope.organisation and str(board.scope.organisation),
        "service_point": board.scope.service_point and str(board.scope.service_point),
        "from": start.isoformat(),
        "to": end.isoformat(),
        "before": before and {"from": before.start.isoformat(), "to": before.end.isoformat()},
        "as_of": timezone.localtime(board.as_of).isoformat(),
        "headlines": [
            _headline(headline)
            for _source, section in board.sections
            for headline in section.headlines
        ],
        "tables": [
            _table(table) for _source, section in board.sections for table in section.tables
        ],
        "concerns": [
            {
                "name": concern.name,
                "label": str(concern.title),
                "count": concern.count,
                "table": _table(concern.table) if concern.table else None,
            }
            for concern in board.concerns
        ],
        "baselines": [_baseline(row) for row in board.baselines],
    }


def _headline(headline: Headline) -> dict:
    return {
        "name": headline.name,
        "label": str(headline.label),
        "definition": str(headline.definition),
        **_cell(headline.cell),
        "before": headline.before and _cell(headline.before),
        "change": change_of(headline.cell, headline.before),
    }


def _cell(cell: Cell) -> dict:
    return {"value": cell.value, "text": written(cell), "hidden": cell.hidden}


def _table(table: Table) -> dict:
    rows = [*table.rows, *([table.total] if table.total else [])]
    return {
        "name": table.name,
        "title": str(table.title),
        "definition": [str(line) for line in table.definition],
        "columns": [str(column) for column in table.columns],
        "rows": [
            {
                "code": row.code or "total",
                "label": str(row.label),
                "cells": [_cell(cell) for cell in row.cells],
            }
            for row in rows
        ],
    }


def _baseline(row: Baseline) -> dict:
    return {
        "district": row.district_id,
        "measure": row.measure,
        "label": measure_label(row),
        "value": row.value,
        "precision": row.precision,
        "as_of": row.as_of.isoformat(),
        "source": row.source,
        "note": row.note,
    }


def measure_label(row: Baseline) -> str:
    return str(MEASURES.get(row.measure, gettext("Ukuran lain")))
