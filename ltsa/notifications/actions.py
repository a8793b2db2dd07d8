"""Tell people. A row in the caller's transaction; the relay and the worker do the rest, later and elsewhere."""

from collections.abc import Iterable

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from .models import Heartbeat, Notification


def notify(
    people: Iterable,
    kind: str,
    *,
    subject=None,
    link: str = "",
    code: str = "",
    due_at=None,
    emergency: bool = False,
) -> list[Notification]:
    """Write one inbox line and one outbox row for each of `people`, in the running transaction.

    The mail says one neutral sentence in the reader's language and carries the link, nothing else (domain 4 rule 4).
    """
    return Notification.objects.bulk_create(
        [
            Notification(
                user=person,
                kind=kind,
                subject=subject,
                link=link,
                code=code,
                due_at=due_at,
                emergency=emergency,
                address=person.email,
                state="pending" if person.email else "no_address",
                **_neutral_mail(person, kind, link, due_at if emergency else None),
            )
            for person in people
        ]
    )


def _neutral_mail(person, kind: str, link: str, due_at) -> dict:
    with translation.override(person.language):
        body = render_to_string(
            "notifications/mail/neutral.txt",
            {
                "is_reminder": kind == Notification.Kind.CLOCK_REMINDER,
                "url": settings.SITE_URL + link,
                "due_at": timezone.localtime(due_at) if due_at else None,
            },
        )
        return {"mail_subject": _("Ada tugas baru di portal LTSA-MRC"), "mail_body": body}


def post_mail(address: str, subject: str, body: str, *, user=None) -> Notification:
    """Put an account mail (password, sign-in) into the outbox; it is no inbox line."""
    return Notification.objects.create(
        user=user, kind="account", address=address, mail_subject=subject, mail_body=body
    )


def mark_read(notification: Notification, *, by) -> Notification:
    if notification.user_id == by.pk and notification.read_at is None:
        notification.read_at = timezone.now()
        notification.save(update_fields=["read_at"])
    return notification


def mark_all_read(*, by) -> int:
    """How many lines of one's own inbox were marked."""
    return Notification.objects.visible_to(by).unread().update(read_at=timezone.now())


def beat(part: str) -> None:
    """Say that a part ("worker", "relay", "broker", "beat") is alive now."""
    Heartbeat.objects.update_or_create(part=part, defaults={"at": timezone.now()})
