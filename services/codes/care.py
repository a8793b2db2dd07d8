"""Psychosocial care in codes: no story is written down (domain 3.2)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CareGoal(models.TextChoices):
    CALM = "calm", _("Lebih tenang dan bisa tidur")
    SAFETY = "safety", _("Merasa aman")
    GRIEF = "grief", _("Melewati kehilangan")
    FAMILY = "family", _("Hubungan dengan keluarga membaik")
    RETURN = "return", _("Menyesuaikan diri setelah pulang")
    DECISION = "decision", _("Mengambil keputusan sendiri")
    SUPPORT = "support", _("Punya tempat bercerita")
    WORK = "work", _("Kembali bekerja atau berkegiatan")


class Wellbeing(models.IntegerChoices):
    VERY_BAD = 1, _("1 - sangat berat")
    BAD = 2, _("2 - berat")
    MIDDLING = 3, _("3 - sedang")
    GOOD = 4, _("4 - baik")
    VERY_GOOD = 5, _("5 - sangat baik")


class CareEnd(models.TextChoices):
    GOALS_MET = "goals_met", _("Tujuan tercapai")
    CLIENT_ENDED = "client_ended", _("Klien ingin berhenti")
    HANDED_ON = "handed_on", _("Dilanjutkan lembaga lain")
    MOVED = "moved", _("Klien pindah atau berangkat")
    UNREACHABLE = "unreachable", _("Tidak dapat dihubungi")
