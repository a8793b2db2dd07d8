"""What is asked of a house after a client took her consent back (domain 4 rule 7)."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from ..codes import DeletionWord
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

    confirmed_how = models.CharField(max_length=8, choices=DeletionWord, blank=True)
    # Of a house without an account: whose word it was, and the day on which it was said to the sender.
    confirmed_name = models.CharField(max_length=120, blank=True)
    confirmed_on = models.DateField(null=True)
    # SHA-256 of the one-use address that was mailed to such a house; "" once it was used.
    token_digest = models.CharField(max_length=64, blank=True)

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
                condition=models.Q(
                    confirmed_at=None,
                    confirmed_by=None,
                    confirmed_how="",
                    confirmed_name="",
                    confirmed_on=None,
                )
                | models.Q(
                    confirmed_at__isnull=False,
                    confirmed_by__isnull=False,
                    confirmed_how="account",
                    confirmed_name="",
                    confirmed_on=None,
                )
                | models.Q(
                    ~models.Q(confirmed_name=""),
                    confirmed_at__isnull=False,
                    confirmed_by=None,
                    confirmed_how="link",
                    confirmed_on=None,
                )
                | models.Q(
                    ~models.Q(confirmed_name=""),
                    confirmed_at__isnull=False,
                    confirmed_by__isnull=False,
                    confirmed_how__in=["phone", "letter"],
                    confirmed_on__isnull=False,
                ),
                name="deletion_confirmed_by_someone",
            ),
            models.UniqueConstraint(
                fields=["token_digest"],
                condition=~models.Q(token_digest=""),
                name="deletion_asked_by_one_address",
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
