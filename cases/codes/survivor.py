"""Code lists of restricted cases: GBVIMS classification, decisions on reporting, locks, break-glass (domain 4)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Violence(models.TextChoices):
    """GBVIMS classification in its order: the first that applies counts."""

    RAPE = "rape", _("Perkosaan")
    SEXUAL_ASSAULT = "sexual_assault", _("Serangan seksual")
    PHYSICAL = "physical", _("Kekerasan fisik")
    FORCED_MARRIAGE = "forced_marriage", _("Kawin paksa")
    DENIAL = "denial", _("Penelantaran atau penyangkalan sumber daya")
    PSYCHOLOGICAL = "psychological", _("Kekerasan psikis")
    NOT_GBV = "not_gbv", _("Bukan kekerasan berbasis gender")


class Simfoni(models.TextChoices):
    """The labels of SIMFONI PPA that an incident is also counted under."""

    PHYSICAL = "physical", _("Fisik")
    PSYCHIC = "psychic", _("Psikis")
    SEXUAL = "sexual", _("Seksual")
    EXPLOITATION = "exploitation", _("Eksploitasi")
    TRAFFICKING = "trafficking", _("Perdagangan orang")
    NEGLECT = "neglect", _("Penelantaran")


class Perpetrator(models.TextChoices):
    PARTNER = "partner", _("Suami atau pasangan")
    FAMILY = "family", _("Keluarga lain")
    EMPLOYER = "employer", _("Majikan atau keluarganya")
    AGENCY = "agency", _("Orang P3MI, agensi, atau sponsor")
    OFFICIAL = "official", _("Petugas atau aparat")
    ACQUAINTANCE = "acquaintance", _("Orang yang dikenal")
    STRANGER = "stranger", _("Orang tidak dikenal")
    UNTOLD = "untold", _("Tidak diceritakan")


class LimitsAnswer(models.TextChoices):
    """What she said when she had heard the limits of confidentiality; only "go on" opens the words (domain 4.2)."""

    GO_ON = "go_on", pgettext_lazy("batas kerahasiaan", "Lanjut")
    THINK = "think", _("Pikir dulu")
    GENERAL = "general", _("Bicara umum saja")


class Told(models.TextChoices):
    """An answer to a question that may be left out: leaving it out is an answer of its own (GBVIMS)."""

    YES = "yes", _("Ya")
    NO = "no", _("Tidak")
    SKIPPED = "skipped", _("Dilewati")


class Danger(models.TextChoices):
    """What makes it unsafe now (domain 4, safety plan)."""

    KNOWS_ADDRESS = "knows_address", _("Pelaku tahu alamatnya")
    THREAT = "threat", _("Ada ancaman")
    CHILDREN = "children", _("Ada anak yang ikut terancam")
    PHONE_WATCHED = "phone_watched", _("HP-nya dipantau")
    SELF_HARM = "self_harm", _("Pernah terpikir mengakhiri hidup")


class ReportChoice(models.TextChoices):
    """The recorded decision within 3x24 hours (UU 12/2022 art 41); the system itself tells nobody."""

    REPORTED = "reported", _("Dilaporkan ke polisi")
    BY_OTHERS = "by_others", _("Sudah dilaporkan pihak lain")
    NOT_APPLICABLE = "not_applicable", _("Tidak berlaku")
    POSTPONED = "postponed", _("Ditangguhkan")


class LockKind(models.TextChoices):
    ORGANISATION = "organisation", _("Lembaga")
    AGENCY = "agency", _("P3MI dan yang terkait dengannya")
    VILLAGE = "village", _("Semua petugas satu desa")
    PERSON = "person", _("Satu petugas")


class GlassState(models.TextChoices):
    ASKED = "asked", _("Menunggu persetujuan")
    OPEN = "open", pgettext_lazy("akses darurat", "Terbuka")
    REFUSED = "refused", pgettext_lazy("akses darurat", "Ditolak")
    ENDED = "ended", pgettext_lazy("akses darurat", "Berakhir")


class RequestKind(models.TextChoices):
    """What a second person of grade (b) decides about."""

    JOIN = "join", _("Bergabung dengan tim kasus")
    LIFT = "lift", _("Membuka kunci")


class RequestState(models.TextChoices):
    ASKED = "asked", _("Menunggu keputusan")
    ALLOWED = "allowed", pgettext_lazy("permintaan", "Diizinkan")
    REFUSED = "refused", pgettext_lazy("permintaan", "Ditolak")
