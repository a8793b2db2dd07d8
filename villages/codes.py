from django.db import models
from django.utils.translation import gettext_lazy as _


class Relation(models.TextChoices):
    SELF = "self", _("Diri sendiri")
    PARENT = "parent", _("Orang tua")
    SPOUSE = "spouse", _("Suami atau istri")
    CHILD = "child", _("Anak")
    SIBLING = "sibling", _("Saudara")
    OTHER = "other", _("Lainnya")


class RequestState(models.TextChoices):
    RECEIVED = "received", _("Diterima")
    HANDLED = "handled", _("Sedang ditangani")
    DONE = "done", _("Selesai")
