import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.encrypted import EncryptedTextField

from ..codes import AgeBand, Channel, Mode, Outcome, Phase, SessionKind, Sex, Topic
from ..querysets import SessionQuerySet
from .migrant import Migrant


@pghistory.track()
class CounsellingSession(models.Model):
    """One conversation with one person, or one meeting with a group (domain 3.2)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(_("nomor"), max_length=24, unique=True, editable=False)
    mode = models.CharField(_("bentuk"), max_length=12, choices=Mode)
    channel = models.CharField(_("cara"), max_length=16, choices=Channel)
    kind = models.CharField(_("jenis konseling"), max_length=16, choices=SessionKind)
    topics = ArrayField(
        models.CharField(max_length=20, choices=Topic),
        default=list,
        blank=True,
        verbose_name=_("topik"),
    )
    started_at = models.DateTimeField(_("waktu"))
    minutes = models.PositiveSmallIntegerField(_("lama (menit)"), null=True, blank=True)
    outcome = models.CharField(_("hasil"), max_length=12, choices=Outcome)
    summary = EncryptedTextField(_("ringkasan"), blank=True)
    follow_up_on = models.DateField(_("tindak lanjut pada"), null=True, blank=True)
    migrant = models.ForeignKey(
        Migrant, on_delete=models.PROTECT, null=True, blank=True, related_name="sessions"
    )
    phase = models.CharField(max_length=8, choices=Phase, blank=True)  # the client's, on that day
    title = models.CharField(_("judul kegiatan"), max_length=120, blank=True)
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    service_point = models.ForeignKey(
        "organisations.ServicePoint",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        verbose_name=_("titik layanan"),
    )
    district = models.ForeignKey("areas.Area", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)

    objects = SessionQuerySet.as_manager()

    class Meta:
        ordering = ["-started_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(mode="group", migrant=None)
                | models.Q(mode="individual", migrant__isnull=False),
                name="individual_has_migrant",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="psychosocial") | models.Q(summary=""),
                name="no_narrative_for_psychosocial",
            ),
            models.CheckConstraint(
                condition=~models.Q(outcome="follow_up") | models.Q(follow_up_on__isnull=False),
                name="follow_up_has_date",
            ),
        ]
        indexes = [
            models.Index(fields=["district", "started_at"]),
            models.Index(fields=["organisation", "-started_at", "-id"]),
            models.Index(fields=["migrant", "-started_at"]),
            models.Index(
                fields=["by", "follow_up_on"],
                name="follow_ups",
                condition=models.Q(follow_up_on__isnull=False),
            ),
        ]

    def __str__(self):
        return self.code


class AttendanceCount(models.Model):
    """One cell of a group session's matrix: how many people of a sex, phase and age band came."""

    session = models.ForeignKey(CounsellingSession, on_delete=models.CASCADE, related_name="counts")
    sex = models.CharField(max_length=12, choices=Sex)
    phase = models.CharField(max_length=8, choices=Phase)
    age_band = models.CharField(max_length=6, choices=AgeBand)
    count = models.PositiveSmallIntegerField()
    disability = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "sex", "phase", "age_band"], name="one_cell_a_group"
            ),
            models.CheckConstraint(
                condition=models.Q(count__gt=0, disability__lte=models.F("count")),
                name="disability_within_count",
            ),
        ]


class Attendance(models.Model):
    """A named participant of a group session."""

    session = models.ForeignKey(
        CounsellingSession, on_delete=models.CASCADE, related_name="attendances"
    )
    migrant = models.ForeignKey(Migrant, on_delete=models.PROTECT, related_name="attendances")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "migrant"], name="attends_once")]
