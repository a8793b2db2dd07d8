"""A migration: where to, in which work, by which way (domain 7)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sector(models.TextChoices):
    DOMESTIC = "domestic", _("Pekerja rumah tangga")
    CARE = "care", _("Perawat lansia atau anak")
    FACTORY = "factory", _("Pabrik")
    PLANTATION = "plantation", _("Perkebunan")
    CONSTRUCTION = "construction", _("Konstruksi")
    FISHERY = "fishery", _("Anak buah kapal atau perikanan")
    HOSPITALITY = "hospitality", _("Hotel dan rumah makan")
    SPA = "spa", _("Spa")
    HEALTH = "health", _("Tenaga kesehatan")
    INTERNSHIP = "internship", _("Magang")
    OTHER = "other", _("Lainnya")


class Scheme(models.TextChoices):
    """The way of placement. "Nonprosedural" stays with those who serve her: villagers fear to be treated as criminals."""

    G_TO_G = "g_to_g", _("Antarpemerintah (G to G)")
    P_TO_P = "p_to_p", _("Lewat P3MI (P to P)")
    UKPS = "ukps", _("Untuk kepentingan perusahaan sendiri (UKPS)")
    INDEPENDENT = "independent", _("Perseorangan")
    NON_PROCEDURAL = "non_procedural", _("Nonprosedural")
    UNKNOWN = "unknown", _("Tidak tahu")


COUNTRIES = [
    "Taiwan", "Hong Kong", "Malaysia", "Singapura", "Jepang", "Korea Selatan", "Arab Saudi", "Brunei",
    "Uni Emirat Arab", "Oman", "Qatar", "Kuwait", "Yordania", "Turki", "Italia", "Irak", "Suriah", "Kamboja",
    "Myanmar",
]  # fmt: skip
