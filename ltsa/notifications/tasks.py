"""Deliver the outbox: claim a row, hand the mail over, mark it. At least once; the message id makes a repeat harmless."""

import logging
import smtplib
from datetime import timedelta

from celery import shared_task
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from . import actions
from .models import Notification

log = logging.getLogger(__name__)

# Minutes to the next try: a restarting mail server, a full one, a weekend one. Then FAILED, and visible.
BACK_OFF = [0.25, 1, 5, 15, 60, 240, 720]


@shared_task(name="notifications.deliver")
def deliver(notification_id: str) -> None:
    """Send the mail of one outbox row, unless another worker has it or it is done."""
    with transaction.atomic():
        row = (
            Notification.objects.due()
            .select_for_update(skip_locked=True)
            .filter(pk=notification_id)
            .first()
        )
        if row is None:
            return
        try:
            _send(row)
        except (smtplib.SMTPException, OSError) as error:
            _postpone(row, error)
        else:
            row.state, row.sent_at, row.error = "sent", timezone.now(), ""
        row.attempts += 1
        row.save(update_fields=["state", "sent_at", "error", "attempts", "next_attempt_at"])


def _send(row: Notification) -> None:
    host = settings.SITE_URL.split("//")[-1].split(":")[0]
    EmailMessage(
        row.mail_subject,
        row.mail_body,
        settings.DEFAULT_FROM_EMAIL,
        [row.address],
        headers={"Message-ID": f"<{row.pk}@{host}>", "Auto-Submitted": "auto-generated"},
    ).send()


def _postpone(row: Notification, error: Exception) -> None:
    refused = isinstance(error, smtplib.SMTPRecipientsRefused) and all(
        code >= 550 for code, _ in error.recipients.values()
    )
    row.error = type(error).__name__
    if refused or row.attempts >= len(BACK_OFF):
        row.state = "failed"
        log.error("notification %s failed: %s", row.pk, row.error)
    else:
        row.next_attempt_at = timezone.now() + timedelta(minutes=BACK_OFF[row.attempts])


@shared_task(name="notifications.beat")
def beat() -> None:
    """Sent by celery beat, run by a worker: proof that both are alive."""
    actions.beat("beat")
    actions.beat("worker")
