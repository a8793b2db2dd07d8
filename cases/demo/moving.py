"""How a case went on, up to its state of today: each step by whoever works on it, its closing by a second person."""

from datetime import datetime, timedelta

from django.db.models import Model
from django.utils import timezone

from ltsa.access import Permission
from ltsa.accounts.models import User
from ltsa.demo.stage import Chance, Stage, posting_of
from ltsa.demo.traces import event

from ..closing import earliest
from ..models import Case, CaseClosing

# The state of today by the age of the case in days (less than), in shares.
STATES = [
    (6, {"new": 50, "verifying": 50}),
    (20, {"verifying": 24, "in_progress": 56, "waiting_for_client": 10, "closed": 10}),
    (90, {"in_progress": 46, "waiting_for_client": 12, "monitoring": 22, "closed": 20}),
    (9999, {"closed": 66, "resolved": 7, "monitoring": 10, "in_progress": 13, "reopened": 4}),
]
LATEST = ("new", "new", "verifying", "in_progress", "verifying", "waiting_for_client")
PATHS = {
    "new": [],
    "verifying": ["verify"],
    "in_progress": ["verify", "start"],
    "waiting_for_client": ["verify", "start", "wait_for_client"],
    "monitoring": ["verify", "start", "monitor"],
    "resolved": ["verify", "start", "monitor", "resolve"],
    "closed": ["verify", "start", "monitor", "resolve", "close"],
    "reopened": ["verify", "start", "monitor", "resolve", "close", "reopen"],
}
STATE_AFTER = {
    "verify": "verifying",
    "start": "in_progress",
    "monitor": "monitoring",
    "wait_for_client": "waiting_for_client",
    "resolve": "resolved",
    "close": "closed",
    "reopen": "reopened",
}
SOLVED = {"solved": 55, "partly_solved": 18, "settled": 17, "referred": 10}
UNSOLVED = {"client_withdrew": 30, "unreachable_60": 30, "documents_30": 25, "handed_to_agency": 15}
UNSOLVED_PATH = ["verify", "start", "wait_for_client", "close"]
OPEN = ("new", "verifying", "in_progress", "waiting_for_client", "monitoring", "reopened")
# What the work brought, as often as it does; a legal reason brings nothing yet.
OUTCOMES = {
    "solved": {"money": 40, "documents": 25, "claim": 15, "informed": 20},
    "partly_solved": {"money": 45, "documents": 20, "informed": 35},
    "settled": {"money": 70, "documents": 20, "claim": 10},
    "referred": {"recovery": 40, "informed": 60},
}
ALONE = "Belum ada orang kedua di lembaga ini yang dapat menutup kasus."
NOTE = "Klien sudah diberi tahu hasilnya dan tahu ke mana bila perlu bantuan lagi."


def lead_on(
    case: Case, by: User, team: set[User], fixed: str, stage: Stage, chance: Chance
) -> list[Model]:
    """`fixed`: the state it has to be in today. Sets the case's own fields; returns what the steps leave behind."""
    start = case.handed_over_at or case.opened_at
    age = (stage.now - start).days
    state = fixed or chance.pick(next(shares for limit, shares in STATES if age < limit))
    unsolved = state == "closed" and (age < 20 or chance.happens(0.3))
    path = UNSOLVED_PATH if unsolved else PATHS[state]
    reason = chance.pick(UNSOLVED if unsolved else SOLVED)
    soon = chance.randrange(-3, 12)
    steps = _Steps(case, by, _closer(case, by, team, stage), reason)
    moments = stage.between(start, chance, len(path), timedelta(days=75))
    for verb, at in zip(path, moments, strict=True):
        steps.take(verb, at, chance)
    case.state, case.version = state, case.version + len(path)
    if state in OPEN:
        case.next_action_on = stage.today + timedelta(days=soon)
    return steps.rows


def _closer(case: Case, by: User, team: set[User], stage: Stage) -> User | None:
    """Another of the house who may close it, of a restricted case another of its team; None where there is nobody."""
    people = team if case.restricted else set(stage.people.values())
    here = [
        one
        for one in people
        if one != by
        and posting_of(one).organisation_id == case.organisation_id
        and one.can(Permission.CASE_CLOSE)
    ]
    return min(here, key=lambda one: one.username, default=None)


class _Steps:
    """The way of one case; `rows` is what it leaves."""

    def __init__(self, case: Case, by: User, closer: User | None, reason: str):
        self.case, self.by, self.closer, self.reason = case, by, closer, reason
        self.rows: list[Model] = []
        self.before = "new"
        self.own = Chance(f"closing/{case.pk}")
        case.state_since = case.opened_at

    def take(self, verb: str, at: datetime, chance: Chance) -> None:
        case, actor, after = self.case, self.by, STATE_AFTER[verb]
        detail: dict = {"from": self.before, "to": after}
        if verb == "start":
            case.started_at = at
        elif verb == "resolve":
            case.closing_asked_by, case.closing_asked = self.by, self.reason
            case.outcomes = [self.own.pick(OUTCOMES[self.reason])]
        elif verb == "close":
            actor = self.closer or self.by
            self._close(actor, at)
        elif verb == "reopen":
            self._reopen(at)
        if verb in ("resolve", "close"):
            detail |= {"reason": self.reason, "outcomes": case.outcomes}
        case.state_since = at
        self.before = after
        told = event(chance, f"case.{verb}", case.pk, at, actor, client=case.migrant_id, **detail)
        self.rows.append(told)

    def _close(self, actor: User, at: datetime) -> None:
        case = self.case
        day = earliest(case, self.reason)
        if day is not None and day > timezone.localdate(at):
            self.reason = "client_withdrew"
        case.outcomes = case.outcomes or ["none"]
        case.closing_reason, case.closed_at, case.closed_by = self.reason, at, actor
        self.rows.append(
            CaseClosing(
                id=self.own.id(),
                case=case,
                reason=self.reason,
                outcomes=case.outcomes,
                note="" if case.restricted else NOTE,
                asked_by=case.closing_asked_by,
                closed_by=actor,
                closed_at=at,
                alone_because="" if actor != self.by else ALONE,
                organisation_id=case.organisation_id,
            )
        )

    def _reopen(self, at: datetime) -> None:
        case = self.case
        for row in self.rows:
            if isinstance(row, CaseClosing):
                row.reopened_at, row.reopened_by = at, self.by
        case.closing_reason, case.closed_at, case.closed_by = "", None, None
        case.closing_asked_by, case.closing_asked, case.outcomes = None, "", []
