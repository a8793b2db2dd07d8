"""The lines that work leaves behind: timeline, audit, inbox; unsaved, at the time given."""

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.template.loader import render_to_string

from ltsa.accounts.models import User
from ltsa.audit.models import Record
from ltsa.notifications.models import Notification
from ltsa.timeline.models import Event

from .stage import Chance

HOUSES: dict[UUID, UUID | None] = {}


def event(
    chance: Chance, verb: str, subject, at: datetime, by: User | None, *, client=None, **detail
):
    return Event(
        id=chance.id(),
        verb=verb,
        subject=subject,
        client=client,
        at=at,
        by=by,
        organisation_id=house_of(by) if by else None,
        detail=detail,
    )


def house_of(person: User) -> UUID | None:
    """Where she works now; thousands of lines are of a few people, each of them asked about once a load."""
    if person.pk not in HOUSES:
        HOUSES[person.pk] = person.posting.organisation_id if person.posting else None
    return HOUSES[person.pk]


def audit_line(verb: str, row, at: datetime, by: User, *fields: str, reason: str = "") -> Record:
    return Record(
        verb=verb,
        subject_type=row._meta.label_lower,
        subject=row.pk,
        at=at,
        by=by,
        fields=list(fields),
        reason=reason,
    )


def inbox_line(
    chance: Chance,
    user: User,
    kind: str,
    row,
    link: str,
    at: datetime,
    *,
    read_at: datetime | None,
    due_at: datetime | None = None,
    emergency: bool = False,
) -> Notification:
    """A line whose mail has gone out already, so the relay finds nothing to do."""
    body = render_to_string(
        "notifications/mail/neutral.txt",
        {"url": settings.SITE_URL + link, "due_at": due_at if emergency else None},
    )
    return Notification(
        id=chance.id(),
        user=user,
        kind=kind,
        subject=row.pk,
        link=link,
        code=row.code,
        due_at=due_at,
        emergency=emergency,
        created_at=at,
        read_at=read_at,
        address=user.email,
        mail_subject="Ada tugas baru di portal LTSA-MRC",
        mail_body=body,
        state="sent",
        attempts=1,
        next_attempt_at=at,
        sent_at=at + timedelta(seconds=1),
    )
