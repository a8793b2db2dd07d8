import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.encrypted import EncryptedJSONField, EncryptedTextField
from ltsa.organisations.models import DisabilityAccess, Language, ServiceCode
from services.codes import DisclosureGroup

from ..codes import (
    OPEN_REFERRAL,
    CallResult,
    DeclineReason,
    Delivery,
    NoteKind,
    OverrideReason,
    Priority,
    ReferralKind,
    ReferralState,
)
from ..querysets import ReferralNoteQuerySet, ReferralQuerySet
from .case import Case


@pghistory.track()
class Referral(models.Model):
    """One organisation asks another to serve a client, with her consent; stored once, seen from both sides."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(_("nomor rujukan"), max_length=20, unique=True, editable=False)
    kind = models.CharField(max_length=8, choices=ReferralKind, default=ReferralKind.REFERRAL)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="referrals")
    sender = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    to = models.ForeignKey(
        "organisations.Organisation",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("lembaga tujuan"),
    )
    district = models.ForeignKey("areas.Area", on_delete=models.PROTECT, related_name="+")
    services = ArrayField(
        models.CharField(max_length=24, choices=ServiceCode), verbose_name=_("layanan diminta")
    )
    priority = models.CharField(_("prioritas"), max_length=10, choices=Priority)
    needs = EncryptedTextField(_("ringkasan kebutuhan"))
    # What a house has to know before it can say yes: of her request, not of her record (domain 4 rule 6).
    language = models.CharField(_("bahasa"), max_length=3, choices=Language, blank=True)
    access = ArrayField(
        models.CharField(max_length=16, choices=DisabilityAccess),
        default=list,
        blank=True,
        verbose_name=_("kemudahan yang ia perlukan"),
    )
    with_child = models.BooleanField(_("anaknya ikut"), default=False)
    escort = models.BooleanField(_("perlu didampingi ke sana"), default=False)
    delivery = models.CharField(
        _("cara antar"), max_length=8, choices=Delivery, default=Delivery.PORTAL
    )
    disclose = ArrayField(
        models.CharField(max_length=12, choices=DisclosureGroup),
        default=list,
        verbose_name=_("data yang dibagikan"),
    )
    consent = models.ForeignKey(
        "services.Consent", on_delete=models.PROTECT, null=True, related_name="referrals"
    )
    # The second way to send, instead of a consent: who said so and why (rule 5).
    override = models.CharField(max_length=16, choices=OverrideReason, blank=True)
    override_reason = EncryptedTextField(blank=True)
    override_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    snapshot = EncryptedJSONField(null=True)  # {group: {field: value}}, as it was shared last
    # Whose case it was when it was sent; later owners change nothing here.
    owner_at_sending = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    team_at_sending = ArrayField(models.UUIDField(), default=list)
    restricted = models.BooleanField(
        default=False
    )  # of a restricted case: no list but the two sides'
    state = models.CharField(
        _("status"), max_length=16, choices=ReferralState, default=ReferralState.DRAFT
    )
    created_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    # An emergency is told by phone first.
    called_at = models.DateTimeField(null=True)
    called_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    call_result = models.CharField(max_length=10, choices=CallResult, blank=True)
    first_opened_at = models.DateTimeField(null=True)
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    claimed_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    # The name that somebody without an account typed when she answered through a link.
    answered_outside = models.CharField(max_length=120, blank=True)
    decline_reason = models.CharField(max_length=24, choices=DeclineReason, blank=True)
    suggested = models.ForeignKey(  # by whoever declined
        "organisations.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lembaga yang disarankan"),
    )
    contact = models.CharField(_("petugas yang dihubungi"), max_length=120, blank=True)
    appointment_at = models.DateTimeField(_("janji pertama"), null=True, blank=True)
    ended_at = models.DateTimeField(null=True)
    previous = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="next_referrals"
    )
    version = models.PositiveIntegerField(default=1)

    objects = ReferralQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "to"],
                condition=models.Q(state__in=OPEN_REFERRAL),
                name="one_open_referral",
            ),
            models.CheckConstraint(
                condition=models.Q(state="draft")
                | models.Q(
                    state="withdrawn", sent_at=None, ended_at__isnull=False
                )  # a discarded draft
                | models.Q(sent_at__isnull=False, due_at__isnull=False, consent__isnull=False)
                | models.Q(sent_at__isnull=False, due_at__isnull=False) & ~models.Q(override=""),
                name="sent_with_consent",
            ),
            models.CheckConstraint(
                condition=models.Q(override="", override_reason="", override_by=None)
                | ~models.Q(override="")
                & ~models.Q(override_reason="")
                & models.Q(override_by__isnull=False),
                name="override_with_who_and_why",
            ),
            models.CheckConstraint(
                condition=models.Q(answered_at=None, answered_by=None, answered_outside="")
                | models.Q(answered_at__isnull=False, answered_by__isnull=False)
                | models.Q(answered_at__isnull=False) & ~models.Q(answered_outside=""),
                name="answered_by_someone",
            ),
            models.CheckConstraint(
                condition=models.Q(called_at=None, called_by=None, call_result="")
                | models.Q(called_at__isnull=False, called_by__isnull=False)
                & ~models.Q(call_result=""),
                name="called_with_who_and_result",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="declined") | ~models.Q(decline_reason=""),
                name="declined_with_reason",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["in_progress", "service_given", "completed"])
                | ~models.Q(contact=""),
                name="started_with_contact",
            ),
            models.CheckConstraint(
                condition=~models.Q(sender=models.F("to")), name="not_to_oneself"
            ),
        ]
        indexes = [
            models.Index(fields=["to", "-created_at", "-id"]),
            models.Index(fields=["sender", "-created_at", "-id"]),
            models.Index(fields=["district", "sent_at"]),
            # The inbox: what waits for an answer, what is due first on top.
            models.Index(
                fields=["to", "due_at", "id"],
                name="referral_inbox",
                condition=models.Q(state="sent"),
            ),
            # The same, of what a house sent and waits for.
            models.Index(
                fields=["sender", "due_at", "id"],
                name="referral_awaited",
                condition=models.Q(state="sent"),
            ),
            models.Index(
                fields=["due_at"], name="referral_unanswered", condition=models.Q(state="sent")
            ),
        ]

    def __str__(self):
        return self.code


class ReferralNote(models.Model):
    """Words that one side wrote to the other: a question, an answer, a report of service; never therapy notes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="notes")
    kind = models.CharField(max_length=16, choices=NoteKind)
    text = EncryptedTextField()
    service = models.CharField(max_length=24, choices=ServiceCode, blank=True)
    given_on = models.DateField(null=True, blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    outside = models.CharField(max_length=120, blank=True)  # a name typed behind a link

    objects = ReferralNoteQuerySet.as_manager()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(by__isnull=False) | ~models.Q(outside=""),
                name="note_by_someone",
            )
        ]
