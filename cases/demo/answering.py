"""How a referral went on: read, answered, served, ended; with the grants, notes and lines that each step leaves."""

import math
from datetime import date, datetime, time, timedelta

from django.db.models import Model
from django.utils import timezone

from ltsa.access import Permission
from ltsa.accounts.models import User
from ltsa.demo.cast import id_of
from ltsa.demo.stage import Chance, Stage, posting_of
from ltsa.demo.traces import audit_line, event
from services.models import AccessGrant

from ..disclosure import take_snapshot
from ..models import ClientFeedback, Referral, ReferralNote, ReferralShare
from .plots import (
    ANSWER_MEDIAN,
    ANSWERED,
    ASKED,
    DECLINE_SHARES,
    DECLINED,
    FED_BACK,
    REPORTED,
    RETURNED,
)

DECLINES = 0.12
# What became of an accepted one by its age in days (less than), in shares.
ENDINGS = [
    (8, {"accepted": 45, "in_progress": 45, "service_given": 10}),
    (45, {"accepted": 7, "in_progress": 44, "service_given": 25, "completed": 16, "returned": 8}),
    (
        9999,
        {
            "completed": 62,
            "service_given": 12,
            "in_progress": 11,
            "returned": 7,
            "withdrawn": 5,
            "expired": 3,
        },
    ),
]
OVER = {"completed": 88, "returned": 7, "withdrawn": 5}  # the case itself is over
PATHS = {
    "accepted": [],
    "in_progress": ["start"],
    "service_given": ["start", "report_service"],
    "completed": ["start", "report_service", "complete"],
    "returned": ["return"],
    "withdrawn": ["withdraw"],
    "expired": ["start", "expire"],
}
ENDS = {"completed", "returned", "withdrawn", "expired"}


def draft(referral: Referral, chance: Chance) -> list[Model]:
    """Written, not sent: the preview waits for its author."""
    referral.state, referral.sent_at, referral.due_at = "draft", None, None
    return [_event(chance, referral, "draft", referral.created_at, referral.created_by)]


def leave_unanswered(
    referral: Referral, sent_at: datetime, stage: Stage, chance: Chance
) -> list[Model]:
    """Sent, perhaps opened, not answered."""
    rows = _send(referral, sent_at, chance)
    if chance.happens(0.4):
        opened = sent_at + (stage.now - sent_at) * 0.3
        referral.first_opened_at = opened
        rows.append(_event(chance, referral, "open", opened, None))
    return rows


def answer(
    referral: Referral,
    sent_at: datetime,
    part: str,
    stage: Stage,
    chance: Chance,
    *,
    hours: float | None = None,
    ending: str = "",
) -> list[Model]:
    """Answers after `hours`, or as long as this part takes; leaves it open when that lies ahead of now."""
    pace = {"emergency": 0.2, "urgent": 0.6}.get(referral.priority, 1)
    drawn = chance.lognormvariate(math.log(ANSWER_MEDIAN[part] * pace), 0.75)
    moment = sent_at + timedelta(hours=drawn if hours is None else hours)
    by = _answerer(referral, stage)
    if moment >= stage.now and part == "women":
        # What waits at the women's houses is chosen (story.py).
        moment = sent_at + (stage.now - sent_at) * 0.9
    if moment >= stage.now:
        return leave_unanswered(referral, sent_at, stage, chance)
    rows = _send(referral, sent_at, chance)
    opened = sent_at + (moment - sent_at) * chance.random()
    referral.first_opened_at = opened
    rows.append(_event(chance, referral, "open", opened, by))
    if chance.happens(0.15):
        rows += _question(referral, opened, moment, by, chance)
    referral.answered_at, referral.answered_by = moment, by
    if not ending and chance.happens(DECLINES):
        return rows + _decline(referral, moment, by, chance)
    age = (stage.now - sent_at).days
    shares = next(shares for limit, shares in ENDINGS if age < limit)
    if referral.case.state in ("closed", "resolved"):
        shares = OVER
    return rows + _accept(referral, moment, by, ending or chance.pick(shares), stage, chance)


def _send(referral: Referral, at: datetime, chance: Chance) -> list[Model]:
    referral.state, referral.version = "sent", 2
    referral.snapshot = take_snapshot(referral)
    by = referral.created_by
    referral.owner_at_sending = referral.case.owner
    referral.team_at_sending = [referral.case.owner_id] if referral.case.owner_id else []
    return [
        ReferralShare(
            id=id_of("share", referral.code),
            referral=referral,
            number=1,
            groups=referral.disclose,
            snapshot=referral.snapshot,
            at=at,
            by=by,
        ),
        _event(chance, referral, "draft", referral.created_at, by),
        _event(chance, referral, "send", at, by),
        audit_line("share", referral, at, by, "minimum", *referral.disclose),
    ]


def _question(
    referral: Referral, opened: datetime, until: datetime, by: User, chance: Chance
) -> list[Model]:
    room = until - opened
    asked, answered = opened + room * 0.3, opened + room * 0.7
    return [
        _note(referral, "ask", ASKED, asked, by, chance),
        _note(referral, "answer", ANSWERED, answered, referral.created_by, chance),
        _event(chance, referral, "ask", asked, by),
        _event(chance, referral, "answer", answered, referral.created_by),
    ]


