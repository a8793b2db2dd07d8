"""Code lists of clarification and mediation (Permen P2MI 23/2025; domain 3.5)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MediationState(models.TextChoices):
    REQUESTED = "requested", _("Diajukan")
    INVITED = "invited", _("Undangan dikirim")
    HEARING = "hearing", _("Sidang berjalan")
    AGREED = "agreed", _("Sepakat")
    PARTLY_AGREED = "partly_agreed", _("Sepakat sebagian")
    FAILED = "failed", _("Tidak tercapai")
    CANCELLED = "cancelled", _("Dibatalkan")
    KEPT = "kept", _("Kesepakatan dipenuhi")
    BROKEN = "broken", _("Ingkar janji")


class Meeting(models.TextChoices):
    FIRST_CLARIFICATION = "clarification_1", _("Klarifikasi kesatu")
    SECOND_CLARIFICATION = "clarification_2", _("Klarifikasi kedua")
    MEDIATION = "mediation", _("Mediasi")


class HearingResult(models.TextChoices):
    COMMITTED = "committed", _("Pihak diadukan berjanji memenuhi")
    AGREED = "agreed", _("Sepakat")
    PARTLY_AGREED = "partly_agreed", _("Sepakat sebagian")
    CONTINUE = "continue", _("Dilanjutkan pada pertemuan berikut")
    NO_AGREEMENT = "no_agreement", _("Tidak sepakat")
    ABSENT = "absent", _("Pihak diadukan tidak datang")


class DeliveryWay(models.TextChoices):
    BY_HAND = "by_hand", _("Diantar langsung")
    POST = "post", _("Pos tercatat")
    EMAIL = "email", _("Surel")
    MESSAGE = "message", _("Pesan singkat")


class PromiseKind(models.TextChoices):
    MONEY = "money", _("Uang")
    DOCUMENTS = "documents", _("Dokumen kembali")
    RETURN = "return", _("Dipulangkan")
    OTHER = "other", _("Lainnya")


class PromiseState(models.TextChoices):
    OPEN = "open", pgettext_lazy("janji", "Belum")
    PARTLY = "partly", pgettext_lazy("janji", "Sebagian")
    KEPT = "kept", pgettext_lazy("janji", "Lunas")
    BROKEN = "broken", pgettext_lazy("janji", "Ingkar")


class Advice(models.TextChoices):
    """What is recommended after a broken promise (Permen P2MI 23/2025; domain 1.3)."""

    SANCTION = "sanction", _("Rekomendasi sanksi kepada BP3MI")
    LEGAL_AID = "legal_aid", _("Bantuan hukum")
