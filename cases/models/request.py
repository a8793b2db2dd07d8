"""What one person asks and another, as second person of grade (b), decides: who is let near a case (domain 4.1)."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.encrypted import EncryptedTextField

from ..codes import RequestKind, RequestState
from ..querysets import AccessRequestQuerySet
from .case import Case
from .survivor import ConflictLock


class AccessRequest(models.Model):
    """Somebody shall join the team of a restricted case by another's hand, or a lock shall be lifted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=8, choices=RequestKind)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="access_requests")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    lock = models.ForeignKey(
        ConflictLock, on_delete=models.PROTECT, null=True, related_name="requests"
    )
    reason = EncryptedTextField(_("alasan"), blank=True)
    state = models.CharField(
        _("status"), max_length=8, choices=RequestState, default=RequestState.ASKED
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)

    objects = AccessRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="join", person__isnull=False, lock=None)
                | Q(kind="lift", person=None, lock__isnull=False),
                name="request_is_about_one",
            ),
            models.CheckConstraint(
                condition=~Q(asked_by=F("decided_by")) & ~Q(person=F("decided_by")),
                name="request_is_decided_by_another",
            ),
            models.CheckConstraint(
                condition=Q(state="asked", decided_by=None, decided_at=None)
                | ~Q(state="asked") & Q(decided_by__isnull=False, decided_at__isnull=False),
                name="decided_request_has_who_and_when",
            ),
            models.UniqueConstraint(
                fields=["case", "person"],
                condition=Q(state="asked", kind="join"),
                name="asked_once_to_join",
            ),
            models.UniqueConstraint(
                fields=["lock"],
                condition=Q(state="asked", kind="lift"),
                name="asked_once_to_lift",
            ),
        ]
