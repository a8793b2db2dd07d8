"""What will be done: the plan in versions, its steps, the assessments behind it, and notes (domain 3.4, 4)."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.encrypted import EncryptedJSONField, EncryptedTextField

from ..codes import AssessmentForm, PlanState, StepState
from ..querysets import ActionPlanQuerySet, ActionStepQuerySet, CaseNoteQuerySet, CasePartQuerySet
from .case import Case


@pghistory.track()
class ActionPlan(models.Model):
    """One version of the plan. An approved one is not written in again: the next version carries its open steps on."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="plans")
    number = models.PositiveSmallIntegerField(_("versi"))
    goal = EncryptedTextField(_("tujuan"))
    state = models.CharField(_("status"), max_length=10, choices=PlanState, default=PlanState.DRAFT)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField(default=timezone.now)
    submitted_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    comment = EncryptedTextField(_("catatan supervisor"), blank=True)
    alone_because = EncryptedTextField(_("mengapa tanpa orang kedua"), blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = ActionPlanQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="one_plan_a_number"),
            models.UniqueConstraint(
                fields=["case"],
                condition=~models.Q(state="replaced"),
                name="one_plan_stands",
            ),
            models.CheckConstraint(
                condition=~models.Q(written_by=models.F("decided_by"))
                | ~models.Q(alone_because=""),
                name="a_plan_is_approved_by_another",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["approved", "sent_back"])
                | models.Q(decided_at__isnull=False, decided_by__isnull=False),
                name="decided_plan_has_who_and_when",
            ),
        ]


@pghistory.track()
class ActionStep(models.Model):
    """One task of a case: what, who, until when; part of the plan, or by itself."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="steps")
    plan = models.ForeignKey(
        ActionPlan, on_delete=models.PROTECT, null=True, blank=True, related_name="steps"
    )
    text = EncryptedTextField(_("langkah"))
    who = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("siapa"),
    )
    due_on = models.DateField(_("sampai tanggal"))
    state = models.CharField(_("status"), max_length=8, choices=StepState, default=StepState.OPEN)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    result = EncryptedTextField(_("hasil"), blank=True)
    frozen_at = models.DateTimeField(
        null=True
    )  # she withdrew a consent it rests on (domain 4 rule 7)
    added_at = models.DateTimeField(default=timezone.now)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    objects = ActionStepQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "added_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="open", ended_at=None, ended_by=None)
                | ~models.Q(state="open")
                & models.Q(ended_at__isnull=False, ended_by__isnull=False),
                name="ended_step_has_who_and_when",
            )
        ]
        indexes = [
            models.Index(
                fields=["who", "due_on"],
                name="open_steps_of_a_person",
                condition=models.Q(state="open"),
            )
        ]


class Assessment(models.Model):
    """A filled form, never changed: a later one stands beside it (append-only by migration)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="assessments")
    form = models.CharField(_("formulir"), max_length=12, choices=AssessmentForm)
    form_version = models.CharField(max_length=12)
    answers = EncryptedJSONField()  # {question: code}
    result = models.CharField(max_length=12)  # a Risk or a Screening
    note = EncryptedTextField(_("catatan"), blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = CasePartQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]


class CaseNote(models.Model):
    """What somebody wrote down; a correction is a new version that stands in the place of the old one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="notes")
    text = EncryptedTextField(_("catatan"))
    thread = models.UUIDField(default=uuid.uuid4)  # the same for all versions of one note
    number = models.PositiveSmallIntegerField(default=1)  # its version
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = CaseNoteQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(fields=["thread", "number"], name="one_note_a_version")
        ]
