"""A house whose people have no access for a while."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..querysets import SuspensionQuerySet
from .organisation import Organisation

ALONE = timedelta(hours=72)  # the longest that a district admin decides by herself (domain 4.1)


class Suspension(models.Model):
    """Nobody of the house signs in or reads anything between its two moments; before it begins, it waits for consent."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="suspensions"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    hours = models.PositiveSmallIntegerField(_("berapa jam"))
    reason = models.CharField(_("alasan"), max_length=300)
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    consented_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    consented_at = models.DateTimeField(null=True)
    refused_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    refused_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    lifted_at = models.DateTimeField(null=True)

    objects = SuspensionQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        indexes = [models.Index(fields=["organisation", "ends_at"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_at=None, ends_at=None) | Q(ends_at__gte=F("starts_at")),
                name="suspension_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(starts_at=None)
                | Q(consented_by__isnull=False)
                | Q(ends_at__lte=F("starts_at") + ALONE),
                name="longer_suspension_has_consent",
            ),
            models.CheckConstraint(
                condition=~Q(consented_by=F("by")), name="suspension_consented_by_another"
            ),
        ]
