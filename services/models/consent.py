"""Consent as a record (UU 27/2022 art 20-24), and the grants that let others in."""

import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..codes import ConsentMethod, DisclosureGroup
from ..querysets import AccessGrantQuerySet, ConsentQuerySet
from .migrant import Migrant


@pghistory.track()
class Consent(models.Model):
    """She allows these data groups to go to this recipient, until a day or until she says stop."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    migrant = models.ForeignKey(Migrant, on_delete=models.PROTECT, related_name="consents")
    recipient = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    groups = ArrayField(models.CharField(max_length=12, choices=DisclosureGroup), default=list)
    method = models.CharField(_("cara persetujuan"), max_length=12, choices=ConsentMethod)
    text_version = models.CharField(max_length=20)
    given_at = models.DateTimeField(default=timezone.now)
    expires_on = models.DateField(_("berlaku sampai"))
    withdrawn_at = models.DateTimeField(null=True)
    organisation = models.ForeignKey(  # whose officer asked her
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["-given_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(withdrawn_at__isnull=True)
                | models.Q(withdrawn_at__gte=models.F("given_at")),
                name="withdrawn_after_given",
            )
        ]

    @property
    def is_valid(self) -> bool:
        return self.withdrawn_at is None and self.expires_on >= timezone.localdate()


class AccessGrant(models.Model):
    """Lets an organisation or one person see a client they did not register; only cases/actions writes it.

    `deny` shuts out instead (conflict of interest) and always wins.
    """

    class Reason(models.TextChoices):
        REFERRAL = "referral", _("rujukan diterima")
        TEAM = "team", _("tim kasus")
        CONFLICT = "conflict", _("konflik kepentingan")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    migrant = models.ForeignKey(Migrant, on_delete=models.PROTECT, related_name="grants")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, null=True, related_name="+"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    reason = models.CharField(max_length=12, choices=Reason)
    groups = ArrayField(models.CharField(max_length=12, choices=DisclosureGroup), default=list)
    subject = models.UUIDField()  # the referral or case that it comes from
    since = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True)
    deny = models.BooleanField(default=False)

    objects = AccessGrantQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(organisation=None, user__isnull=False)
                | models.Q(organisation__isnull=False, user=None),
                name="grant_to_one",
            )
        ]
        indexes = [
            models.Index(fields=["organisation", "migrant"]),
            models.Index(fields=["user", "migrant"]),
            models.Index(fields=["subject"]),
        ]
