"""Who read or changed what. Append-only: ids and field names, never values (UU 27/2022 art 31)."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Record(models.Model):
    """One look at, or one act on, one subject."""

    class Verb(models.TextChoices):
        VIEW = "view", _("dilihat")
        REVEAL = "reveal", _("nomor ditampilkan")
        CREATE = "create", _("dibuat")
        CHANGE = "change", _("diubah")
        EXPORT = "export", _("diekspor")
        PRINT = "print", _("dicetak")
        SHARE = "share", _("dibagikan")
        SEARCH = "search", _("dicari di tempat lain")
        REFUSED = "refused", _("ditolak")
        SIGN_IN = "sign_in", _("masuk")

    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    verb = models.CharField(max_length=12, choices=Verb)
    subject_type = models.CharField(max_length=40)
    subject = models.UUIDField(null=True)
    fields = models.JSONField(default=list)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["subject", "-at"]),
            models.Index(fields=["by", "-at"]),
            models.Index(fields=["-at"]),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]
