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


class RowChoice(models.TextChoices):
    """What to do with a line about somebody who may be known already."""

    EXISTING = "existing", _("Pakai yang sudah ada")
    NEW = "new", _("Buat baru")
    SKIP = "skip", _("Lewati")


class FoundBy(models.TextChoices):
    """Why a line was taken for a double."""

    NIK = "nik", _("NIK sama")
    NAME = "name", _("Nama dan desa sama")
    AGAIN = "again", _("Layanan yang sama sudah pernah diimpor")
