"""How a conversation went (domain 3.2)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Mode(models.TextChoices):
    INDIVIDUAL = "individual", _("Perorangan")
    GROUP = "group", _("Kelompok")


class Channel(models.TextChoices):
    FACE_TO_FACE = "face_to_face", _("Tatap muka")
    PHONE = "phone", _("Telepon")
    CHAT = "chat", _("WhatsApp / pesan")
    VIDEO = "video", _("Panggilan video")
    HOME_VISIT = "home_visit", _("Kunjungan rumah")
    VILLAGE_POST = "village_post", _("Posko desa")


class SessionKind(models.TextChoices):
    INFORMATION = "information", _("Informasi")
    SAFE_MIGRATION = "safe_migration", _("Migrasi aman")
    EMPLOYMENT = "employment", _("Pekerjaan")
    PSYCHOSOCIAL = "psychosocial", _("Psikososial")
    LEGAL = "legal", _("Hukum")
    REINTEGRATION = "reintegration", _("Reintegrasi")
    SRHR = "srhr", _("Kesehatan reproduksi")


class Outcome(models.TextChoices):
    ENOUGH = "enough", _("Cukup")
    FOLLOW_UP = "follow_up", _("Perlu tindak lanjut")
    OPEN_CASE = "open_case", _("Buka kasus")
    REFER = "refer", _("Rujuk")


class Topic(models.TextChoices):
    """The eleven topics of information that PP 59/2021 art 4(4) mandates."""

    RIGHTS = "rights", _("Hak dan kewajiban")
    VACANCIES = "vacancies", _("Lowongan, jenis pekerjaan, pemberi kerja, dan kondisi kerja")
    SOCIAL_SECURITY = "social_security", _("Jaminan sosial dan klaim")
    SAFE_PROCEDURE = "safe_procedure", _("Tata cara migrasi aman")
    COSTS = "costs", _("Biaya penempatan")
    VULNERABILITY = "vulnerability", _("Kerentanan: perdagangan orang, narkotika, kesehatan")
    DESTINATION_LAW = "destination_law", _("Hukum dan budaya negara tujuan")
    CONTRACTS = "contracts", _("Perjanjian penempatan dan perjanjian kerja")
    AGENCIES = "agencies", _("Daftar P3MI dan mitra usaha")
    COUNTRIES = "countries", _("Negara tujuan dan negara terlarang")
    COMPLAINTS = "complaints", _("Cara mengadu")


class Entry(models.TextChoices):
    """How a row came here: at the desk, from an earlier day's paper book, or with a whole Excel book."""

    LIVE = "live", _("Dicatat langsung")
    PAPER = "paper", _("Disalin dari buku")
    IMPORT = "import", _("Diimpor dari Excel")


class IdentityCheck(models.TextChoices):
    """How one knew who was at the other end of a phone or video call."""

    KNOWN_VOICE = "known_voice", _("Suara atau wajah sudah dikenal")
    CODE_WORD = "code_word", _("Kata sandi yang disepakati")
    CALLED_BACK = "called_back", _("Ditelepon balik ke nomor yang tercatat")
    QUESTIONS = "questions", _("Menjawab pertanyaan yang hanya ia tahu")
    NOT_CHECKED = "not_checked", _("Belum dipastikan")


class VoidReason(models.TextChoices):
    """Why a logged conversation does not count; the row stays, with who said so and when."""

    DOUBLE = "double", _("Tercatat dua kali")
    WRONG_PERSON = "wrong_person", _("Tercatat pada orang yang salah")
    NOT_HELD = "not_held", _("Konseling tidak jadi")
    OTHER = "other", _("Lainnya")


class AppointmentState(models.TextChoices):
    PLANNED = "planned", _("Dijanjikan")
    KEPT = "kept", _("Terlaksana")
    MISSED = "missed", _("Tidak datang")
    CANCELLED = "cancelled", _("Dibatalkan")


class ContractItem(models.TextChoices):
    """What a work contract must at least contain (UU 18/2017 art 15)."""

    EMPLOYER = "employer", _("Nama dan alamat pemberi kerja")
    WORKER = "worker", _("Nama dan alamat pekerja")
    JOB = "job", _("Jabatan atau jenis pekerjaan")
    RIGHTS = "rights", _("Hak dan kewajiban kedua pihak")
    HOURS = "hours", _("Jam kerja dan waktu istirahat")
    WAGE = "wage", _("Upah dan cara pembayarannya")
    LEAVE = "leave", _("Hari libur dan cuti")
    INSURANCE = "insurance", _("Jaminan sosial atau asuransi")
    TERM = "term", _("Jangka waktu perjanjian")
    SAFETY = "safety", _("Jaminan keamanan dan keselamatan kerja")


class ContractAnswer(models.TextChoices):
    YES = "yes", _("Ada")
    NO = "no", _("Tidak ada")
    UNCLEAR = "unclear", _("Tidak jelas")


class ExitScore(models.IntegerChoices):
    """The one question at the door, answered without a name."""

    VERY_BAD = 1, _("Tidak membantu")
    BAD = 2, _("Kurang membantu")
    GOOD = 3, _("Membantu")
    VERY_GOOD = 4, _("Sangat membantu")
