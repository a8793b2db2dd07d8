"""What goes with a referral: each version of what was shared, single files, and what the client says afterwards."""

import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.encrypted import EncryptedJSONField
from ltsa.uploads import ENDINGS
from services.codes import DisclosureGroup

from ..codes import AskedHow, Helped
from ..querysets import ReferralFileQuerySet, ThroughReferralQuerySet
from .file import CaseFile
from .referral import Referral


class ReferralShare(models.Model):
    """One version of what the recipient was given; only ever added (migration)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="shares")
    number = models.PositiveSmallIntegerField()  # 1 is what was sent first
    groups = ArrayField(models.CharField(max_length=12, choices=DisclosureGroup), default=list)
    snapshot = EncryptedJSONField()  # {group: {field: value}}
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = ThroughReferralQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["referral", "number"], name="one_share_a_number")
        ]


class ReferralFile(models.Model):
    """A single file of the case that travels with a referral, opened to the recipient after accepting."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="attachments")
    file = models.ForeignKey(CaseFile, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = ReferralFileQuerySet.as_manager()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(fields=["referral", "file"], name="one_file_goes_once")
        ]

    @property
    def name(self) -> str:
        """As it is handed out: the referral's code and a number, never the code of the sender's case."""
        return f"{self.referral.code}-{self.file.number}.{ENDINGS[self.file.media_type]}"


@pghistory.track()
class ClientFeedback(models.Model):
    """Whether she got help, in her own judgement; asked by the sender, no words of the talk (features 29)."""

    referral = models.OneToOneField(
        Referral, on_delete=models.PROTECT, primary_key=True, related_name="client_feedback"
    )
    helped = models.CharField(_("apakah terbantu"), max_length=8, choices=Helped)
    score = models.PositiveSmallIntegerField(_("kepuasan"), null=True, blank=True)  # 1 to 5
    how = models.CharField(_("ditanya lewat"), max_length=12, choices=AskedHow)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = ThroughReferralQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(score=None) | models.Q(score__gte=1, score__lte=5),
                name="score_of_one_to_five",
            )
        ]
