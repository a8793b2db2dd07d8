"""Code lists of a complaint: against whom, for what, and where else it lies (domain 3.4)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RespondentKind(models.TextChoices):
    AGENCY = "agency", _("P3MI")
    TRAINING_CENTRE = "training", _("LPK")
    SPONSOR = "sponsor", _("Sponsor atau calo")
    EMPLOYER = "employer", _("Majikan atau pemberi kerja")
    FOREIGN_AGENCY = "foreign", _("Agensi luar negeri")
    FAMILY = "family", _("Keluarga")
    OFFICIAL = "official", _("Aparat")
    OTHER = "other", _("Lainnya")
    UNKNOWN = "unknown", _("Tidak tahu")


class ClaimKind(models.TextChoices):
    MONEY = "money", _("Uang")
    DOCUMENTS = "documents", _("Dokumen kembali")
    RETURN = "return", _("Dipulangkan")
    LEGAL = "legal", _("Proses hukum")
    RECOVERY = "recovery", _("Layanan pemulihan")


class ClaimState(models.TextChoices):
    OPEN = "open", _("Belum dipenuhi")
    PARTLY = "partly", _("Dipenuhi sebagian")
    MET = "met", _("Dipenuhi")
    DROPPED = "dropped", _("Tidak dilanjutkan")


class TicketSystem(models.TextChoices):
    """Systems of record outside; their numbers are kept, no connection is promised."""

    SISKOP2MI = "siskop2mi", "SiskoP2MI"
    POLICE = "police", _("Laporan polisi (LP)")
    SIMFONI = "simfoni", "SIMFONI PPA"
    LAPOR = "lapor", "SP4N-LAPOR!"
    MISSION = "mission", _("Perwakilan RI")
    OTHER = "other", _("Lainnya")


class Currency(models.TextChoices):
    """Currencies that claims are made in (domain 7)."""

    IDR = "IDR", "Rp (IDR)"
    HKD = "HKD", "HKD"
    TWD = "TWD", "TWD"
    MYR = "MYR", "MYR"
    SAR = "SAR", "SAR"
    SGD = "SGD", "SGD"
    JPY = "JPY", "JPY"
    KRW = "KRW", "KRW"
    AED = "AED", "AED"
    BND = "BND", "BND"
    QAR = "QAR", "QAR"
    KWD = "KWD", "KWD"
    OMR = "OMR", "OMR"
    JOD = "JOD", "JOD"
    EUR = "EUR", "EUR"
    USD = "USD", "USD"
