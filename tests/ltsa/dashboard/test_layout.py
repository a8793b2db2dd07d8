from datetime import date

import pytest
from django.utils import translation

from ltsa.dashboard.cells import change_of, count, hours, percent, suppressed
from ltsa.dashboard.layout import headline_view, table_view
from ltsa.dashboard.periods import Period
from ltsa.dashboard.sockets import Cell, Headline, Row, Scope, Table
from ltsa.dashboard.suppression import Sum

OCTOBER = Scope(Period(date(2026, 10, 1), date(2026, 10, 31)))


def told(now: Cell, before: Cell | None, unit: str = "") -> str:
    with translation.override("id"):
        return headline_view(Headline("x", "X", "", now, before, unit), OCTOBER)["change"]


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (1012, 1000, "12 lebih banyak dari September 2026"),
        (3, 5, "2 lebih sedikit dari September 2026"),
        (5, 5, "sama dengan September 2026"),
    ],
)
def test_a_change_is_told_in_words(now, before, words):
    assert told(count(now), count(before)) == words


def test_a_rate_changes_by_points_and_a_time_by_hours():
    assert (
        told(percent(9, 10), percent(8, 10), "points") == "10 poin lebih tinggi dari September 2026"
    )
    assert told(hours(6.5), hours(8), "hours") == "1,5 jam lebih cepat dari September 2026"


def test_no_change_is_told_where_a_side_is_hidden_or_missing():
    hidden = suppressed(Sum(small=1))
    assert told(hidden, count(9)) == told(count(9), hidden) == told(count(9), None) == ""
    assert change_of(percent(1, 0), percent(1, 2)) is None


def test_a_hidden_cell_draws_no_bar_and_the_largest_is_highlighted():
    rows = [Row("a", "A", [count(9)]), Row("b", "B", [suppressed(Sum(small=1))])]
    table = Table("t", "T", [], "Kind", ["Number"], rows)
    bars = table_view(table)["bars"]
    assert [(bar["value"], bar["text"], bar["highlight"]) for bar in bars] == [
        (9, "9", True),
        (None, "<5", False),
    ]
