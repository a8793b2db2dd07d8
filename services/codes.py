"""The code lists of the field (docs/glossary.md; domain 1.2, 3.1, 3.2)."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sex(models.TextChoices):
    FEMALE = "female", _("Perempuan")
    MALE = "male", _("Laki-laki")
    OTHER = "other", _("Lainnya")
    UNDISCLOSED = "undisclosed", _("Tidak menjawab")


class AgeBand(models.TextChoices):
    UNDER_18 = "<18", _("di bawah 18")
    FROM_18 = "18-24", _("18-24")
    FROM_25 = "25-35", _("25-35")
    FROM_36 = "36-45", _("36-45")
    FROM_46 = "46+", _("46 ke atas")


AGE_LIMITS = [(18, "<18"), (25, "18-24"), (36, "25-35"), (46, "36-45")]


def age_on(day: date, born: date) -> int:
    """Whole years on that day; on her birthday she is a year older."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def age_band_of(age: int) -> str:
    """The band of an age in whole years."""
    return next((band for limit, band in AGE_LIMITS if age < limit), "46+")


class ClientType(models.TextChoices):
    PROSPECTIVE = "prospective", _("Calon PMI")
    IN_SERVICE = "in_service", _("PMI aktif")
    RETURNED = "returned", _("PMI purna")
    FAMILY = "family", _("Keluarga PMI")


class Phase(models.TextChoices):
    """UU 18/2017 art 7: protection before, during and after work abroad."""

    BEFORE = "before", _("Sebelum bekerja")
    DURING = "during", _("Selama bekerja")
    AFTER = "after", _("Setelah bekerja")


class RecordConsent(models.TextChoices):
    NAMED = "named", _("Setuju dicatat dengan nama")
    ANONYMOUS = "anonymous", _("Setuju dicatat tanpa nama")


class PhoneSafe(models.TextChoices):
    YES = "yes", _("Ya, aman dihubungi")
    NO = "no", _("Tidak aman")
    ASK = "ask", _("Hanya pada waktu tertentu")


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


class ConsentMethod(models.TextChoices):
    """UU 27/2022 art 22: written or recorded."""

    SIGNATURE = "signature", _("Tanda tangan")
    THUMBPRINT = "thumbprint", _("Cap jempol")
    VOICE = "voice", _("Rekaman suara")
    WITNESS = "witness", _("Lisan dengan saksi")


class DisclosureGroup(models.TextChoices):
    """What a client may allow to be shown, group by group. The minimum set always travels (domain 4 rule 6)."""

    IDENTITY = "identity", _("Nama, tanggal lahir, dan desa")
    CONTACT = "contact", _("Nomor telepon dan cara aman menghubungi")
    JOURNEY = "journey", _("Tahap migrasi dan negara tujuan")
    NEEDS = "needs", _("Ringkasan kebutuhan")
    ACCOUNT = "account", _("Kronologi kasus")
