"""Consent as a record (UU 27/2022 art 20-24), and the grants that let others in."""

import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.encrypted import EncryptedJSONField, EncryptedTextField

from ..codes import TICK, ConsentMethod, Decision, DisclosureGroup, GivenBy, Purpose
from ..querysets import AccessGrantQuerySet, ConsentQuerySet
from .migrant import Migrant


@pghistory.track()
class Consent(models.Model):
    """She allows these data groups to go to this recipient, until a day or until she says stop."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    migrant = models.ForeignKey(Migrant, on_delete=models.PROTECT, related_name="consents")
    purpose = models.CharField(
        _("tujuan"), max_length=10, choices=Purpose, default=Purpose.REFERRAL
    )
    decision = models.CharField(
        _("jawaban"), max_length=8, choices=Decision, default=Decision.GIVEN
    )
    recipient = models.ForeignKey(  # empty when it stays in this house
        "organisations.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    groups = ArrayField(models.CharField(max_length=12, choices=DisclosureGroup), default=list)
    method = models.CharField(
        _("cara persetujuan"), max_length=12, choices=[*ConsentMethod.choices, TICK]
    )
    text_version = models.CharField(max_length=20)
    given_at = models.DateTimeField(default=timezone.now)
    expires_on = models.DateField(_("berlaku sampai"))
    language = models.CharField(_("bahasa yang dibacakan"), max_length=40, blank=True)
    given_by = models.CharField(
        _("diberikan oleh"), max_length=10, choices=GivenBy, default=GivenBy.SELF
    )
    guardian = EncryptedTextField(_("nama orang tua atau wali"), blank=True)
    witness = EncryptedTextField(_("nama saksi"), blank=True)
    # Whose name alone would tell what happened to her: of a restricted case (domain 4 rule 1). Set by cases.
    restricted = models.BooleanField(default=False, editable=False)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
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
            ),
            models.CheckConstraint(
                condition=~models.Q(purpose="referral") | models.Q(recipient__isnull=False),
                name="referral_consent_has_recipient",
            ),
            models.CheckConstraint(
                condition=~models.Q(purpose="referral", decision="given")
                | ~models.Q(method="tick"),
                name="a_tick_is_not_enough_to_share",
            ),
            models.CheckConstraint(
                condition=~models.Q(given_by="guardian") | ~models.Q(guardian=""),
                name="guardian_has_a_name",
            ),
        ]

    @property
    def is_valid(self) -> bool:
        given = self.decision == Decision.GIVEN and self.withdrawn_at is None
        return given and self.expires_on >= timezone.localdate()


class ConsentText(models.Model):
    """The words that were read out, kept in every version that somebody agreed to; never changed (migration)."""

    purpose = models.CharField(max_length=10, choices=Purpose)
    version = models.CharField(max_length=20)
    text = models.TextField()  # what stands on paper
    script = models.TextField()  # what is said aloud
    since = models.DateField()

    class Meta:
        ordering = ["purpose", "-since"]
        constraints = [
            models.UniqueConstraint(fields=["purpose", "version"], name="one_text_a_version")
        ]


class ConsentProof(models.Model):
    """The photo of a thumbprint or a signature, or her recorded voice: encrypted, read through the door alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consent = models.OneToOneField(Consent, on_delete=models.PROTECT, related_name="proof")
    content = EncryptedTextField()  # base64
    media_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()  # bytes
    digest = models.CharField(max_length=64)  # SHA-256


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
    # A lock alone (deny) is against a village's people, or against whoever is tied to an agency.
    village = models.ForeignKey("areas.Area", on_delete=models.PROTECT, null=True, related_name="+")
    agency = models.ForeignKey(
        "organisations.Agency", on_delete=models.PROTECT, null=True, related_name="+"
    )
    reason = models.CharField(max_length=12, choices=Reason)
    groups = ArrayField(models.CharField(max_length=12, choices=DisclosureGroup), default=list)
    subject = models.UUIDField()  # the referral or case that it comes from
    # Of a referral: {group: {field: value}} as it was shared last; later edits travel only when shared again.
    shared = EncryptedJSONField(null=True)
    since = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True)
    deny = models.BooleanField(default=False)

    objects = AccessGrantQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(organisation=None, user__isnull=False, village=None, agency=None)
                | models.Q(organisation__isnull=False, user=None, village=None, agency=None)
                | models.Q(organisation=None, user=None, village__isnull=False, agency=None)
                | models.Q(organisation=None, user=None, village=None, agency__isnull=False),
                name="grant_to_one",
            ),
            models.CheckConstraint(
                condition=models.Q(village=None, agency=None) | models.Q(deny=True),
                name="villages_and_agencies_are_only_shut_out",
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "migrant"]),
            models.Index(fields=["user", "migrant"]),
            models.Index(fields=["subject"]),
            models.Index(fields=["migrant"], name="shut_out", condition=models.Q(deny=True)),
        ]
