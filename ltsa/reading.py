"""What one request reads, and where it comes from. Filled while it runs, written to the trail at its end (ltsa/audit).

Nothing here asks the database. Workers and commands have no request: for them there is neither source nor tally.
"""

import ipaddress
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from allauth.core.internal.httpkit import get_client_ip
from django.core.exceptions import ImproperlyConfigured

from .encrypted import keyed_hash

SYSTEMS = ("Android", "iPhone", "iPad", "Windows", "Macintosh", "CrOS", "Linux")
# The first that is named: most browsers also call themselves by the names of others.
BROWSERS = ("Edg", "OPR", "SamsungBrowser", "Firefox", "CriOS", "Chrome", "Safari")


@dataclass
class Reading:
    """One request: who asks, by what, and what was read for it so far."""

    request: Any
    by: Any = None  # whom a token stands for; of a page it is the request's own user
    token: Any = None
    rows: int | None = None  # shown by a list; None: no list
    people: set = field(default_factory=set)  # clients who were loaded
    kept: set = field(default_factory=set)  # the verbs that the trail has of this request


_now: ContextVar[Reading | None] = ContextVar("reading", default=None)


@contextmanager
def begin(request) -> Iterator[Reading]:
    mark = _now.set(now := Reading(request))
    try:
        yield now
    finally:
        _now.reset(mark)


def current() -> Reading | None:
    return _now.get()


def note_rows(count: int) -> None:
    """A list, search or export shows so many rows; nothing found is a reading too."""
    if now := _now.get():
        now.rows = (now.rows or 0) + count


def note_person(pk) -> None:
    """A client's row was loaded. Asked by the model itself, so that no page can forget it."""
    if now := _now.get():
        now.people.add(pk)


def note_kept(verb: str) -> None:
    if now := _now.get():
        now.kept.add(str(verb))


def note_token(user, token) -> None:
    if now := _now.get():
        now.by, now.token = user, token


def address() -> str | None:
    """Where the request comes from, as the trusted proxy saw it."""
    now = _now.get()
    return _address(now.request) if now else None


def _address(request) -> str | None:
    try:
        found = get_client_ip(request)
    except ImproperlyConfigured:  # it came past the proxy, as the probe of its own machine does
        found = request.META.get("REMOTE_ADDR")
    try:
        return str(ipaddress.ip_address(found or ""))
    except ValueError:
        return None


def device() -> str:
    """The family of browser and system, "Firefox Android"; never the whole line, which is nearly a name."""
    now = _now.get()
    if now is None:
        return ""
    agent = now.request.META.get("HTTP_USER_AGENT", "")
    names = [next((name for name in known if name in agent), "") for known in (BROWSERS, SYSTEMS)]
    return " ".join(filter(None, names)) or re.sub(r"[^\w.-].*", "", agent)[:20]


def session() -> str:
    """A keyed hash that two rows of one session, or of one token, have in common."""
    now = _now.get()
    if now is None:
        return ""
    if now.token is not None:
        return keyed_hash(str(now.token.pk), "token")[:16]
    opened = getattr(now.request, "session", None)
    return keyed_hash(opened.session_key or "", "session")[:16] if opened is not None else ""
