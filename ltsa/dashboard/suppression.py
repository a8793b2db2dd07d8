"""Small numbers of sensitive kinds are not published (domain 4 rule 8): 1-4 reads "<5", and no sum gives it away.

A table is published with its totals, so one hidden cell could be computed from the others. `marks_of` therefore hides
further cells (complementary suppression) until every small number has at least two values that fit everything that
is still shown, also for a reader who knows that "<5" is 1 to 4.

Larger periods and the nation are sums of what the months of the districts publish (`Sum`), never new counts: what can be
computed from published figures tells nothing new, so no comparison of two periods uncovers a month.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

THRESHOLD = 5
# Steps tried when looking for another table that fits; a small number can move by three at most.
STEPS = (1, -1, 2, -2, 3, -3)


class Mark(Enum):
    SHOWN = "shown"
    SMALL = "small"  # 1-4, reads "<5"
    COVER = "cover"  # says nothing: hidden so that a small one cannot be computed


Place = tuple[int, int]
Grid = tuple[tuple[int, ...], ...]
Marks = dict[Place, Mark]  # of the hidden entries


def with_totals(counts: Sequence[Sequence[int]]) -> Grid:
    """Counts with a column of row totals and a row of column totals: R x C becomes (R+1) x (C+1)."""
    rows = [(*row, sum(row)) for row in counts]
    return (*rows, tuple(sum(column) for column in zip(*rows, strict=True)))


def is_small(value: int) -> bool:
    return 0 < value < THRESHOLD


def may_be(mark: Mark, value: int) -> bool:
    """Whether a reader must take this value for possible behind this mark."""
    return is_small(value) if mark is Mark.SMALL else value >= 0


@lru_cache(maxsize=4096)
def marks_of(counts: Grid) -> tuple[tuple[Mark, ...], ...]:
    """The mark of each cell and total of `counts`, in the shape of with_totals()."""
    grid = with_totals(counts)
    rows, columns = range(len(grid)), range(len(grid[0]))
    places = [(row, column) for row in rows for column in columns]
    small = [place for place in places if is_small(value_at(grid, place))]
    marks = dict.fromkeys(small, Mark.SMALL)
    while exposed := [place for place in small if not is_covered(grid, marks, place)]:
        # With every entry hidden, "<5" at a total of many ones still says too much: then it says nothing.
        left = [place for place in places if place not in marks] or [
            place for place in reversed(places) if marks[place] is Mark.SMALL
        ]
        marks[next_cover(grid, marks, exposed, left)] = Mark.COVER
    return tuple(tuple(marks.get((row, column), Mark.SHOWN) for column in columns) for row in rows)


def value_at(grid: Grid, place: Place) -> int:
    return grid[place[0]][place[1]]


def next_cover(grid: Grid, marks: Marks, exposed: list[Place], left: list[Place]) -> Place:
    """The entry to hide next: the one that covers most, then a cell before a total, then the smallest."""
    last_row, last_column = len(grid) - 1, len(grid[0]) - 1

    def price(place: Place) -> tuple:
        with_it = marks | {place: Mark.COVER}
        covered = sum(is_covered(grid, with_it, other) for other in exposed)
        totals = (place[0] == last_row) + (place[1] == last_column)
        beside = any(place[0] == row or place[1] == column for row, column in exposed)
        value = value_at(grid, place)
        if place in marks:
            return (-covered, -totals)
        return (-covered, not beside, totals, value == 0, value, place)

    return min(left, key=price)


def is_covered(grid: Grid, marks: Marks, place: Place) -> bool:
    """True when another table fits all that is shown and has another number at `place`.

    In a table with totals two fitting tables differ along closed walks through hidden entries, where every row and
    every column is left as it is entered: plus, minus, plus, minus.
    """
    if marks[place] is Mark.COVER:
        return True
    return any(
        all(
            may_be(marks[at], value_at(grid, at) + change)
            for at, change in _moves(grid, walk, step)
        )
        for walk in walks(marks, place)
        for step in STEPS
    )


def _moves(grid: Grid, walk: list[Place], step: int) -> list[tuple[Place, int]]:
    """What each entry of a closed walk changes by; a total counts with the other sign than its parts."""
    last_row, last_column = len(grid) - 1, len(grid[0]) - 1
    moves = []
    for number, (row, column) in enumerate(walk):
        is_part_of_one_total = (row == last_row) != (column == last_column)
        sign = -1 if (number % 2 == 1) != is_part_of_one_total else 1
        moves.append(((row, column), sign * step))
    return moves


def walks(hidden: Marks, start: Place) -> Iterator[list[Place]]:
    """Closed walks through hidden entries from `start`: along a column, along a row, and so on, back to its row."""

    def go(walk: list[Place], rows: set[int], columns: set[int]) -> Iterator[list[Place]]:
        for down in sorted(hidden):
            if down[1] != walk[-1][1] or down[0] in rows:
                continue
            for across in sorted(hidden):
                if across[0] != down[0] or across[1] in columns:
                    continue
                longer = [*walk, down, across]
                if (back := (start[0], across[1])) in hidden:
                    yield [*longer, back]
                yield from go(longer, rows | {down[0]}, columns | {across[1]})

    yield from go([start], {start[0]}, {start[1]})


@dataclass(frozen=True)
class Sum:
    """One published number of a period, added up from what its months and districts publish.

    `shown` is the sum of the shown parts; `small` and `covers` say how many parts are hidden.
    """

    shown: int = 0
    small: int = 0
    covers: int = 0

    def plus(self, value: int, mark: Mark) -> "Sum":
        match mark:
            case Mark.SHOWN:
                return Sum(self.shown + value, self.small, self.covers)
            case Mark.SMALL:
                return Sum(self.shown, self.small + 1, self.covers)
            case Mark.COVER:
                return Sum(self.shown, self.small, self.covers + 1)

    @property
    def value(self) -> int | None:
        """The number, or None when a part of it is hidden."""
        return None if self.small or self.covers else self.shown

    @property
    def text(self) -> str:
        """Empty for a number; else "<5", or "≥ n" as the least that the hidden parts allow, or "×"."""
        if self.value is not None:
            return ""
        least, most = self.shown + self.small, self.shown + self.small * (THRESHOLD - 1)
        if not self.covers and most < THRESHOLD:
            return f"<{THRESHOLD}"
        return f"≥ {least}" if least else "×"


def add_up(tables: Iterable[Sequence[Sequence[int]]], rows: int, columns: int) -> list[list[Sum]]:
    """Sums of suppressed tables of one shape, totals included: (rows + 1) x (columns + 1)."""
    sums = [[Sum()] * (columns + 1) for _ in range(rows + 1)]
    for table in tables:
        counts = tuple(map(tuple, table))
        grid, marks = with_totals(counts), marks_of(counts)
        for row in range(rows + 1):
            for column in range(columns + 1):
                value, mark = grid[row][column], marks[row][column]
                sums[row][column] = sums[row][column].plus(value, mark)
    return sums
