"""Figures as the templates print them: every number already words, so that no template holds a rule."""

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ltsa.areas.models import Area

from .cells import change_of, decimal, moment, written
from .figures import Board, measure_label
from .models import Baseline
from .sockets import Cell, Concern, Headline, Row, Scope, Table, sources

SAME = gettext_lazy("sama dengan %(before)s")
WORDS = {
    "": (
        gettext_lazy("%(count)s lebih banyak dari %(before)s"),
        gettext_lazy("%(count)s lebih sedikit dari %(before)s"),
        SAME,
    ),
    "points": (
        gettext_lazy("%(count)s poin lebih tinggi dari %(before)s"),
        gettext_lazy("%(count)s poin lebih rendah dari %(before)s"),
        SAME,
    ),
    "hours": (
        gettext_lazy("%(count)s jam lebih lama dari %(before)s"),
        gettext_lazy("%(count)s jam lebih cepat dari %(before)s"),
        SAME,
    ),
}
TONES = ("burning", "waiting", "neutral")


def place_of(user, scope: Scope) -> str:
    """Whose figures these are, in words."""
    if scope.service_point:
        return f"{user.posting.service_point}, {user.posting.district}"
    if scope.organisation:
        return f"{user.posting.organisation}, {user.posting.district}"
    if user.posting.district_id == scope.district and scope.district:
        return str(user.posting.district)
    return str(Area.objects.get(pk=scope.district)) if scope.district else _("Semua kabupaten")


def question_of(scope: Scope) -> str:
    """The query string that asks for the same figures again."""
    asked = {"period": "custom", "from": str(scope.period.start), "to": str(scope.period.end)}
    if scope.district and not scope.organisation:
        asked["district"] = scope.district
    return urlencode(asked)


def page_of(user, board: Board, *, leading_only: bool = False) -> dict:
    """What dashboard/board.html and reports/month.html print; `leading_only` leaves out what a section's page has."""
    question = question_of(board.scope)
    return {
        "place": place_of(user, board.scope),
        "period": board.scope.period.words,
        "before": before.words if (before := board.scope.period.before()) else "",
        "as_of": moment(board.as_of),
        "sections": [
            {
                "title": source.title,
                "headlines": [headline_view(one, board.scope) for one in section.headlines],
                "tables": [
                    table_view(table, question)
                    for table in section.tables
                    if table.leads or not leading_only
                ],
            }
            for source, section in board.sections
        ],
        "concerns": [
            {
                "name": concern.name,
                "title": concern.title,
                "count": written(Cell(concern.count)),
                "hint": concern.hint,
                "tone": concern.tone if concern.count else "good",
                "table": table_view(concern.table, question) if concern.table else None,
            }
            for concern in sorted(board.concerns, key=_urgency)
        ],
        "baselines": [baseline_view(row) for row in board.baselines],
    }


def tabs_of(scope: Scope, question: str, current: str = "") -> list[dict]:
    """The pages of the dashboard: the first one, and one a section, for the same period."""
    pages = [("", _("Ringkasan"), reverse("dashboard:board"))]
    for source in sources(scope):
        address = reverse("dashboard:section", args=[source.name])
        pages.append((source.name, str(source.title), address))
    asked = f"?{question}" if question else ""
    return [
        {"label": label, "url": url + asked, "current": name == current}
        for name, label, url in pages
    ]


def _urgency(concern: Concern) -> tuple:
    """What burns first, what is done last."""
    return (not concern.count, TONES.index(concern.tone), -concern.count)


def headline_view(headline: Headline, scope: Scope) -> dict:
    return {
        "label": headline.label,
        "value": written(headline.cell),
        "definition": headline.definition,
        "change": _change(headline, scope),
    }


def _change(headline: Headline, scope: Scope) -> str:
    """12 lebih banyak dari Oktober 2026; nothing when one side is hidden or was not counted."""
    difference, before = change_of(headline.cell, headline.before), scope.period.before()
    if difference is None or before is None:
        return ""
    values = {"count": decimal(abs(difference)), "before": before.words}
    more, less, same = WORDS[headline.unit]
    return (more if difference > 0 else less if difference < 0 else same) % values


def table_view(table: Table, question: str = "") -> dict:
    address = f"?{question}" if question else ""
    return {
        "name": table.name,
        "title": table.title,
        "definition": table.definition,
        "row_title": table.row_title,
        "columns": table.columns,
        "rows": [_row_view(table, row) for row in table.rows],
        "total": _row_view(table, table.total) if table.total else None,
        "bars": None if table.over_time else _bars(table),
        "line": _bars(table) if table.over_time else None,
        "summary": _summary(table) if table.over_time else "",
        "charted": table.columns[table.chart] if table.chart is not None else "",
        "csv": reverse("dashboard:table_csv", args=[table.name]) + address,
        "xlsx": reverse("dashboard:table_xlsx", args=[table.name]) + address,
    }


def _row_view(table: Table, row: Row) -> dict:
    cells = [
        {"text": written(cell), "hidden": cell.hidden, "column": column}
        for cell, column in zip(row.cells, table.columns, strict=True)
    ]
    # Month and year stay on one line.
    label = str(row.label).replace(" ", "\u00a0") if table.over_time else row.label
    return {"label": label, "cells": cells}


def _bars(table: Table) -> list[dict]:
    """One hue with one highlight: the largest, when it is one."""
    if table.chart is None or not table.rows:
        return []
    cells = [row.cells[table.chart] for row in table.rows]
    values = [cell.value or 0 for cell in cells]
    top = max(values) if values.count(max(values)) == 1 else None
    return [
        {
            "label": row.label,
            "value": cell.value,
            "text": written(cell),
            "highlight": cell.value == top,
        }
        for row, cell in zip(table.rows, cells, strict=True)
    ]


def _summary(table: Table) -> str:
    """The line of columns read aloud."""
    return "; ".join(f"{bar['label']}: {bar['text']}" for bar in _bars(table))


def baseline_view(row: Baseline) -> dict:
    number = written(Cell(row.value))
    precise = row.precision == Baseline.Precision.EXACT
    return {
        "label": measure_label(row),
        "value": number if precise else f"{row.get_precision_display()} {number}",
        "place": row.district or _("Semua kabupaten"),
        "as_of": row.as_of,
        "source": row.source,
        "note": row.note,
    }
