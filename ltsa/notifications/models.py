"""Notification = a line in someone's inbox and the outbox row of its mail, in one. See docs/decisions."""

import uuid
from datetime import time

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ltsa.encrypted import EncryptedTextField

from .querysets import NotificationQuerySet, PreferenceQuerySet


class Notification(models.Model):
    class State(models.TextChoices):
        PENDING = "pending", _("menunggu dikirim")
        SENT = "sent", _("terkirim")
        FAILED = "failed", _("gagal")
        NO_ADDRESS = "no_address", _("hanya di portal")
        DIGEST = "digest", _("menunggu ringkasan harian")
        BOUNCED = "bounced", _("ditolak penerima")
        CANCELLED = "cancelled", _("tidak perlu lagi")

    class Channel(models.TextChoices):
        """How it leaves the house. Only rows of MAIL are lines of the inbox, so that nobody reads one twice."""

        MAIL = "mail", _("Surel")
        SMS = "sms", "SMS"
        WHATSAPP = "whatsapp", "WhatsApp"

    class Kind(models.TextChoices):
        """What a line inside the portal says; a mail says only the neutral sentence."""

        REFERRAL_RECEIVED = "referral_received", _("Rujukan masuk")
        REFERRAL_ACCEPTED = "referral_accepted", _("Rujukan diterima")
        REFERRAL_DECLINED = "referral_declined", _("Rujukan ditolak")
        REFERRAL_MOVED = "referral_moved", _("Rujukan berubah")
        REFERRAL_QUESTION = "referral_question", _("Pertanyaan tentang rujukan")
        REFERRAL_WITHDRAWN = "referral_withdrawn", _("Rujukan ditarik")
        REFERRAL_SHARED = "referral_shared", _("Data rujukan diperbarui")
        REFERRAL_REOFFER = "referral_reoffer", _("Rujukan perlu ditawarkan ke lembaga lain")
        REFERRAL_OVERRIDE = "referral_override", _("Rujukan dikirim tanpa persetujuan")
        CASE_HANDED_OVER = "case_handed_over", _("Kasus diserahkan")
        CASE_MOVED = "case_moved", _("Kasus berubah")
        GLASS_ASKED = "glass_asked", _("Permintaan akses darurat")
        GLASS_OPENED = "glass_opened", _("Akses darurat dibuka")
        GLASS_REFUSED = "glass_refused", _("Akses darurat ditolak")
        CLOCK_REMINDER = "clock_reminder", _("Tenggat mendekat")
        CLOCK_LATE = "clock_late", _("Lewat tenggat")
        VILLAGE_REQUEST = "village_request", pgettext_lazy("pemberitahuan", "Permintaan dari desa")
        PEOPLE_CHANGED = "people_changed", _("Perubahan pada orang di lembaga")
        DIRECTORY_CHANGED = "directory_changed", _("Data lembaga di direktori berubah")
        PRIVACY_ALERT = "privacy_alert", _("Peringatan untuk pelindungan data")
        ORGANISATION = "organisation", _("Lembaga")
        ACCOUNT = "account", _("Akun")
        DIGEST = "digest", _("Ringkasan harian")
        OUTSIDE = "outside", _("Surat ke lembaga tanpa akun")

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
    # what leaves the house; a number of a phone is read from the preference when it is sent, and not kept here
    channel = models.CharField(max_length=8, choices=Channel, default=Channel.MAIL)
    address = models.EmailField(blank=True)
    mail_subject = models.CharField(max_length=200, blank=True)
    mail_body = EncryptedTextField(blank=True)
    state = models.CharField(max_length=12, choices=State, default=State.PENDING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=200, blank=True)
    # What the gateway or the reader's mail server said afterwards.
    reference = models.CharField(max_length=80, blank=True)
    delivered_at = models.DateTimeField(null=True)
    bounced_at = models.DateTimeField(null=True)

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
                fields=["reference"],
                name="notification_reference",
                condition=~models.Q(reference=""),
            ),
            models.Index(
                fields=["next_attempt_at"],
                name="notification_due",
                condition=models.Q(state="pending"),
            ),
            models.Index(
                fields=["user"],
                name="notification_digest",
                condition=models.Q(state="digest"),
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


class Preference(models.Model):
    """How one person wants to be told. Without a row: each mail at once, nothing by phone, no quiet hours."""

    class Mail(models.TextChoices):
        AT_ONCE = "at_once", _("Setiap kali, langsung")
        DIGEST = "digest", _("Satu ringkasan setiap hari")
        OFF = "off", _("Tidak, hanya di portal")

    class Phone(models.TextChoices):
        OFF = "off", _("Tidak")
        SMS = "sms", "SMS"
        WHATSAPP = "whatsapp", "WhatsApp"

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="preference",
    )
    mail = models.CharField(_("surel"), max_length=8, choices=Mail, default=Mail.AT_ONCE)
    phone_channel = models.CharField(
        _("pesan ke HP"), max_length=8, choices=Phone, default=Phone.OFF
    )
    phone = EncryptedTextField(_("nomor HP"), blank=True)
    quiet_from = models.TimeField(_("jam tenang dari"), null=True, blank=True)
    quiet_until = models.TimeField(_("jam tenang sampai"), null=True, blank=True)
    digest_at = models.TimeField(_("jam ringkasan"), default=time(7, 0))
    digest_sent_on = models.DateField(null=True, editable=False)
    bounced_at = models.DateTimeField(null=True, editable=False)  # her address refused a mail
    version = models.PositiveIntegerField(default=1)

    objects = PreferenceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quiet_from=None, quiet_until=None)
                | models.Q(quiet_from__isnull=False, quiet_until__isnull=False),
                name="quiet_from_and_until",
            )
        ]


class Heartbeat(models.Model):
    """When a part of the house was last seen alive; /healthz reads these rows."""

    part = models.CharField(primary_key=True, max_length=12)
    at = models.DateTimeField()
