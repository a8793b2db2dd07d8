"""The one function that moves, and the three ways it says no. The tables stand beside it, one file a subject.

A row of a table says: this verb takes these states to that one, and who may do it. Nothing else compares a status.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import models, transaction

from ltsa.access import Permission as P
from ltsa.timeline.actions import write_event
from ltsa.versions import Stale

from ..models import Case


class NotPossible(Exception):
    """The verb does not start from the present state: 409 with that state."""

    def __init__(self, row, verb: str):
        super().__init__(f"{verb} is not possible in state {row.state}")
        self.row, self.verb = row, verb


class NotYours(Exception):
    """The verb belongs to the other side, to another role, or to a second person: 403. `says` what to do instead."""

    def __init__(self, verb: str, says: object = ""):
        super().__init__(verb)
        self.says = says


@dataclass(frozen=True)
class Transition:
    verb: str
    sources: tuple[str, ...]
    target: str
    permission: P | None
    label: object
    side: str = ""  # "sender" or "recipient" for referrals, "any" house, "system" for nobody
    terms: str = ""  # a form that must be filled: its name in forms/
    who: Callable | None = None  # (row, user): what else must be true of her, as in "not her own"
    otherwise: object = ""  # what she is told to do when it is not


TABLES: dict[type, list[Transition]] = {}
NOUNS: dict[type, str] = {}  # what the timeline calls it: "plan.submit"


def table(model: type, noun: str, lines: list[Transition]) -> None:
    TABLES[model], NOUNS[model] = lines, noun


def case_of(row) -> Case:
    """The case that a row is, or is a part of."""
    if isinstance(row, Case):
        return row
    return row.case if hasattr(row, "case") else row.mediation.case


def _find(row, verb: str) -> Transition:
    found = next((line for line in TABLES[type(row)] if line.verb == verb), None)
    if found is None:
        raise KeyError(verb)
    return found


def _is_theirs(line: Transition, row, user) -> bool:
    if line.permission is None or not user.can(line.permission):
        return False
    return _on_side(line, row, user) and (line.who is None or line.who(row, user))


def _what_to_do(line: Transition, row, user) -> object:
    """For those who work on this side of it; to others it says nothing."""
    near = line.permission and user.can(line.permission) and _on_side(line, row, user)
    return line.otherwise if near else ""


def _on_side(line: Transition, row, user) -> bool:
    here = user.posting.organisation_id
    if line.side == "any":
        return True
    if line.side == "sender":
        return row.sender_id == here
    if line.side == "recipient":
        return row.to_id == here
    return case_of(row).organisation_id == here


def possible(row, user) -> list[Transition]:
    """The verbs this person may do to this row now, in the table's order: what buttons to show."""
    return [
        line
        for line in TABLES[type(row)]
        if row.state in line.sources and _is_theirs(line, row, user)
    ]


def check(row, verb: str, *, by) -> Transition:
    """The table's line for this verb. Raises KeyError for no such verb, NotYours, NotPossible."""
    line = _find(row, verb)
    if by is not None and not _is_theirs(line, row, by):
        raise NotYours(verb, _what_to_do(line, row, by))
    if row.state not in line.sources:
        raise NotPossible(row, verb)
    return line


def open_to(row, verb: str) -> bool:
    """Whether the verb starts from the present state, whoever does it: for what follows by itself."""
    return row.state in _find(row, verb).sources


def lock(row: models.Model):
    """The row as it stands now, held until the transaction ends."""
    return type(row)._default_manager.select_for_update(of=("self",)).get(pk=row.pk)


def move(row, verb: str, *, by, change: Callable | None = None, version=None, detail=None):
    """Do a verb: lock the row, look it up in the table, change, save, write the event. Returns the locked row.

    `change(row)` sets what the verb brings along, under the lock. Two at once: one wins, the other gets NotPossible;
    Stale when `version` is given and someone else saved since it was read. `by` is None for the system. The event's
    subject is the case (of a referral, itself): a case's timeline is one look-up.
    """
    with transaction.atomic():
        locked = lock(row)
        line = check(locked, verb, by=by)
        if version is not None and version != locked.version:
            raise Stale(locked)
        before = locked.state
        locked.state = line.target or before
        if change is not None:
            change(locked)
        locked.version += 1
        locked.save()
        _tell(locked, verb, before, detail, by)
        return locked


def _tell(row, verb: str, before: str, detail: dict | None, by) -> None:
    case = case_of(row)
    told = {"from": before, "to": row.state, **(detail or {})}
    own = NOUNS[type(row)] in ("case", "referral")
    subject = row if own or case is None else case
    if not own:
        told["part"] = str(row.pk)
    client = case.migrant_id if case is not None else None
    write_event(f"{NOUNS[type(row)]}.{verb}", subject, client=client, detail=told, by=by)
