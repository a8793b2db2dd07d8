"""Inbox lines of the last weeks; what is new stays unread."""

from datetime import datetime, timedelta

from ltsa.access import Permission
from ltsa.accounts.models import User
from ltsa.demo.stage import Chance, Stage, posting_of
from ltsa.demo.traces import inbox_line
from ltsa.notifications.models import Notification

from ..models import Referral

REMEMBERED = timedelta(days=75)
UNREAD = timedelta(days=2)


def inbox_lines(referrals: list[Referral], stage: Stage) -> list[Notification]:
    chance = Chance("inbox")
    lines: list[Notification] = []
    for referral in referrals:
        if referral.sent_at is None:
            continue
        waits = referral.answered_at is None
        for person in _answerers(referral, stage):
            lines += _line(
                chance, person, "referral_received", referral, referral.sent_at, stage, waits
            )
        if referral.answered_at:
            kind = "referral_declined" if referral.state == "declined" else "referral_accepted"
            lines += _line(chance, referral.created_by, kind, referral, referral.answered_at, stage)
    return lines


def _line(
    chance: Chance,
    person: User,
    kind: str,
    referral: Referral,
    at: datetime,
    stage: Stage,
    waits: bool = False,
) -> list[Notification]:
    if at < stage.now - REMEMBERED:
        return []
    new = at > stage.now - UNREAD or (waits and chance.happens(0.5))
    line = inbox_line(
        chance,
        person,
        kind,
        referral,
        f"/rujukan/{referral.pk}/",
        at,
        read_at=None if new else stage.past(at + timedelta(hours=chance.randrange(1, 20))),
        due_at=referral.due_at if kind == "referral_received" else None,
        emergency=referral.priority == "emergency" and kind == "referral_received",
    )
    return [line]


def _answerers(referral: Referral, stage: Stage) -> list[User]:
    return [
        one
        for one in stage.people.values()
        if posting_of(one).organisation_id == referral.to_id and one.can(Permission.REFERRAL_ANSWER)
    ]
