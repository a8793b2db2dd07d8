import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.encrypted import EncryptedTextField

from ..codes import AppointmentState, Channel
from ..querysets import AppointmentQuerySet, OfficeQuerySet
from .migrant import Migrant
from .session import CounsellingSession


@pghistory.track()
class Appointment(models.Model):
    """She will be seen at that hour, in that way; reminded only where that is safe."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    migrant = models.ForeignKey(Migrant, on_delete=models.PROTECT, related_name="appointments")
    at = models.DateTimeField(_("waktu"))
    channel = models.CharField(_("cara"), max_length=16, choices=Channel)
    where = EncryptedTextField(_("tempat, tautan, atau nomor"), blank=True)
    safe_to_remind = models.BooleanField(_("aman diingatkan"), default=False)
    state = models.CharField(
        _("status"), max_length=10, choices=AppointmentState, default=AppointmentState.PLANNED
    )
    session = models.OneToOneField(
        CounsellingSession,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="appointment",
    )
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    service_point = models.ForeignKey(
        "organisations.ServicePoint", on_delete=models.PROTECT, null=True, related_name="+"
    )
    by = models.ForeignKey(  # whose calendar it stands in
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(session=None) | models.Q(state="kept"),
                name="session_of_a_kept_appointment",
            )
        ]
        indexes = [
            models.Index(
                fields=["by", "at"], name="planned_for", condition=models.Q(state="planned")
            ),
            models.Index(fields=["migrant", "-at"]),
        ]


class ContractCheck(models.Model):
    """A work contract read together with her, item by item (UU 18/2017 art 15); the contract itself is not kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    migrant = models.ForeignKey(Migrant, on_delete=models.PROTECT, related_name="contract_checks")
    answers = models.JSONField(default=dict)  # {ContractItem: ContractAnswer}
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = OfficeQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        indexes = [models.Index(fields=["migrant", "-at"])]
