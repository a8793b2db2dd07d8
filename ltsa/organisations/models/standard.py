import uuid

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..querysets import StandardQuerySet
from .organisation import ServicePoint


@pghistory.track()
class ServiceStandard(models.Model):
    """What a desk promises for one of its services (UU 25/2009; Permenpan 15/2014): how long, what for, at what cost."""

    class Unit(models.TextChoices):
        MINUTES = "minutes", _("menit")
        WORKING_DAYS = "working_days", _("hari kerja")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    desk = models.ForeignKey(
        ServicePoint,
        on_delete=models.PROTECT,
        related_name="standards",
        verbose_name=_("loket"),
    )
    name = models.CharField(_("layanan"), max_length=120)
    limit = models.PositiveSmallIntegerField(_("selesai dalam"))
    unit = models.CharField(_("satuan"), max_length=12, choices=Unit, default=Unit.MINUTES)
    cost = models.CharField(_("biaya"), max_length=80, blank=True)
    requirements = models.TextField(_("syarat"), blank=True)
    product = models.CharField(_("hasil"), max_length=120, blank=True)
    starts_on = models.DateField(_("berlaku sejak"))
    ends_on = models.DateField(_("berlaku sampai"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = StandardQuerySet.as_manager()

    class Meta:
        ordering = ["desk__name", "name"]
        constraints = [
            models.CheckConstraint(condition=models.Q(limit__gt=0), name="standard_takes_time"),
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("starts_on")),
                name="standard_ends_after_start",
            ),
        ]

    def __str__(self):
        return self.name
