"""What only restricted cases have: the act, the safety plan, the decision on reporting, locks and break-glass (domain 4)."""

import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.encrypted import EncryptedJSONField, EncryptedTextField

from ..codes import (
    GlassState,
    LockKind,
    Perpetrator,
    ReportChoice,
    Simfoni,
    Violence,
)
from ..querysets import (
    BreakGlassQuerySet,
    CasePartQuerySet,
    ReportDecisionQuerySet,
    RestrictedPartQuerySet,
)
from .case import Case


@pghistory.track()
class Incident(models.Model):
    """One act; the case is the person over time (GBVIMS). She may leave any question unanswered."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="incidents")
    number = models.PositiveSmallIntegerField()
    reported_on = models.DateField(_("diceritakan pada"))
    happened_on = models.DateField(_("terjadi pada"), null=True, blank=True)
    happened_in = models.CharField(_("negara kejadian"), max_length=60, blank=True)
    told_by_survivor = models.BooleanField(_("diceritakan penyintas sendiri"), null=True)
    child = models.BooleanField(_("korban anak"), null=True)
    # {question: yes | no | skipped}; the classification follows from them, in the order of GBVIMS.
    answers = EncryptedJSONField()
    violence = models.CharField(_("klasifikasi"), max_length=16, choices=Violence, blank=True)
    simfoni = ArrayField(models.CharField(max_length=12, choices=Simfoni), default=list, blank=True)
    perpetrator = models.CharField(_("pelaku"), max_length=12, choices=Perpetrator, blank=True)
    account = EncryptedTextField(_("kejadian"), blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = RestrictedPartQuerySet.as_manager()

    class Meta:
        ordering = ["-reported_on", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="one_incident_a_number"),
            models.CheckConstraint(
                condition=models.Q(happened_on=None)
                | models.Q(happened_on__lte=models.F("reported_on")),
                name="incident_told_after_it_happened",
            ),
        ]


class SafetyPlan(models.Model):
    """One version of the safety plan; the newest counts, none is changed. Never printed by default."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="safety_plans")
    number = models.PositiveSmallIntegerField(_("versi"))
    answers = EncryptedJSONField()  # {field of the form: text or code}
    review_on = models.DateField(_("ditinjau lagi pada"))
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = RestrictedPartQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="one_safety_plan_a_number")
        ]


class ReportDecision(models.Model):
    """What was decided about a police report within 3x24 hours (UU 12/2022 art 41). Nobody is told by the system."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="report_decisions")
    choice = models.CharField(_("keputusan"), max_length=16, choices=ReportChoice)
    # Of a report: the day, the unit and its number; of the others: why.
    reported_on = models.DateField(_("dilaporkan pada"), null=True, blank=True)
    unit = EncryptedTextField(_("unit kepolisian"), blank=True)
    number = EncryptedTextField(_("nomor LP"), blank=True)
    reason = EncryptedTextField(_("alasan"), blank=True)
    supervisor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = ReportDecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(choice="reported") | models.Q(reported_on__isnull=False),
                name="report_has_its_day",
            ),
            models.CheckConstraint(
                condition=~models.Q(choice__in=["not_applicable", "postponed"])
                | ~models.Q(reason=""),
                name="no_report_has_a_reason",
            ),
            models.CheckConstraint(
                condition=~models.Q(choice="postponed") | models.Q(supervisor__isnull=False),
                name="postponed_with_a_supervisor",
            ),
        ]


class ConflictLock(models.Model):
    """Who must not come near this client: it becomes a deny grant, which wins over every door (rule 11)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="locks")
    kind = models.CharField(_("yang dikunci"), max_length=12, choices=LockKind)
    organisation = models.ForeignKey(
        "organisations.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    agency = models.ForeignKey(
        "organisations.Agency", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    village = models.ForeignKey(
        "areas.Area", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = EncryptedTextField(_("alasan"))
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    lift_reason = EncryptedTextField(_("alasan dibuka"), blank=True)

    objects = CasePartQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    kind="organisation",
                    organisation__isnull=False,
                    agency=None,
                    village=None,
                    user=None,
                )
                | models.Q(
                    kind="agency",
                    agency__isnull=False,
                    organisation=None,
                    village=None,
                    user=None,
                )
                | models.Q(
                    kind="village",
                    village__isnull=False,
                    organisation=None,
                    agency=None,
                    user=None,
                )
                | models.Q(
                    kind="person",
                    user__isnull=False,
                    organisation=None,
                    agency=None,
                    village=None,
                ),
                name="a_lock_shuts_out_one",
            )
        ]


class BreakGlass(models.Model):
    """Reading one case for one hour in an emergency: asked with a reason, allowed by a second person, told to its owner.

    `code` is what was typed: whether such a case exists is told to nobody who may not know (domain 4 rule 3).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(_("nomor kasus"), max_length=32)
    case = models.ForeignKey(
        Case, on_delete=models.PROTECT, null=True, related_name="break_glasses"
    )
    reason = EncryptedTextField(_("alasan"))
    state = models.CharField(
        _("status"), max_length=8, choices=GlassState, default=GlassState.ASKED
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)
    decision_note = EncryptedTextField(_("catatan"), blank=True)
    opens_until = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects = BreakGlassQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(asked_by=models.F("decided_by")),
                name="nobody_opens_it_for_herself",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="open")
                | models.Q(
                    case__isnull=False,
                    decided_by__isnull=False,
                    decided_at__isnull=False,
                    opens_until__isnull=False,
                ),
                name="open_glass_has_an_end",
            ),
        ]
