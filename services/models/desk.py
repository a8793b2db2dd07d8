"""The queue at the desks, and the documents that the law asks of a prospective migrant."""

import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..codes import DocumentCode, DocumentFlag, DocumentState, VisitState
from ..querysets import DocumentQuerySet, VisitQuerySet
from .migrant import Migrant


@pghistory.track()
class DeskVisit(models.Model):
    """One person at one desk: came, was called, was done. Without a name until one is needed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    on = models.DateField(_("tanggal"))
    number = models.PositiveSmallIntegerField(_("nomor antrean"))
    standard = models.ForeignKey(
        "organisations.ServiceStandard", on_delete=models.PROTECT, related_name="+"
    )
    service_point = models.ForeignKey(  # the desk
        "organisations.ServicePoint", on_delete=models.PROTECT, related_name="+"
    )
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    district = models.ForeignKey("areas.Area", on_delete=models.PROTECT, related_name="+")
    migrant = models.ForeignKey(
        Migrant, on_delete=models.PROTECT, null=True, blank=True, related_name="visits"
    )
    state = models.CharField(max_length=8, choices=VisitState, default=VisitState.WAITING)
    priority = models.BooleanField(_("didahulukan"), default=False)
    came_at = models.DateTimeField(default=timezone.now)
    called_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    # Against the standard that stood on that day; a later one does not rewrite it. Empty until it is done.
    in_time = models.BooleanField(null=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    served_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    objects = VisitQuerySet.as_manager()

    class Meta:
        ordering = ["on", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "on", "number"], name="one_number_a_day"
            ),
            models.CheckConstraint(
                condition=models.Q(called_at=None) | models.Q(called_at__gte=models.F("came_at")),
                name="called_after_coming",
            ),
            models.CheckConstraint(
                condition=models.Q(state="done", called_at__isnull=False, done_at__isnull=False)
                | ~models.Q(state="done"),
                name="done_after_being_called",
            ),
        ]
        indexes = [
            models.Index(fields=["district", "on"]),
            models.Index(fields=["migrant", "-came_at"]),
        ]


@pghistory.track()
class DocumentCheck(models.Model):
    """The state of one document of UU 18/2017 art 13, as last seen; the paper itself is not kept."""

    migrant = models.ForeignKey(Migrant, on_delete=models.PROTECT, related_name="documents")
    code = models.CharField(_("dokumen"), max_length=12, choices=DocumentCode)
    state = models.CharField(_("keadaan"), max_length=14, choices=DocumentState)
    flags = ArrayField(
        models.CharField(max_length=16, choices=DocumentFlag), default=list, blank=True
    )
    valid_until = models.DateField(_("berlaku sampai"), null=True, blank=True)
    checked_on = models.DateField()
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["migrant", "code"], name="one_state_a_document")
        ]
