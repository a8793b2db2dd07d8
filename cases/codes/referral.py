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
# Which of them open what the client allowed to the recipient (domain 4 rule 6).
OPEN_TO_RECIPIENT = [
    ReferralState.ACCEPTED,
    ReferralState.IN_PROGRESS,
    ReferralState.SERVICE_GIVEN,
    ReferralState.COMPLETED,
]


class DeclineReason(models.TextChoices):
    FULL = "full", _("Kapasitas penuh")
    OUT_OF_MANDATE = "out_of_mandate", _("Di luar mandat")
    OUT_OF_AREA = "out_of_area", _("Di luar wilayah")
    DATA_MISSING = "data_missing", _("Data kurang")
    CONFLICT_OF_INTEREST = "conflict_of_interest", _("Konflik kepentingan")
    CLIENT_REFUSES = "client_refuses", _("Klien menolak")
    UNREACHABLE = "unreachable", _("Klien tidak dapat dihubungi")
    OTHER = "other", _("Lainnya")


class NoteKind(models.TextChoices):
    """Moments of a referral that carry words, kept apart from its states."""

    ASK = "ask", _("Pertanyaan")
    ANSWER = "answer", _("Jawaban")
    SERVICE_REPORT = "service_report", _("Laporan layanan")
    FEEDBACK = "feedback", _("Umpan balik")
    DECLINE = "decline", _("Catatan penolakan")
    RETURN = "return", _("Alasan pengembalian")


class ReferralKind(models.TextChoices):
    REFERRAL = "referral", _("Rujukan layanan")
    # The case itself goes to the office of another district, and is worked on there.
    TRANSFER = "transfer", _("Pindah ke kabupaten lain")


# What a house has to prepare, known before it answers (domain 4 rule 6), and how she gets there: fields of a referral.
TO_PREPARE = ("language", "access", "with_child", "escort")
ASKED_BESIDE = (*TO_PREPARE, "delivery")


class Delivery(models.TextChoices):
    """How she and her papers get there (domain 5)."""

    PORTAL = "portal", _("Lewat portal saja")
    PHONE = "phone", _("Ditelepon lebih dulu")
    BROUGHT = "brought", _("Diantar petugas")
    LETTER = "letter", _("Membawa surat rujukan")


class OverrideReason(models.TextChoices):
    """When a referral may go without her consent (domain 4 rule 5; UU 27/2022 art 20(2))."""

    LIFE_IN_DANGER = "life_in_danger", _("Nyawa terancam")
    COURT_ORDER = "court_order", _("Perintah pengadilan atau undang-undang")
    CHILD = "child", _("Melindungi anak")


class CallResult(models.TextChoices):
    """An emergency is told by phone first (domain 5: warm hand-over)."""

    REACHED = "reached", _("Tersambung dan sudah disampaikan")
    NO_ANSWER = "no_answer", _("Tidak diangkat")


class Helped(models.TextChoices):
    """What the client says about a referral, afterwards."""

    YES = "yes", _("Ya, terbantu")
    PARTLY = "partly", _("Sebagian")
    NO = "no", _("Tidak")


class AskedHow(models.TextChoices):
    FACE_TO_FACE = "face_to_face", _("Tatap muka")
    PHONE = "phone", _("Telepon")
    CHAT = "chat", _("Pesan")


class Seen(models.TextChoices):
    """What was done with the link of a partner without an account."""

    MADE = "made", _("Tautan dibuat")
    ASKED = "asked", _("Halaman PIN dibuka")
    WRONG_PIN = "wrong_pin", _("PIN salah")
    OPENED = "opened", _("PIN benar, rujukan dibuka")
    READ = "read", _("Rujukan dibaca")
    ACTED = "acted", _("Dijawab")
    ENDED = "ended", _("Tautan dimatikan")


class LinkWay(models.TextChoices):
    MAIL = "mail", _("Dikirim lewat surel")
    PRINT = "print", _("Dicetak dengan kode QR")


class HeardBy(models.TextChoices):
    """How the answer of a house without accounts came to the sender."""

    PHONE = "phone", _("Telepon")
    LETTER = "letter", _("Surat")
    IN_PERSON = "in_person", _("Langsung")


class DeletionWord(models.TextChoices):
    """How a house said that it deleted what it had."""

    ACCOUNT = "account", _("di portal")
    LINK = "link", _("lewat tautan")
    PHONE = "phone", _("lewat telepon")
    LETTER = "letter", _("lewat surat")


class LinkEnd(models.TextChoices):
    """Why a link is dead."""

    ANSWERED = "answered", _("Sudah dipakai")
    EXPIRED = "expired", _("Lewat waktu")
    WRONG_PIN = "wrong_pin", _("PIN salah terlalu sering")
    REVOKED = "revoked", _("Dimatikan pengirim")
    WITHDRAWN = "withdrawn", _("Rujukan atau persetujuan ditarik")
