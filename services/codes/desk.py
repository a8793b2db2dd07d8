"""The desks under the one roof (PP 59/2021 art 31; documents: UU 18/2017 art 13)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class VisitState(models.TextChoices):
    WAITING = "waiting", _("Menunggu")
    SERVING = "serving", _("Dilayani")
    DONE = "done", _("Selesai")
    LEFT = "left", _("Pergi sebelum dilayani")


class DocumentCode(models.TextChoices):
    """The eight documents of UU 18/2017 art 13."""

    MARITAL = "marital", _("Surat keterangan status perkawinan")
    PERMISSION = "permission", _("Izin suami, istri, orang tua, atau wali, diketahui kepala desa")
    COMPETENCE = "competence", _("Sertifikat kompetensi kerja")
    HEALTH = "health", _("Surat sehat fisik dan psikologi")
    PASSPORT = "passport", _("Paspor")
    VISA = "visa", _("Visa kerja")
    PLACEMENT = "placement", _("Perjanjian penempatan")
    CONTRACT = "contract", _("Perjanjian kerja")


class DocumentState(models.TextChoices):
    MISSING = "missing", _("Belum ada")
    IN_PROGRESS = "in_progress", _("Diproses")
    PRESENT = "present", _("Ada")
    INVALID = "invalid", _("Tidak sah")
    EXPIRED = "expired", _("Kedaluwarsa")
    NOT_APPLICABLE = "not_applicable", _("Tidak berlaku")


class DocumentFlag(models.TextChoices):
    """What should make an officer ask once more."""

    TOURIST_VISA = "tourist_visa", _("Ditawari visa turis, ziarah, atau umrah untuk bekerja")
    HELD_BY_OTHERS = "held_by_others", _("Dokumen dipegang orang lain")
    NAME_DIFFERS = "name_differs", _("Nama di dokumen berbeda")
    BLANK_SIGNED = "blank_signed", _("Menandatangani kertas kosong")
