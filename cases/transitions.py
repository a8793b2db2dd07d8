"""What is possible now: one table each for cases and referrals, and the one function that moves.

A row says: this verb takes these states to that one, and who may do it. Nothing else compares a status.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ltsa.access import Permission as P
from ltsa.timeline.actions import write_event
from ltsa.versions import Stale

from .codes import CaseState as C
from .codes import ReferralState as R
from .models import Case, Referral


class NotPossible(Exception):
    """The verb does not start from the present state: 409 with that state."""

    def __init__(self, row: Case | Referral, verb: str):
        super().__init__(f"{verb} is not possible in state {row.state}")
        self.row, self.verb = row, verb


class NotYours(Exception):
    """The verb belongs to the other side, or to another role: 403."""


@dataclass(frozen=True)
class Transition:
    verb: str
    sources: tuple[str, ...]
    target: str
    permission: P | None
    label: object
    side: str = ""  # "sender" or "recipient" for referrals
    terms: str = ""  # a form that must be filled: its name in forms/


CASE_TABLE = [
    Transition("verify", (C.NEW,), C.VERIFYING, P.CASE_WORK, _("Mulai verifikasi")),
    Transition("start", (C.VERIFYING, C.REOPENED), C.IN_PROGRESS, P.CASE_WORK, _("Tangani")),
    Transition("monitor", (C.IN_PROGRESS,), C.MONITORING, P.CASE_WORK, _("Pantau")),
    Transition(
        "wait_for_client", (C.IN_PROGRESS,), C.WAITING_FOR_CLIENT, P.CASE_WORK, _("Tunggu klien")
    ),
    Transition(
        "resume",
        (C.WAITING_FOR_CLIENT,),
        C.IN_PROGRESS,
        P.CASE_WORK,
        pgettext_lazy("langkah", "Lanjutkan"),
    ),
    Transition(
        "resolve", (C.IN_PROGRESS, C.MONITORING), C.RESOLVED, P.CASE_WORK, _("Nyatakan selesai")
    ),
    Transition(
        "close",
        (C.RESOLVED, C.VERIFYING, C.WAITING_FOR_CLIENT),
        C.CLOSED,
        P.CASE_WORK,
        _("Tutup kasus"),
        terms="close",
    ),
    Transition("reopen", (C.RESOLVED, C.CLOSED), C.REOPENED, P.CASE_WORK, _("Buka kembali")),
]

LIVE = (R.SENT, R.ACCEPTED, R.IN_PROGRESS, R.SERVICE_GIVEN)

REFERRAL_TABLE = [
    Transition("send", (R.DRAFT,), R.SENT, P.REFERRAL_SEND, _("Kirim rujukan"), "sender", "send"),
    Transition(
        "accept", (R.SENT,), R.ACCEPTED, P.REFERRAL_ANSWER, _("Terima"), "recipient", "accept"
    ),
    Transition(
        "decline", (R.SENT,), R.DECLINED, P.REFERRAL_ANSWER, _("Tolak"), "recipient", "decline"
    ),
    Transition(
        "start",
        (R.ACCEPTED,),
        R.IN_PROGRESS,
        P.REFERRAL_ANSWER,
        _("Mulai layanan"),
        "recipient",
        "start",
    ),
    Transition(
        "report_service",
        (R.IN_PROGRESS,),
        R.SERVICE_GIVEN,
        P.REFERRAL_ANSWER,
        _("Laporkan layanan"),
        "recipient",
        "report_service",
    ),
    Transition(
        "return",
        (R.ACCEPTED, R.IN_PROGRESS),
        R.RETURNED,
        P.REFERRAL_ANSWER,
        _("Kembalikan"),
        "recipient",
        "return",
    ),
    Transition(
        "complete",
        (R.SERVICE_GIVEN,),
        R.COMPLETED,
        P.REFERRAL_SEND,
        pgettext_lazy("langkah", "Selesai"),
        "sender",
    ),
    Transition("withdraw", LIVE, R.WITHDRAWN, P.REFERRAL_SEND, _("Tarik rujukan"), "sender"),
    Transition("expire", LIVE, R.EXPIRED, None, _("Kedaluwarsa"), "system"),
]

# Moments: they may happen in these states and change none (contract).
MOMENTS = [
    Transition("claim", (R.SENT,), "", P.REFERRAL_ANSWER, _("Saya tangani"), "recipient"),
    Transition(
        "ask",
        (R.SENT, R.ACCEPTED, R.IN_PROGRESS),
        "",
        P.REFERRAL_ANSWER,
        _("Tanya pengirim"),
        "recipient",
        "note",
    ),
    Transition(
        "answer",
        (R.SENT, R.ACCEPTED, R.IN_PROGRESS),
        "",
        P.REFERRAL_SEND,
        _("Jawab pertanyaan"),
        "sender",
        "note",
    ),
    Transition(
        "feedback",
        (R.IN_PROGRESS, R.SERVICE_GIVEN, R.COMPLETED),
        "",
        P.REFERRAL_ANSWER,
        _("Beri umpan balik"),
        "recipient",
        "note",
    ),
]

CASE_VERBS = [line.verb for line in CASE_TABLE]
REFERRAL_VERBS = [line.verb for line in REFERRAL_TABLE + MOMENTS if line.side != "system"]

TABLES: dict[type, list[Transition]] = {Case: CASE_TABLE, Referral: REFERRAL_TABLE + MOMENTS}


def _find(row, verb: str) -> Transition:
    found = next((line for line in TABLES[type(row)] if line.verb == verb), None)
    if found is None:
        raise KeyError(verb)
    return found


def label_of(verb: str) -> object:
    """What the button of a referral's verb says."""
    return next(line.label for line in TABLES[Referral] if line.verb == verb)


def _is_theirs(line: Transition, row, user) -> bool:
    if line.permission is None or not user.can(line.permission):
        return False
    here = user.posting.organisation_id
    if line.side == "sender":
        return row.sender_id == here
    if line.side == "recipient":
        return row.to_id == here
    return row.organisation_id == here


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
        raise NotYours(verb)
    if row.state not in line.sources:
        raise NotPossible(row, verb)
    return line


def move(row, verb: str, *, by, change: Callable | None = None, version=None, detail=None):
    """Do a verb: lock the row, look it up in the table, change, save, write the event. Returns the locked row.

    `change(row)` sets what the verb brings along, under the lock. Two at once: one wins, the other gets NotPossible;
    Stale when `version` is given and someone else saved since it was read. `by` is None for the system.
    """
    with transaction.atomic():
        locked = type(row).objects.select_for_update(of=("self",)).get(pk=row.pk)
        line = check(locked, verb, by=by)
        if version is not None and version != locked.version:
            raise Stale(locked)
        before = locked.state
        locked.state = line.target or before
        if change is not None:
            change(locked)
        locked.version += 1
        locked.save()
        client = locked.migrant_id if isinstance(locked, Case) else locked.case.migrant_id
        write_event(
            f"{locked._meta.model_name}.{verb}",
            locked,
            client=client,
            detail={"from": before, "to": locked.state, **(detail or {})},
            by=by,
        )
        return locked
