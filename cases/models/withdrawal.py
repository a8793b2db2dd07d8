"""What is asked of a house after a client took her consent back (domain 4 rule 7)."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from ..querysets import DeletionRequestQuerySet
from .case import Case
from .referral import Referral


class DeletionRequest(models.Model):
    """Asked of the recipient of a referral or of a handed-over case: delete what you wrote down, and say so."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consent = models.ForeignKey("services.Consent", on_delete=models.PROTECT, related_name="+")
    referral = models.ForeignKey(
        Referral, on_delete=models.PROTECT, null=True, related_name="deletion_requests"
    )
    case = models.ForeignKey(
        Case, on_delete=models.PROTECT, null=True, related_name="deletion_requests"
    )
    organisation = models.ForeignKey(  # that had it
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    sender = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = DeletionRequestQuerySet.as_manager()

    class Meta:
        ordering = ["due_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(referral=None, case__isnull=False)
                | models.Q(referral__isnull=False, case=None),
                name="deletion_of_a_referral_or_a_case",
            ),
            models.CheckConstraint(
                condition=models.Q(confirmed_at=None, confirmed_by=None)
                | models.Q(confirmed_at__isnull=False, confirmed_by__isnull=False),
                name="deletion_confirmed_by_someone",
            ),
            models.UniqueConstraint(
                fields=["consent", "referral", "case", "organisation"],
                nulls_distinct=False,
                name="deletion_asked_once",
            ),
        ]

    @property
    def code(self) -> str:
        return self.referral.code if self.referral else self.case.code if self.case else ""
