"""Joining a union or an association; always a choice (domain 3.6)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MembershipState(models.TextChoices):
    OFFERED = "offered", _("Ditawarkan")
    INTERESTED = "interested", _("Berminat")
    REGISTERED = "registered", _("Didaftarkan")
    MEMBER = "member", _("Anggota aktif")
    LEFT = "left", _("Keluar")
    DECLINED = "declined", _("Tidak berminat")


class MembershipLevel(models.TextChoices):
    VILLAGE = "village", _("Desa")
    SUBDISTRICT = "subdistrict", _("Kecamatan")
    DISTRICT = "district", _("Kabupaten")
    NATIONAL = "national", _("Nasional")
