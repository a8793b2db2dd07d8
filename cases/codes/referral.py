"""Code lists of referrals (docs/glossary.md; domain 5; states of the contract)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .case import Priority

# Hours to the first answer to a referral (domain 4.3, IASC inter-agency form).
ANSWER_HOURS = {Priority.NORMAL: 14 * 24, Priority.URGENT: 72, Priority.EMERGENCY: 24}


class ReferralState(models.TextChoices):
    DRAFT = "draft", _("Draf")
    SENT = "sent", _("Terkirim")
    ACCEPTED = "accepted", _("Diterima")
    IN_PROGRESS = "in_progress", _("Diproses")
    SERVICE_GIVEN = "service_given", _("Layanan diberikan")
    COMPLETED = "completed", pgettext_lazy("rujukan", "Selesai")
    DECLINED = "declined", _("Ditolak")
    RETURNED = "returned", _("Dikembalikan")
    WITHDRAWN = "withdrawn", _("Ditarik")
    EXPIRED = "expired", _("Kedaluwarsa")


OPEN_REFERRAL = [
    ReferralState.DRAFT,
    ReferralState.SENT,
    ReferralState.ACCEPTED,
    ReferralState.IN_PROGRESS,
    ReferralState.SERVICE_GIVEN,
]


class DeclineReason(models.TextChoices):
    FULL = "full", _("Kapasitas penuh")
    OUT_OF_MANDATE = "out_of_mandate", _("Di luar mandat")
    OUT_OF_AREA = "out_of_area", _("Di luar wilayah")
    DATA_MISSING = "data_missing", _("Data kurang")
    CONFLICT_OF_INTEREST = "conflict_of_interest", _("Konflik kepentingan")
    CLIENT_REFUSES = "client_refuses", _("Klien menolak")
    OTHER = "other", _("Lainnya")


class NoteKind(models.TextChoices):
    """Moments of a referral that carry words, kept apart from its states."""

    ASK = "ask", _("Pertanyaan")
    ANSWER = "answer", _("Jawaban")
    SERVICE_REPORT = "service_report", _("Laporan layanan")
    FEEDBACK = "feedback", _("Umpan balik")
    DECLINE = "decline", _("Catatan penolakan")
    RETURN = "return", _("Alasan pengembalian")
