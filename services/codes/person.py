"""Who somebody is (domain 3.1)."""

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


class PhoneOwner(models.TextChoices):
    """Whose phone it is: nobody speaks of her to a neighbour or an employer."""

    SELF = "self", _("Sendiri")
    FAMILY = "family", _("Keluarga")
    NEIGHBOUR = "neighbour", _("Tetangga")
    EMPLOYER = "employer", _("Majikan")
    SHARED = "shared", _("Dipakai bersama")


class ContactWay(models.TextChoices):
    CALL = "call", _("Telepon")
    MESSAGE = "message", _("Pesan WhatsApp atau SMS")
    VISIT = "visit", _("Didatangi")
    THROUGH_SOMEONE = "through_someone", _("Lewat orang yang ia percaya")


class Education(models.TextChoices):
    NONE = "none", _("Tidak sekolah")
    PRIMARY = "primary", _("SD atau sederajat")
    JUNIOR = "junior", _("SMP atau sederajat")
    SENIOR = "senior", _("SMA atau sederajat")
    HIGHER = "higher", _("Diploma atau sarjana")


class MaritalStatus(models.TextChoices):
    SINGLE = "single", _("Belum kawin")
    MARRIED = "married", _("Kawin")
    DIVORCED = "divorced", _("Cerai hidup")
    WIDOWED = "widowed", _("Cerai mati")


class HeardFrom(models.TextChoices):
    FRIEND = "friend", _("Keluarga atau teman")
    VILLAGE = "village", _("Kader atau perangkat desa")
    MEETING = "meeting", _("Penyuluhan")
    UNION = "union", _("Serikat")
    OFFICE = "office", _("Dinas atau kantor lain")
    MEDIA = "media", _("Media sosial atau berita")
    OTHER = "other", _("Lainnya")


class Relation(models.TextChoices):
    """UU 18/2017 art 1: husband, wife, children and parents are the family; others come too."""

    SPOUSE = "spouse", _("Suami atau istri")
    PARENT = "parent", _("Orang tua")
    CHILD = "child", _("Anak")
    SIBLING = "sibling", _("Saudara kandung")
    OTHER = "other", _("Keluarga lain")


class Difficulty(models.IntegerChoices):
    """The four answers of the Washington Group short set; 3 and 4 count as a disability."""

    NONE = 1, _("Tidak ada kesulitan")
    SOME = 2, _("Sedikit kesulitan")
    MUCH = 3, _("Banyak kesulitan")
    UNABLE = 4, _("Tidak bisa sama sekali")


class Ability(models.TextChoices):
    """The six questions of the Washington Group short set on functioning."""

    SEEING = "seeing", _("Melihat, walau memakai kacamata")
    HEARING = "hearing", _("Mendengar, walau memakai alat bantu dengar")
    WALKING = "walking", _("Berjalan atau naik tangga")
    REMEMBERING = "remembering", _("Mengingat atau memusatkan pikiran")
    SELF_CARE = "self_care", _("Merawat diri, seperti mandi atau berpakaian")
    COMMUNICATING = "communicating", _("Berkomunikasi, memahami atau dipahami")
