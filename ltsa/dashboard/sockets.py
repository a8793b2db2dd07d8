"""Where apps plug their numbers in: `<app>/figures.py`, found like admin.py is.

`@figures` functions take a Scope and give a Section (headlines and tables of a period) or None; `@concerns` functions take one
and give what needs action now. They count rows that the reader may not see one by one, so they give numbers only, never
a name, and cases of restricted and sensitive kinds only through ltsa/dashboard/suppression.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from django.utils import timezone

from .periods import Period


@dataclass(frozen=True)
class Scope:
    """Whose rows are counted, and over which days. An empty district means all of them."""

    period: Period
    district: str = ""
    organisation: UUID | None = None
    service_point: UUID | None = None

    @property
    def parameters(self) -> dict:
        """For SQL: the place, the moments of the period, and now."""
        return {
            "district": self.district or None,
            "organisation": self.organisation,
            "service_point": self.service_point,
            "since": self.period.since,
            "until": self.period.until,
            "last_day": self.period.end,
            "now": timezone.now(),
            "today": timezone.localdate(),
        }


@dataclass(frozen=True)
class Cell:
    """One number: `value` None is nothing counted or a hidden number; `text` is shown instead of the value."""

    value: int | float | None
    text: str = ""
    hidden: bool = False


@dataclass(frozen=True)
class Row:
    code: str
    label: object
    cells: list[Cell]


@dataclass(frozen=True)
class Table:
    """Rows of one kind. `definition` says what is counted; `chart` is the column that is drawn, or None."""

    name: str  # a word of the address: /dasbor/tabel/<name>.csv
    title: object
    definition: list
    row_title: object
    columns: list
    rows: list[Row]
    total: Row | None = None
    chart: int | None = 0
    over_time: bool = False
    hides: bool = False  # small numbers may be hidden in it


@dataclass(frozen=True)
class Headline:
    """One large number with that of the period before; the change is told in `unit`: "", points (of percent), hours."""

    name: str
    label: object
    definition: object
    cell: Cell
    before: Cell | None = None
    unit: str = ""


@dataclass(frozen=True)
class Concern:
    """Something that waits for somebody: a count, and if wanted a table of who has how many."""

    name: str
    title: object
    count: int
    hint: object
    tone: str = "waiting"
    table: Table | None = None


@dataclass(frozen=True)
class Section:
    title: object
    order: int
    headlines: list[Headline] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    concerns: list[Concern] = field(default_factory=list)  # that the same statements tell of


FIGURES: list[Callable[[Scope], Section | None]] = []
CONCERNS: list[Callable[[Scope], list[Concern]]] = []
MEASURES: dict[str, object] = {}  # code of Baseline.measure -> its label


def figures(count: Callable[[Scope], Section | None]) -> Callable[[Scope], Section | None]:
    FIGURES.append(count)
    return count


def concerns(find: Callable[[Scope], list[Concern]]) -> Callable[[Scope], list[Concern]]:
    CONCERNS.append(find)
    return find
