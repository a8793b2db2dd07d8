"""Deliver the outbox: claim a row, hand it over, mark it. At least once; its id goes along, so a repeat is harmless."""

import logging
import smtplib
import time
from contextlib import suppress
from datetime import timedelta

from celery import shared_task
from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.utils import timezone

from ltsa.encrypted import KeyMissing

from . import actions, gateway
from .models import Notification, Preference
from .wishes import must_wait

log = logging.getLogger(__name__)

CATCH_UP_SECONDS, CATCH_UP_ROWS = 5, 500  # then a fresh row has its turn
TROUBLE = (smtplib.SMTPException, OSError)  # of a mail server, on the way to it or with it
# Minutes to the next try: a restarting mail server, a full one, a weekend one. Then FAILED, and visible.
BACK_OFF = [0.25, 1, 5, 15, 60, 240, 720]

KEPT = [
    "state",
    "sent_at",
    "error",
    "attempts",
    "next_attempt_at",
    "reference",
    "mail_body",
]  # of a try


class Unwanted(Exception):
    """Nobody asks for this message any more."""


@shared_task(name="notifications.deliver")
def deliver(notification_id: str) -> None:
    """Send the message of one outbox row, unless another worker has it, it is done, or its reader rests."""
    _deliver(notification_id, get_connection())


def _deliver(notification_id, post) -> None:
    """`post`: to the mail server; used once when it is not open, and left open when it is."""
    with transaction.atomic():
        row = (
            Notification.objects.due()
            .select_for_update(skip_locked=True, of=("self",))
            .select_related("user__preference")
            .filter(pk=notification_id)
            .first()
        )
        if row is None:
            return
        if later := must_wait(row, timezone.now()):
            row.next_attempt_at = later
            row.save(update_fields=["next_attempt_at"])
            return
        _try(row, post)
        row.attempts += 1
        _forget(row)
        row.save(update_fields=KEPT)
        if row.state != "pending":
            actions.carry_on(row)


@shared_task(name="notifications.catch_up")
def catch_up() -> None:
    """Send what is due, the eldest first: one wake-up for all that no wake-up reached. Several may do it at once."""
    until, post = time.monotonic() + CATCH_UP_SECONDS, get_connection()
    due = Notification.objects.due().order_by("next_attempt_at")
    for notification_id in due.values_list("pk", flat=True)[:CATCH_UP_ROWS]:
        if time.monotonic() > until:
            break
        with suppress(*TROUBLE):
            post.open()  # one connection for them all; without one each row is put off by itself
        try:
            _deliver(notification_id, post)
        except KeyMissing:  # the eldest must not bar the way for all others
            log.error("notification %s cannot be read: a key is missing", notification_id)
    _hang_up(post)


def _hang_up(post) -> None:
    with suppress(*TROUBLE):
        post.close()


def _forget(row: Notification) -> None:
    """A mail that opens something by itself is not kept once it has gone; in the demo it is read on /surel/."""
    if row.kind == Notification.Kind.OUTSIDE and row.state != "pending" and not settings.DEMO:
        row.mail_body = ""


def _try(row: Notification, post) -> None:
    try:
        if row.channel == Notification.Channel.MAIL:
            _send_mail(row, post)
        else:
            row.reference = _send_text(row)
    except Unwanted:
        row.state = "cancelled"
    except (*TROUBLE, gateway.Refused, ValueError) as error:
        _hang_up(post)
        _postpone(
            row, error
        )  # whatever it is: else it would be the eldest for ever, and bar the way
    else:
        row.state, row.sent_at, row.error = "sent", timezone.now(), ""


def _send_mail(row: Notification, post) -> None:
    host = settings.SITE_URL.split("//")[-1].split(":")[0]
    EmailMessage(
        row.mail_subject,
        row.mail_body,
        settings.DEFAULT_FROM_EMAIL,
        [row.address],
        connection=post,
        headers={"Message-ID": f"<{row.pk}@{host}>", "Auto-Submitted": "auto-generated"},
    ).send()


def _send_text(row: Notification) -> str:
    """To the number that she gives today, by the way that she chose today."""
    wish = getattr(row.user, "preference", None)
    if not gateway.is_offered() or wish is None or wish.phone_channel == Preference.Phone.OFF:
        raise Unwanted
    if not wish.phone or not wish.user.is_active:
        raise Unwanted
    return gateway.send(wish.phone, row.mail_body, channel=wish.phone_channel, key=str(row.pk))


def _postpone(row: Notification, error: Exception) -> None:
    row.error = type(error).__name__
    if _is_final(error) or row.attempts >= len(BACK_OFF):
        row.state = "failed"
        log.error("notification %s failed: %s", row.pk, row.error)
    else:
        row.next_attempt_at = timezone.now() + timedelta(minutes=BACK_OFF[row.attempts])


def _is_final(error: Exception) -> bool:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 550 for code, _ in error.recipients.values())
    return isinstance(error, gateway.Refused | ValueError)  # a line break in an address stays one


@shared_task(name="notifications.digest")
def digest() -> None:
    """One summary for each whose hour has come. Safe to repeat, beside itself, and to kill."""
    waiting = Notification.objects.waiting_for_digest().order_by()
    for user_id in waiting.values_list("user", flat=True).distinct():
        actions.send_digest(user_id)


@shared_task(name="notifications.beat")
def beat() -> None:
    """Sent by celery beat, run by a worker: proof that both are alive."""
    actions.beat("beat")
    actions.beat("worker")
