"""A deadline is a row: what it is about, until when, and the steps that are done on the way (decision 10)."""

import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .querysets import ClockQuerySet, StepQuerySet


@pghistory.track()
class Clock(models.Model):
    """One running deadline of one subject. Subject and client are UUIDs, so no floor is looked up to."""

    class State(models.TextChoices):
        RUNNING = "running", _("berjalan")
        PAUSED = "paused", _("dijeda")
        STOPPED = "stopped", _("selesai")

    class Outcome(models.TextChoices):
        IN_TIME = "in_time", _("tepat waktu")
        LATE = "late", _("terlambat")
        DROPPED = "dropped", _("tidak berlaku lagi")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=32)  # a code of ltsa.clocks.kinds.KINDS
    subject = models.UUIDField()
    client = models.UUIDField(null=True)
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, null=True, related_name="+"
    )
    district = models.ForeignKey(
        "areas.Area", on_delete=models.PROTECT, null=True, related_name="+"
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    # Private: nobody but the owner and the named is told of it or finds it in a list.
    private = models.BooleanField(default=False)
    named = ArrayField(models.UUIDField(), default=list)
    priority = models.CharField(max_length=12, blank=True)
    workdays = models.BooleanField(default=False)  # its time passes on working days alone
    started_at = models.DateTimeField()
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    due_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State, default=State.RUNNING)
    paused_at = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)
    stopped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = ClockQuerySet.as_manager()

    class Meta:
        ordering = ["due_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject"],
                condition=~Q(state="stopped"),
                name="one_clock_of_a_kind_ticks",
            ),
            models.CheckConstraint(
                condition=Q(state="stopped", stopped_at__isnull=False) & ~Q(outcome="")
                | ~Q(state="stopped") & Q(stopped_at=None, stopped_by=None, outcome=""),
                name="stopped_has_when_and_outcome",
            ),
            models.CheckConstraint(
                condition=Q(state="paused", paused_at__isnull=False)
                | ~Q(state="paused") & Q(paused_at=None),
                name="paused_has_when",
            ),
            models.CheckConstraint(
                condition=Q(due_at__gte=F("started_at")), name="clock_due_after_start"
            ),
        ]
        indexes = [
            models.Index(fields=["subject", "due_at"]),
            models.Index(
                fields=["organisation", "due_at"],
                name="clocks_of_a_house",
                condition=~Q(state="stopped"),
            ),
            models.Index(
                fields=["owner", "due_at"], name="clocks_of_someone", condition=~Q(state="stopped")
            ),
        ]


class ClockStep(models.Model):
    """One thing to do on the way. Done once: its effect and `done_at` are one transaction."""

    class Result(models.TextChoices):
        DONE = "done", _("dijalankan")
        SKIPPED = "skipped", _("tidak perlu lagi")

    clock = models.ForeignKey(Clock, on_delete=models.CASCADE, related_name="steps")
    name = models.CharField(max_length=32)
    at = models.DateTimeField()
    workdays = models.BooleanField(default=False)
    try_at = models.DateTimeField()  # `at`, or later after an act that failed
    attempts = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True)
    result = models.CharField(max_length=8, choices=Result, blank=True)

    objects = StepQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["clock", "name"], name="one_step_of_a_name"),
            models.CheckConstraint(
                condition=Q(done_at=None, result="") | Q(done_at__isnull=False) & ~Q(result=""),
                name="done_has_result",
            ),
        ]
        indexes = [
            models.Index(fields=["try_at"], name="steps_to_do", condition=Q(done_at__isnull=True)),
        ]
