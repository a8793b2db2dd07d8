"""Code lists of cases and referrals (docs/glossary.md; domain 3.3-3.4, 5; states of the contract)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Priority(models.TextChoices):
    NORMAL = "normal", _("Biasa")
    URGENT = "urgent", _("Mendesak")
    EMERGENCY = "emergency", _("Darurat")


# Hours to the first answer to a referral (domain 4.3, IASC inter-agency form).
ANSWER_HOURS = {Priority.NORMAL: 14 * 24, Priority.URGENT: 72, Priority.EMERGENCY: 24}


class ReportedBy(models.TextChoices):
    SELF = "self", _("Diri sendiri")
    FAMILY = "family", _("Keluarga")
    VOLUNTEER = "volunteer", _("Kader desa")
    UNION = "union", _("Serikat")
    AGENCY = "agency", _("Instansi")


class CaseState(models.TextChoices):
    NEW = "new", _("Baru")
    VERIFYING = "verifying", _("Diverifikasi")
    IN_PROGRESS = "in_progress", _("Ditangani")
    WAITING_FOR_CLIENT = "waiting_for_client", _("Menunggu klien")
    MONITORING = "monitoring", _("Dipantau")
    RESOLVED = "resolved", pgettext_lazy("kasus", "Selesai")
    CLOSED = "closed", _("Ditutup")
    REOPENED = "reopened", _("Dibuka kembali")


class ClosingReason(models.TextChoices):
    """Perban BP2MI 6/2024 art 30 and domain 3.4."""

    SOLVED = "solved", _("Tuntas")
    PARTLY_SOLVED = "partly_solved", _("Tuntas sebagian")
    SETTLED = "settled", _("Kesepakatan dilaksanakan")
    REFERRED = "referred", _("Dirujuk dan diterima")
    HANDED_TO_AGENCY = "handed_to_agency", _("Dilimpahkan ke instansi berwenang")
    CLIENT_WITHDREW = "client_withdrew", _("Klien mencabut")
    UNREACHABLE_60 = "unreachable_60", _("Klien tidak dapat dihubungi 60 hari")
    DOCUMENTS_30 = "documents_30", _("Data tidak lengkap 30 hari")
    UNSOLVABLE_6M = "unsolvable_6m", _("Tidak dapat diselesaikan 6 bulan")
    OUT_OF_AREA = "out_of_area", _("Di luar wilayah")
    DUPLICATE = "duplicate", _("Duplikat")


# Reasons that allow closing without a solution, straight from verification or waiting.
LEGAL_REASONS = frozenset(
    {
        ClosingReason.HANDED_TO_AGENCY,
        ClosingReason.CLIENT_WITHDREW,
        ClosingReason.UNREACHABLE_60,
        ClosingReason.DOCUMENTS_30,
        ClosingReason.UNSOLVABLE_6M,
        ClosingReason.OUT_OF_AREA,
        ClosingReason.DUPLICATE,
    }
)


# A complaint counts against an agency once this was done to it: somebody looked into it and took it on.
VERIFIED_BY = "case.start"


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