def _decline(referral: Referral, at: datetime, by: User, chance: Chance) -> list[Model]:
    reason = chance.pick(DECLINE_SHARES)
    referral.state, referral.decline_reason, referral.ended_at = "declined", reason, at
    return [
        _event(chance, referral, "decline", at, by, reason=reason),
        _note(referral, "decline", DECLINED[reason], at, by, chance),
    ]


def _accept(
    referral: Referral, at: datetime, by: User, ending: str, stage: Stage, chance: Chance
) -> list[Model]:
    path = PATHS[ending]
    moments = stage.between(at, chance, len(path), timedelta(days=60))
    referral.state, referral.contact = ending, by.full_name
    referral.version += 1 + len(path)
    referral.claimed_by, referral.claimed_at = by, at - timedelta(minutes=1)
    referral.appointment_at = at + timedelta(days=chance.randrange(1, 6))
    if ending in ENDS:
        referral.ended_at = moments[-1]
    last_day = _last_day(referral, ending, stage)
    rows = [
        _event(chance, referral, "accept", at, by),
        *_grants(referral, at, ending, last_day, chance),
    ]
    for verb, moment in zip(path, moments, strict=True):
        actor = {"complete": referral.created_by, "withdraw": referral.created_by, "expire": None}
        rows.append(_event(chance, referral, verb, moment, actor.get(verb, by)))
        if verb == "report_service":
            rows.append(_note(referral, "service_report", REPORTED, moment, by, chance))
        if verb == "return":
            rows.append(_note(referral, "return", RETURNED, moment, by, chance))
    if ending in ("service_given", "completed") and chance.happens(0.6):
        rows.append(_note(referral, "feedback", FED_BACK, moments[-1], by, chance))
    return rows + (_judged(referral, moments[-1]) if ending == "completed" else [])


def _judged(referral: Referral, at: datetime) -> list[Model]:
    """What she said when the sender asked her; not everybody is asked, not everybody was helped."""
    chance = Chance(f"judged/{referral.code}")
    if not chance.happens(0.7):
        return []
    helped = chance.pick({"yes": 70, "partly": 22, "no": 8})
    score = {"yes": chance.choice([4, 5]), "partly": 3, "no": chance.choice([1, 2])}[helped]
    how, by = chance.choice(["phone", "face_to_face", "chat"]), referral.created_by
    return [
        ClientFeedback(referral=referral, helped=helped, score=score, how=how, at=at, by=by),
        _event(chance, referral, "ask_client", at, by),
    ]


def _last_day(referral: Referral, ending: str, stage: Stage) -> date:
    """Fits the consent to the ending: a referral that is alive rests on one that is, an expired one does not."""
    consent = referral.consent
    if consent is None:
        raise LookupError(referral.code)
    if ending == "expired":
        ended = timezone.localdate(referral.ended_at) - timedelta(days=1)
        consent.expires_on = max(ended, timezone.localdate(consent.given_at))
    elif ending not in ENDS:
        consent.expires_on = max(consent.expires_on, stage.today + timedelta(days=21))
    return consent.expires_on


def _grants(
    referral: Referral, at: datetime, ending: str, last_day: date, chance: Chance
) -> list[AccessGrant]:
    """Its house; and in one for survivors whoever answered, by name."""
    last = timezone.make_aware(datetime.combine(last_day + timedelta(days=1), time()))
    hidden = ending in ("returned", "withdrawn", "expired")
    whom: list[dict] = [{"organisation_id": referral.to_id}]
    if referral.answered_by and posting_of(referral.answered_by).organisation.works_with_survivors:
        whom.append({"user": referral.answered_by})
    return [
        AccessGrant(
            id=chance.id(),
            migrant_id=referral.case.migrant_id,
            reason="referral",
            groups=referral.disclose,
            subject=referral.pk,
            shared=referral.snapshot,
            since=at,
            until=referral.ended_at if hidden else last,
            **one,
        )
        for one in whom
    ]


def _answerer(referral: Referral, stage: Stage) -> User:
    may = [
        one
        for one in stage.people.values()
        if posting_of(one).organisation_id == referral.to_id and one.can(Permission.REFERRAL_ANSWER)
    ]
    return min(may, key=lambda one: (posting_of(one).role == "supervisor", one.username))


def _note(referral: Referral, kind: str, text: str, at: datetime, by: User, chance: Chance):
    given = kind == "service_report"
    return ReferralNote(
        id=chance.id(),
        referral=referral,
        kind=kind,
        text=text,
        service=referral.services[0] if given else "",
        given_on=timezone.localdate(at) if given else None,
        at=at,
        by=by,
    )


def _event(chance: Chance, referral: Referral, verb: str, at: datetime, by: User | None, **detail):
    client = referral.case.migrant_id
    return event(chance, f"referral.{verb}", referral.pk, at, by, client=client, **detail)
