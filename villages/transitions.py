"""What can happen to a village request: the table of verbs, and the one function that moves. Nothing else compares its state."""

from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from ltsa.access import Permission as P
from ltsa.timeline.actions import write_event
from ltsa.versions import Stale

from .codes import RequestState as S
from .models import VillageRequest

# A volunteer may correct her own entry on the day she made it, no longer (domain 4.1).
CORRECTABLE_FOR = timedelta(hours=24)


class NotPossible(Exception):
    """The request is not where this verb starts (409); `row` is how it stands now."""

    def __init__(self, row: VillageRequest, verb: str):
        super().__init__(f"{verb} is not possible in state {row.state}")
        self.row, self.verb = row, verb


@dataclass(frozen=True)
class Transition:
    """`author_within`: only whoever handed it in, and only for so long."""

    verb: str
    source: str
    target: str
    permission: P
    author_within: timedelta | None = None

    def starts_from(self, row: VillageRequest, user) -> bool:
        if row.state != self.source:
            return False
        if self.author_within is None:
            return True
        age = timezone.now() - row.created_at
        return row.created_by_id == user.pk and age < self.author_within


TABLE = {
    line.verb: line
    for line in (
        Transition("correct", S.RECEIVED, S.RECEIVED, P.VILLAGE_REQUEST_CREATE, CORRECTABLE_FOR),
        Transition("handle", S.RECEIVED, S.HANDLED, P.VILLAGE_REQUEST_HANDLE),
        Transition("finish", S.HANDLED, S.DONE, P.VILLAGE_REQUEST_HANDLE),
    )
}


def possible(row: VillageRequest, user) -> set[str]:
    """The verbs that this person could use on this request now: what buttons to show."""
    return {
        verb
        for verb, line in TABLE.items()
        if user.can(line.permission) and line.starts_from(row, user)
    }


def awaits_call(row: VillageRequest) -> bool:
    """True while the desk owes the family a call."""
    return row.state == S.RECEIVED


def move(row: VillageRequest, verb: str, *, version=None, changes=None, by) -> VillageRequest:
    """Lock the row, look the verb up, save the changes and put it on the timeline; inside a transaction.

    Raises PermissionDenied, VillageRequest.DoesNotExist (another district's), NotPossible, Stale.
    """
    line = TABLE[verb]
    if not by.can(line.permission):
        raise PermissionDenied
    locked = VillageRequest.objects.visible_to(by).select_for_update(of=("self",)).get(pk=row.pk)
    if not line.starts_from(locked, by):
        raise NotPossible(locked, verb)
    if version is not None and version != locked.version:
        raise Stale(locked)
    before, changes = locked.state, changes or {}
    for name, value in changes.items():
        setattr(locked, name, value)
    locked.state, locked.version = line.target, locked.version + 1
    locked.save(update_fields=["state", "version", *changes])
    detail = {"from": before, "to": locked.state}
    write_event(f"village_request.{verb}", locked, detail=detail, by=by)
    return locked
