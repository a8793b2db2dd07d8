"""Code lists of the directory (docs/glossary.md)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    GOVERNMENT = "government", _("Pemerintah")
    UNION = "union", _("Serikat pekerja")
    WOMENS_ORGANISATION = "womens_organisation", _("Organisasi perempuan")
    VILLAGE = "village", _("Desa")
    OTHER = "other", _("Lainnya")


class ServiceCode(models.TextChoices):
    """What a partner can be asked for (domain 5; UPTD PPA list of Perpres 55/2024 art 5)."""

    PSYCHOSOCIAL = "psychosocial", _("Dukungan psikososial")
    HEALTH = "health", _("Kesehatan")
    FORENSIC = "forensic", _("Visum")
    SHELTER = "shelter", _("Rumah perlindungan")
    LEGAL = "legal", _("Bantuan hukum")
    POLICE = "police", _("Pendampingan ke polisi")
    RETURN = "return", _("Pemulangan")
    CIVIL_REGISTRY = "civil_registry", _("Administrasi kependudukan")
    SOCIAL_SECURITY = "social_security", _("Jaminan sosial")
    LIVELIHOOD = "livelihood", _("Ekonomi dan reintegrasi")
    UNION = "union", _("Serikat dan pendampingan kasus kerja")
    CHILD = "child", _("Layanan anak")
    MEDIATION = "mediation", _("Mediasi")
    INFORMATION = "information", _("Informasi dan konseling")


class Language(models.TextChoices):
    """ISO 639: what a client can be spoken with."""

    INDONESIAN = "id", _("Indonesia")
    JAVANESE = "jv", _("Jawa")
    SUNDANESE = "su", _("Sunda")
    LAMPUNG = "ljp", _("Lampung")
    ENGLISH = "en", _("Inggris")
    MANDARIN = "zh", _("Mandarin")
    CANTONESE = "yue", _("Kanton")
    ARABIC = "ar", _("Arab")
    MALAY = "ms", _("Melayu")
    SIGN = "inl", _("Bahasa isyarat Indonesia")


class DisabilityAccess(models.TextChoices):
    """What makes a service reachable with a disability (UU 8/2016 art 18, 19)."""

    RAMP = "ramp", _("Masuk tanpa tangga")
    TOILET = "toilet", _("Toilet kursi roda")
    SIGN_LANGUAGE = "sign_language", _("Juru bahasa isyarat")
    EASY_READ = "easy_read", _("Bacaan mudah dan huruf besar")
    HOME_VISIT = "home_visit", _("Petugas dapat datang ke rumah")
    COMPANION = "companion", _("Pendamping boleh ikut")
