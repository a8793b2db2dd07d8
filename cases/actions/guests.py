"""What a partner without an account does behind her link: give the PIN, read, answer.

One browser alone: the first that gives the right PIN. Five wrong ones kill the link, counted under the lock. Whoever
is let in, and who is not, costs one PIN hash, so that neither page nor time tells whether a link is known.
"""

import secrets
from datetime import timedelta
from functools import cache

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from ltsa.audit.actions import record
from ltsa.timeline.actions import write_event

from .. import notices
from ..codes import LinkEnd, Seen
from ..guest import THROUGH_LINK, Guest
from ..models import OutsideLink, Referral, ReferralNote
from ..transitions import UNANSWERED, UNMET, NotPossible, lock
from .link_ends import kill, seen
from .links import TRIES, digest, why_dead
from .referrals import (
    accept_referral,
    decline_referral,
    report_service,
    return_referral,
    start_referral,
    write_note,
)

READING = timedelta(
    minutes=10
)  # without a look at it; then the PIN is asked again (domain 4 rule 9)
WRITING = timedelta(hours=1)  # what was typed meanwhile may still be sent: it shows nothing


@cache
def _no_pin() -> str:
    """What a PIN is compared with when there is no link."""
    return make_password(secrets.token_urlsafe())


def _find(token: str) -> OutsideLink | None:
    links = OutsideLink.objects.select_related(
        "referral__case__migrant", "referral__sender", "referral__to", "referral__consent"
    )
    return links.filter(token_digest=digest(token)).first()


def _held(token: str) -> OutsideLink | None:
    """The link and its referral, locked in this order: referral, link."""
    link = _find(token)
    if link is not None:
        lock(link.referral)
        OutsideLink.objects.select_for_update(of=("self",)).get(pk=link.pk)
        link = _find(token)
    return link


def _is_bound_to(link: OutsideLink, secret: str) -> bool:
    return bool(secret) and constant_time_compare(link.session_digest, digest(secret))


def ask_pin(token: str, *, address: str) -> None:
    """The page that asks for the PIN was opened; of an unknown link nothing is kept."""
    link = _find(token)
    if link is not None and not why_dead(link):
        seen(link, Seen.ASKED, address)


@transaction.atomic
def open_link(
    token: str, pin: str, *, secret: str = "", address: str
) -> tuple[str, OutsideLink] | None:
    """(what this browser has to keep, the link), or None: wrong PIN, unknown, dead, or another browser's.

    `secret` is what the browser holds already.
    """
    nobodys, link = _no_pin(), _held(token)
    living = None if link is None or why_dead(link) else link
    hers = living if living is not None and _may_try(living, secret) else None
    right = check_password(pin, hers.pin_hash if hers else nobodys)
    if hers is not None and right:
        return _bind(hers, secret, address), hers
    if living is not None:
        _refuse(living, counts=hers is not None, address=address)
    return None


def _may_try(link: OutsideLink, secret: str) -> bool:
    return not link.session_digest or _is_bound_to(link, secret)


def _bind(link: OutsideLink, secret: str, address: str) -> str:
    """From now on this browser alone; what it has to keep."""
    now = timezone.now()
    secret = secret if link.session_digest else secrets.token_urlsafe(32)
    link.session_digest, link.last_seen_at = digest(secret), now
    link.opened_at = link.opened_at or now
    link.save(update_fields=["session_digest", "last_seen_at", "opened_at"])
    seen(link, Seen.OPENED, address)
    _open_first(link.referral)
    return secret


def _refuse(link: OutsideLink, *, counts: bool, address: str) -> None:
    seen(link, Seen.WRONG_PIN, address)
    if not counts:
        return
    link.wrong_pins += 1
    link.save(update_fields=["wrong_pins"])
    if link.wrong_pins >= TRIES:
        kill(link, LinkEnd.WRONG_PIN, address)
        referral = link.referral
        client = referral.case.migrant_id
        detail = {"why": LinkEnd.WRONG_PIN}
        write_event("referral.unlink", referral, client=client, detail=detail, by=None)
        notices.referral_answered(referral, "referral_moved", by=None)


def _open_first(referral: Referral) -> None:
    """A moment on the record, once (as open_referral)."""
    unread = Referral.objects.filter(pk=referral.pk, first_opened_at=None)
    if unread.update(first_opened_at=timezone.now()):
        by = Guest(referral.to_id)
        write_event("referral.open", referral, client=referral.case.migrant_id, by=by)


def opened_link(token: str, secret: str, *, idle: timedelta = READING) -> OutsideLink | None:
    """The link that this browser opened a while ago and that still lives."""
    link = _find(token)
    if link is None or not _is_bound_to(link, secret) or why_dead(link):
        return None
    fresh = link.last_seen_at is not None and timezone.now() - link.last_seen_at <= idle
    return link if fresh else None


def read_link(link: OutsideLink, *, groups, address: str) -> None:
    """She looks at the referral: a row for the sender, a line in the trail."""
    link.last_seen_at = timezone.now()
    OutsideLink.objects.filter(pk=link.pk).update(last_seen_at=link.last_seen_at)
    seen(link, Seen.READ, address)
    record("view", link.referral, fields=sorted(groups), reason=THROUGH_LINK, by=None)


@transaction.atomic
def answer_through(
    token: str, secret: str, verb: str, *, name: str, address: str, **told
) -> Referral:
    """accept, decline, ask, report_service or return, as in referrals.py, by the name that she typed.

    Raises NotPossible when the link no longer opens anything, and what those raise.
    """
    link = _held(token)
    if link is None or not _is_bound_to(link, secret) or why_dead(link):
        raise NotPossible(link.referral if link else Referral(), verb)
    referral, guest = link.referral, Guest(link.referral.to_id, name)
    link.last_seen_at = timezone.now()
    link.save(update_fields=["last_seen_at"])
    seen(link, Seen.ACTED, address)
    ANSWERS[verb](referral, guest, told)
    return referral


def _accept(referral, guest, told) -> Referral:
    return accept_referral(
        referral, by=guest, **(told | {"contact": told.get("contact") or guest.name})
    )


def _decline(referral, guest, told) -> Referral:
    return decline_referral(referral, by=guest, **told)


def _ask(referral, guest, told) -> Referral:
    last = ReferralNote.objects.filter(referral=referral, kind="ask").exclude(outside="").last()
    if last is None or last.text != told["text"]:  # a second click says nothing new
        return write_note(referral, "ask", by=guest, **told)
    return referral


def _report(referral, guest, told) -> Referral:
    """She serves at once: the two steps of the portal are one for her."""
    if referral.state in UNMET:
        referral = start_referral(referral, contact=referral.contact or guest.name, by=guest)
    return report_service(referral, by=guest, **told)


def _give_back(referral, guest, told) -> Referral:
    return return_referral(referral, by=guest, **told)


ANSWERS = {
    "accept": _accept,
    "decline": _decline,
    "ask": _ask,
    "report_service": _report,
    "return": _give_back,
}
LAST = ("decline", "report_service", "return")  # nothing is left to do here


def answers_now(referral: Referral) -> list[str]:
    """Which of them are offered."""
    if referral.state in UNANSWERED:
        return ["accept", "decline", "ask"]
    return ["report_service", "ask", "return"]
