"""Notification = a line in someone's inbox and the outbox row of its mail, in one. See docs/decisions."""

import uuid

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ltsa.encrypted import EncryptedTextField

from .querysets import NotificationQuerySet


class Notification(models.Model):
    class State(models.TextChoices):
        PENDING = "pending", _("menunggu dikirim")
        SENT = "sent", _("terkirim")
        FAILED = "failed", _("gagal")
        NO_ADDRESS = "no_address", _("hanya di portal")

    class Kind(models.TextChoices):
        """What a line inside the portal says; a mail says only the neutral sentence."""

        REFERRAL_RECEIVED = "referral_received", _("Rujukan masuk")
        REFERRAL_ACCEPTED = "referral_accepted", _("Rujukan diterima")
        REFERRAL_DECLINED = "referral_declined", _("Rujukan ditolak")
        REFERRAL_MOVED = "referral_moved", _("Rujukan berubah")
        REFERRAL_QUESTION = "referral_question", _("Pertanyaan tentang rujukan")
        REFERRAL_WITHDRAWN = "referral_withdrawn", _("Rujukan ditarik")
        CASE_HANDED_OVER = "case_handed_over", _("Kasus diserahkan")
        CASE_MOVED = "case_moved", _("Kasus berubah")
        GLASS_ASKED = "glass_asked", _("Permintaan akses darurat")
        GLASS_OPENED = "glass_opened", _("Akses darurat dibuka")
        GLASS_REFUSED = "glass_refused", _("Akses darurat ditolak")
        CLOCK_REMINDER = "clock_reminder", _("Tenggat mendekat")
        CLOCK_LATE = "clock_late", _("Lewat tenggat")
        VILLAGE_REQUEST = "village_request", pgettext_lazy("pemberitahuan", "Permintaan dari desa")
        ACCOUNT = "account", _("Akun")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="notifications"
    )
    kind = models.CharField(max_length=24, choices=Kind)
    subject = models.UUIDField(null=True)
    link = models.CharField(max_length=200, blank=True)
    code = models.CharField(max_length=40, blank=True)
    due_at = models.DateTimeField(null=True)
    emergency = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)
    # the mail
    address = models.EmailField(blank=True)
    mail_subject = models.CharField(max_length=200, blank=True)
    mail_body = EncryptedTextField(blank=True)
    state = models.CharField(max_length=12, choices=State, default=State.PENDING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=200, blank=True)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        indexes = [
            models.Index(fields=["user", "-created_at"]),
            models.Index(
                fields=["user"],
                name="notification_unread",
                condition=models.Q(read_at=None) & ~models.Q(kind="account"),
            ),
            models.Index(
                fields=["next_attempt_at"],
                name="notification_due",
                condition=models.Q(state="pending"),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="sent") | models.Q(sent_at__isnull=False),
                name="sent_has_time",
            )
        ]
        triggers = [
            pgtrigger.Trigger(
                name="wake_relay",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                condition=pgtrigger.Q(new__state="pending"),
                func="PERFORM pg_notify('outbox', NEW.id::text); RETURN NEW;",
            )
        ]


class Heartbeat(models.Model):
    """When a part of the house was last seen alive; /healthz reads these rows."""

    part = models.CharField(primary_key=True, max_length=12)
    at = models.DateTimeField()
