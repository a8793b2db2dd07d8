"""Which clocks tick for a referral after each thing that was done to it (domain 5). May be repeated."""

from datetime import datetime

from django.db import transaction

from ltsa.clocks.actions import entrust_clocks, hold_steps, start_clock, stop_clock
from ltsa.clocks.models import Clock

from ..codes import Priority
from ..codes.clock import CaseClock
from ..guest import account_of
from ..models import Referral
from ..transitions import BEGUN, GIVEN, UNANSWERED, UNMET, move
from .closures import answer_due, shut_times
from .link_ends import close_links

OF_A_REFERRAL = (CaseClock.ANSWER, CaseClock.CONTACT, CaseClock.NEWS, CaseClock.CLOSING)
NEWS = ("start", "report_service", "feedback")  # after these it is waited for anew


@transaction.atomic
def move_referral(referral: Referral, verb: str, *, by, **told) -> Referral:
    """`move`, and its clocks go with its state."""
    referral = move(referral, verb, by=by, **told)
    tend_referral_clocks(referral, verb=verb, by=account_of(by))
    close_links(referral)
    return referral


def tend_referral_clocks(referral: Referral, *, verb: str = "", by) -> None:
    """Its answer is waited for, then the first contact, then news, and at last that the sender closes it."""
    rows = Clock.objects.ticking().about(referral.pk).filter(kind__in=OF_A_REFERRAL)
    ticking = set(rows.values_list("kind", flat=True))
    wanted = _wanted(referral, verb, ticking)
    for kind in ticking:
        if kind != wanted or verb in NEWS:
            stop_clock(kind, referral, outcome=_outcome(kind, referral), by=by)
    if wanted and (wanted not in ticking or verb in NEWS):
        _ask(wanted, referral, by=by)
    if referral.state in UNANSWERED:
        entrust_clocks(referral, owner=referral.claimed_by, by=by)


def _wanted(referral: Referral, verb: str, ticking: set[str]) -> str:
    if referral.state in UNANSWERED:
        return CaseClock.ANSWER
    if referral.state in UNMET:
        return CaseClock.CONTACT
    if referral.state in BEGUN:
        return CaseClock.NEWS
    if referral.state in GIVEN:
        told = verb == "feedback" or CaseClock.CLOSING in ticking
        return CaseClock.CLOSING if told else CaseClock.NEWS
    return ""


def _outcome(kind: str, referral: Referral) -> str:
    """Dropped where it ended before what was waited for had come."""
    if kind == CaseClock.ANSWER:
        return "" if referral.answered_at else "dropped"
    return "dropped" if referral.ended_at and kind != CaseClock.CLOSING else ""


def _since(kind: str, referral: Referral) -> datetime | None:
    """From when it is waited for; None is now."""
    if kind == CaseClock.ANSWER:
        return referral.sent_at
    return referral.answered_at if kind == CaseClock.CONTACT else None


def _ask(kind: str, referral: Referral, *, by) -> None:
    since = _since(kind, referral)
    due = referral.due_at if kind == CaseClock.ANSWER else None
    if kind == CaseClock.CONTACT and since:
        due = answer_due(referral, since)
    start_clock(
        kind,
        referral,
        client=None if referral.restricted else referral.case.migrant_id,
        organisation=referral.to,
        district=referral.district,
        owner=referral.answered_by or referral.claimed_by,
        private=referral.restricted,
        priority=referral.priority,
        started_at=since,
        due_at=due,
        by=by,
    )
    if since and referral.priority != Priority.EMERGENCY:
        hold_steps(kind, referral, shut_times(referral.to, since))
