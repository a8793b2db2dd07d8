"""What a client allows, and how she said so (UU 27/2022 art 20-24)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ConsentMethod(models.TextChoices):
    """UU 27/2022 art 22: written or recorded."""

    SIGNATURE = "signature", _("Tanda tangan")
    THUMBPRINT = "thumbprint", _("Cap jempol")
    VOICE = "voice", _("Rekaman suara")
    WITNESS = "witness", _("Lisan dengan saksi")


# Enough for our own book (a public task, UU 27/2022 art 20), never for a partner.
TICK = ("tick", _("Lisan, dicentang petugas"))


class DisclosureGroup(models.TextChoices):
    """What a client may allow to be shown, group by group. The minimum set always travels (domain 4 rule 6)."""

    IDENTITY = "identity", _("Nama, tanggal lahir, dan desa")
    CONTACT = "contact", _("Nomor telepon dan cara aman menghubungi")
    JOURNEY = "journey", _("Tahap migrasi dan negara tujuan")
    NEEDS = "needs", _("Ringkasan kebutuhan")
    ACCOUNT = "account", _("Kronologi kasus")


class Purpose(models.TextChoices):
    """What a consent is for; one row a purpose and recipient."""

    RECORD = "record", _("Dicatat dengan nama")
    REFERRAL = "referral", _("Data dikirim ke lembaga lain")
    STATISTICS = "statistics", _("Dihitung dalam angka tanpa nama")
    CONTACT = "contact", _("Dihubungi dengan cara yang dicatat")
    FOLLOW_UP = "follow_up", _("Ditanya lagi kabarnya nanti")
    STORY = "story", _("Kisah tanpa nama dalam laporan")


class Decision(models.TextChoices):
    GIVEN = "given", _("Ya")
    REFUSED = "refused", _("Tidak")
    LATER = "later", _("Nanti")


class GivenBy(models.TextChoices):
    SELF = "self", _("Klien sendiri")
    GUARDIAN = "guardian", _("Orang tua atau wali")
    EXCEPTION = "exception", _("Tanpa wali: wali diduga pelaku")


class SaidBy(models.TextChoices):
    """How she took it back: any way will do (domain 4)."""

    IN_PERSON = "in_person", _("Datang sendiri")
    PHONE = "phone", _("Lewat telepon")
    MESSAGE = "message", _("Lewat pesan atau surat")
    THROUGH_SOMEONE = "through_someone", _("Lewat orang yang ia percaya")
