import uuid

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..querysets import AgencyQuerySet


@pghistory.track()
class Agency(models.Model):
    """Who sends or employs workers: a P3MI with its licence, a training centre, an employer (domain 7).

    The state's register is KP2MI's; this one says what was looked up there, and when.
    """

    class Kind(models.TextChoices):
        P3MI = "p3mi", _("P3MI")
        TRAINING = "training", _("LPK (lembaga pelatihan kerja)")
        PARTNER = "partner", _("Mitra usaha atau agensi di luar negeri")
        EMPLOYER = "employer", _("Pemberi kerja")

    class Status(models.TextChoices):
        ACTIVE = "active", _("Izin berlaku")
        REVOKED = "revoked", _("Izin dicabut")
        UNKNOWN = "unknown", _("Belum diketahui")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("jenis"), max_length=8, choices=Kind)
    name = models.CharField(_("nama perusahaan"), max_length=160)
    search_name = models.CharField(max_length=200, editable=False)
    licence = models.CharField(_("nomor SIP3MI"), max_length=60, blank=True)
    status = models.CharField(
        _("status izin"), max_length=8, choices=Status, default=Status.UNKNOWN
    )
    branch = models.CharField(_("cabang"), max_length=120, blank=True)
    address = models.TextField(_("alamat"), blank=True)
    phone = models.CharField(_("telepon"), max_length=40, blank=True)
    country = models.CharField(_("negara"), max_length=60, blank=True)
    source = models.CharField(_("sumber"), max_length=120, blank=True)
    checked_on = models.DateField(_("terakhir diperiksa"), null=True, blank=True)
    # Verified complaints that are not restricted; counted by cases/actions, for nobody else to add up.
    complaints = models.PositiveIntegerField(default=0, editable=False)
    version = models.PositiveIntegerField(default=1)

    objects = AgencyQuerySet.as_manager()

    class Meta:
        ordering = ["name", "branch"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "search_name", "branch"], name="one_agency_a_branch"
            ),
            models.UniqueConstraint(
                fields=["licence", "branch"],
                condition=~models.Q(licence=""),
                name="one_licence_a_branch",
            ),
        ]

    def __str__(self):
        return f"{self.name} ({self.branch})" if self.branch else self.name
