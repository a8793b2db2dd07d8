"""Code lists of plans, tasks, assessments and notes (domain 3.4, 4)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PlanState(models.TextChoices):
    DRAFT = "draft", _("Disusun")
    SUBMITTED = "submitted", _("Menunggu persetujuan")
    APPROVED = "approved", _("Disetujui")
    SENT_BACK = "sent_back", _("Perlu diperbaiki")
    REPLACED = "replaced", _("Diganti versi baru")


class StepState(models.TextChoices):
    OPEN = "open", _("Belum dikerjakan")
    DONE = "done", pgettext_lazy("tugas", "Selesai")
    DROPPED = "dropped", _("Tidak jadi")
    CARRIED = "carried", _("Dilanjutkan di versi baru")


class AssessmentForm(models.TextChoices):
    NEEDS_RISK = "needs_risk", _("Kebutuhan dan risiko")
    TRAFFICKING = "trafficking", _("Penapisan TPPO")
