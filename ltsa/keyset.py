"""Pages of a list by key, never by offset: page 4,000 costs what page 1 costs."""

from dataclasses import dataclass

from django.core import signing
from django.db.models import Q, QuerySet

from .reading import note_rows

SALT = "keyset"
PARAMETER = "lanjut"


@dataclass(frozen=True)
class Page:
    """One page of rows and the query strings of its neighbours; "" where there is none."""

    rows: list
    previous: str
    next: str


def page_of(
    rows: QuerySet, request, *, order: tuple[str, ...], size: int = 25, of_people: bool = True
) -> Page:
    """The page that `request` asks for. `order` names plain fields, "-" for descending, the last one unique.

    The position in the address is signed, so that nobody can try values; a broken one gives the first page.
    How many rows it shows goes to the trail, unless it is not `of_people`.
    """
    backwards, _, (rows,) = _asked([rows], request, order)
    page = _page(list(rows[: size + 1]), backwards, request, order, size)
    if of_people:
        note_rows(len(page.rows))
    return page


def page_of_sides(
    sides: list[QuerySet], rows: QuerySet, request, *, order: tuple[str, ...], size: int = 25
) -> Page:
    """As `page_of`, of what is in any of `sides`, each of which begins in an index of its own.

    Only the keys of the page are read from them, then these few of `rows`: what hangs on a row is not joined to all.
    """
    backwards, direction, sides = _asked(sides, request, order)
    names = [name.lstrip("-") for name in direction]
    keys, *others = [side.values_list("pk", *names)[: size + 1] for side in sides]
    if others:
        keys = keys.union(*others).order_by(*direction)[: size + 1]
    found = rows.filter(pk__in=[pk for pk, *_ in keys]).order_by(*direction)
    page = _page(list(found), backwards, request, order, size)
    note_rows(len(page.rows))
    return page


def _asked(sides: list[QuerySet], request, order) -> tuple[bool, tuple[str, ...], list[QuerySet]]:
    """(is it walked backwards, in which order, the rows of each side from there on)."""
    backwards, values = _position(request, order)
    direction = tuple(_turned(name) for name in order) if backwards else order
    if values is not None:
        sides = [side.filter(_beyond(direction, values)) for side in sides]
    return backwards, direction, [side.order_by(*direction) for side in sides]


def _page(found: list, backwards: bool, request, order, size: int) -> Page:
    more, found = len(found) > size, found[:size]
    if backwards:
        found.reverse()
    elsewhere = _position(request, order)[1] is not None
    has_previous = more if backwards else elsewhere
    has_next = True if backwards else more
    return Page(
        rows=found,
        previous=_address(request, order, found[0], "<") if found and has_previous else "",
        next=_address(request, order, found[-1], ">") if found and has_next else "",
    )


def _turned(name: str) -> str:
    return name[1:] if name.startswith("-") else f"-{name}"


def _position(request, order) -> tuple[bool, list | None]:
    try:
        sign, names, values = signing.loads(request.GET.get(PARAMETER, ""), salt=SALT)
    except (signing.BadSignature, ValueError):
        return False, None
    if names != list(order):
        return False, None
    return sign == "<", values


def _beyond(order, values) -> Q:
    """Rows after these values: greater in the first field, or equal there and greater in the second, ..."""
    found, equal = Q(), Q()
    for name, value in zip(order, values, strict=True):
        field, lookup = name.lstrip("-"), "lt" if name.startswith("-") else "gt"
        found |= equal & Q(**{f"{field}__{lookup}": value})
        equal &= Q(**{field: value})
    # Said once more for the first field alone, because an index can begin there and not at an OR.
    first = "lte" if order[0].startswith("-") else "gte"
    return Q(**{f"{order[0].lstrip('-')}__{first}": values[0]}) & found


def _address(request, order, row, sign: str) -> str:
    values = [str(getattr(row, name.lstrip("-"))) for name in order]
    query = request.GET.copy()
    query[PARAMETER] = signing.dumps([sign, list(order), values], salt=SALT)
    return f"?{query.urlencode()}"
