"""An office's Excel book on its way in."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportState(models.TextChoices):
    WAITING = "waiting", _("Menunggu diperiksa")
    CHECKING = "checking", _("Sedang diperiksa")
    CHECKED = "checked", _("Selesai diperiksa")
    SAVING = "saving", _("Sedang disimpan")
    SAVED = "saved", _("Tersimpan")
    UNDOING = "undoing", _("Sedang dibatalkan")
    UNDONE = "undone", _("Dibatalkan")
    FAILED = "failed", _("Gagal")


class RowState(models.TextChoices):
    UNCHECKED = "unchecked", _("Belum diperiksa")
    READY = "ready", _("Siap")
    WRONG = "wrong", _("Perlu diperbaiki")
    DOUBLE = "double", _("Mungkin sudah terdaftar")
    SKIPPED = "skipped", _("Dilewati")
    SAVED = "saved", _("Tersimpan")
    KEPT = "kept", _("Sudah dipakai, tidak dibatalkan")
    UNDONE = "undone", _("Dibatalkan")
