"""Where apps plug their numbers in: `<app>/figures.py`, found like admin.py is.

`@figures` functions take a Scope and give a Section (headlines and tables of a period); `@concerns` functions take one
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
    hidden: tuple[UUID, ...] = ()  # clients whom the reader must not meet, not even as a number

    @property
    def parameters(self) -> dict:
        """For SQL: the place, the moments of the period, and now."""
        return {
            "district": self.district or None,
            "organisation": self.organisation,
            "service_point": self.service_point,
            "hidden": list(self.hidden),
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
    leads: bool = False  # stands on the first page, not only on that of its section


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
    headlines: list[Headline] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    concerns: list[Concern] = field(default_factory=list)  # that the same statements tell of


@dataclass(frozen=True)
class Source:
    """Who counts a section. `district_only`: there is nothing of the kind for one organisation.

    `forum`: of what the tripartite forum talks about each month.
    """

    name: str  # a word of the address: /dasbor/<name>/
    title: object
    order: int
    count: Callable[[Scope], Section]
    district_only: bool
    forum: bool = False


FIGURES: dict[str, Source] = {}
CONCERNS: list[Callable[[Scope], list[Concern]]] = []
MEASURES: dict[str, object] = {}  # code of Baseline.measure -> its label


def figures(
    name: str, title: object, *, order: int, district_only: bool = False, forum: bool = False
):
    def register(count: Callable[[Scope], Section]) -> Callable[[Scope], Section]:
        FIGURES[name] = Source(name, title, order, count, district_only, forum)
        return count

    return register


def concerns(find: Callable[[Scope], list[Concern]]) -> Callable[[Scope], list[Concern]]:
    CONCERNS.append(find)
    return find


def sources(scope: Scope) -> list[Source]:
    """The sections that this scope has, in the order of the page."""
    here = [
        source for source in FIGURES.values() if not (scope.organisation and source.district_only)
    ]
    return sorted(here, key=lambda source: source.order)
