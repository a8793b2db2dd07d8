"""Code lists of cases (docs/glossary.md; domain 3.3-3.4; states of the contract)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Priority(models.TextChoices):
    NORMAL = "normal", _("Biasa")
    URGENT = "urgent", _("Mendesak")
    EMERGENCY = "emergency", _("Darurat")


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


class Outcome(models.TextChoices):
    """What the work brought her; told at every closing (domain 3.4), one or more."""

    MONEY = "money", _("Uang diperoleh")
    DOCUMENTS = "documents", _("Dokumen kembali")
    HOME = "home", _("Pulang dengan selamat")
    CLAIM = "claim", _("Kompensasi atau klaim cair")
    RECOVERY = "recovery", _("Layanan pemulihan diterima")
    INFORMED = "informed", _("Memahami hak dan pilihan")
    NONE = "none", _("Belum ada hasil")


class Risk(models.TextChoices):
    LOW = "low", _("Rendah")
    MEDIUM = "medium", pgettext_lazy("risiko", "Sedang")
    HIGH = "high", _("Tinggi")


class Screening(models.TextChoices):
    """What the nine questions on trafficking found (UU 21/2007 art 1; domain 1.6)."""

    NOT_DONE = "not_done", _("Belum dinilai")
    NO = "no", _("Tidak ada indikasi")
    PARTIAL = "partial", _("Indikasi sebagian")
    STRONG = "strong", _("Indikasi kuat")


# What makes a case restricted at once.
INDICATION = (Screening.PARTIAL, Screening.STRONG)


class MediationBar(models.TextChoices):
    """Why the law leaves no room for a settlement."""

    SEXUAL_VIOLENCE = "sexual", _("kekerasan seksual (UU 12/2022 pasal 23)")
    TRAFFICKING = "trafficking", _("perdagangan orang (UU 21/2007)")
