import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.encrypted import EncryptedTextField

from ..codes import Scheme, Sector
from ..querysets import JourneyQuerySet
from .migrant import Migrant


@pghistory.track()
class Journey(models.Model):
    """One migration: planned until she left, abroad until she came back. A woman who goes again gets a new row."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    migrant = models.ForeignKey(Migrant, on_delete=models.PROTECT, related_name="journeys")
    destination = models.CharField(_("negara tujuan"), max_length=60)
    sector = models.CharField(_("pekerjaan"), max_length=12, choices=Sector, blank=True)
    scheme = models.CharField(_("jalur"), max_length=16, choices=Scheme, blank=True)
    agency = models.ForeignKey(
        "organisations.Agency",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("P3MI"),
    )
    employer = EncryptedTextField(_("pemberi kerja"), blank=True)
    sponsor = EncryptedTextField(_("sponsor atau perantara"), blank=True)
    planned_for = models.DateField(_("rencana berangkat"), null=True, blank=True)
    left_on = models.DateField(_("berangkat"), null=True, blank=True)
    returned_on = models.DateField(_("pulang"), null=True, blank=True)
    cancelled = models.BooleanField(_("tidak jadi berangkat"), default=False)
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)

    objects = JourneyQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(returned_on=None)
                | models.Q(left_on=None)
                | models.Q(returned_on__gte=models.F("left_on")),
                name="returned_after_leaving",
            ),
            models.CheckConstraint(
                condition=models.Q(cancelled=False) | models.Q(left_on=None, returned_on=None),
                name="cancelled_before_leaving",
            ),
        ]
        indexes = [models.Index(fields=["migrant", "-created_at"])]

    @property
    def phase(self) -> str:
        """UU 18/2017 art 7: before, during or after."""
        if self.returned_on:
            return "after"
        return "during" if self.left_on else "before"
