"""Who read or changed what. Append-only: ids and field names, never values (UU 27/2022 art 31)."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ltsa import reading

from .querysets import RecordQuerySet
from .reasons import RevealReason


class Record(models.Model):
    """One look at, or one act on, one subject; or a list, a search or a refusal, with how much was shown."""

    class Verb(models.TextChoices):
        VIEW = "view", _("dilihat")
        LIST = "list", _("daftar dibaca")
        REVEAL = "reveal", _("nomor ditampilkan")
        CREATE = "create", _("dibuat")
        CHANGE = "change", _("diubah")
        EXPORT = "export", _("diekspor")
        PRINT = "print", _("dicetak")
        SHARE = "share", _("dibagikan")
        SEARCH = "search", _("dicari di tempat lain")
        REFUSED = "refused", _("ditolak")
        SIGN_IN = "sign_in", _("masuk")
        SIGN_OUT = "sign_out", _("keluar")
        FAILED_LOGIN = "failed_login", _("gagal masuk")

    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    verb = models.CharField(max_length=12, choices=Verb)
    subject_type = models.CharField(
        max_length=60
    )  # of a list: its page, or "api:" and its resource
    subject = models.UUIDField(null=True)
    fields = models.JSONField(default=list)
    reason = models.CharField(max_length=300, blank=True)
    # Why a number was shown, and for the sake of which record.
    why = models.CharField(max_length=16, choices=RevealReason, blank=True)
    about = models.UUIDField(null=True)
    about_type = models.CharField(max_length=40, blank=True)
    # Of a list: how many rows were shown, and a keyed hash of what was asked for.
    rows = models.PositiveIntegerField(null=True)
    query = models.CharField(max_length=64, blank=True)
    # From where: staff's own data too, shown to the officer for data protection alone.
    address = models.GenericIPAddressField(null=True, default=reading.address)
    device = models.CharField(max_length=40, blank=True, default=reading.device)
    session = models.CharField(max_length=16, blank=True, default=reading.session)

    objects = RecordQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["subject", "-at"]),
            models.Index(fields=["by", "-at"]),
            models.Index(fields=["-at"]),
            models.Index(
                fields=["about", "-at"], name="audit_about", condition=models.Q(about__isnull=False)
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]


class Budget(models.Model):
    """What a token has read in the running hour, by minute: one row, locked while it is counted."""

    key = models.CharField(max_length=80, primary_key=True)
    used = models.JSONField(default=dict)
