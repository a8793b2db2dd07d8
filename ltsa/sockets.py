"""Where rooms plug into my day, the search box and the navigation: `<app>/home.py`, found like admin.py is.

A card is `card(user) -> Card | None`; a finder is `finder(user, q) -> Found | None`; neither reads a row that
`visible_to(user)` does not give.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from functools import wraps

from .gather import ask_together


@dataclass(frozen=True)
class Line:
    """One thing to do: what, where, until when; `tone` is one of the tag tones of docs/look.md."""

    text: str
    url: str
    hint: str = ""
    tag: str = ""
    tone: str = "neutral"
    due_at: object = None


@dataclass(frozen=True)
class Card:
    """A block on my day. Empty cards teach the first step through `empty` instead of vanishing."""

    title: str
    lines: list[Line] = field(default_factory=list)
    url: str = ""
    url_label: str = ""
    empty: str = ""
    icon: str = "circle"
    order: int = 50


@dataclass(frozen=True)
class Found:
    title: str
    lines: list[Line]
    url: str = ""


@dataclass(frozen=True)
class NavItem:
    """A line of the rail, shown to whoever holds one of `needs`."""

    label: object
    url_name: str
    icon: str
    needs: tuple
    order: int
    prefix: str


Asking = Generator[object, list, Card | None]  # a card that asks the database
CARDS: list[Callable] = []
FINDERS: list[Callable] = []
NAV: list[NavItem] = []
STARTS: list[tuple] = []  # (permission, label, url name, icon): what one can begin from my day
KEYS: dict[str, str] = {}  # url name -> the letter that begins it from my day, with Alt


def card(make: Callable) -> Callable:
    """Register a card. It may ask by `rows = yield queryset`: what all cards ask is asked in one statement."""
    CARDS.append(make)

    @wraps(make)
    def alone(user) -> Card | None:
        return ask_together(make(user))[0]

    return alone


def finder(find: Callable) -> Callable:
    FINDERS.append(find)
    return find
