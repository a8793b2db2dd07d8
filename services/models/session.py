import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.encrypted import EncryptedTextField

from ..codes import (
    AgeBand,
    Channel,
    Entry,
    ExitScore,
    IdentityCheck,
    Mode,
    Outcome,
    Phase,
    SessionKind,
    Sex,
    Topic,
)
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
    # Somebody who wants no record at all: counted in one cell of AttendanceCount, nobody stands here.
    unrecorded = models.BooleanField(default=False)
    # Conversations of one visit: two people of one family who came together.
    visit = models.UUIDField(null=True, editable=False)
    entry = models.CharField(max_length=8, choices=Entry, default=Entry.LIVE)
    paper_number = models.CharField(_("nomor di buku"), max_length=40, blank=True)
    identity_check = models.CharField(
        _("identitas dipastikan dengan"), max_length=12, choices=IdentityCheck, blank=True
    )
    consent_read = models.BooleanField(_("persetujuan sudah dibacakan"), null=True)
    course = models.ForeignKey(
        "services.PsychosocialCourse",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="sessions",
    )
    voided_at = models.DateTimeField(null=True, editable=False)
    voided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    void_reason = models.CharField(_("alasan dibatalkan"), max_length=200, blank=True)
    place = models.CharField(_("tempat"), max_length=120, blank=True)
    facilitator = models.CharField(_("fasilitator lain"), max_length=120, blank=True)
    quiz_of = models.PositiveSmallIntegerField(_("nilai tertinggi kuis"), null=True, blank=True)
    quiz_before = models.DecimalField(
        _("rata-rata kuis awal"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    quiz_after = models.DecimalField(
        _("rata-rata kuis akhir"), max_digits=5, decimal_places=2, null=True, blank=True
    )
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
                condition=models.Q(mode="group", migrant=None, unrecorded=False)
                | models.Q(mode="individual", migrant__isnull=False, unrecorded=False)
                | models.Q(mode="individual", migrant=None, unrecorded=True),
                name="individual_has_migrant_or_none_recorded",
            ),
            models.CheckConstraint(
                condition=models.Q(voided_at=None, voided_by=None, void_reason="")
                | models.Q(voided_at__isnull=False, voided_by__isnull=False)
                & ~models.Q(void_reason=""),
                name="voided_with_who_and_why",
            ),
            models.CheckConstraint(
                condition=models.Q(course=None) | models.Q(kind="psychosocial"),
                name="course_is_psychosocial",
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
    """A named participant of a group session: a client who is known here, or a name on the list."""

    session = models.ForeignKey(
        CounsellingSession, on_delete=models.CASCADE, related_name="attendances"
    )
    migrant = models.ForeignKey(
        Migrant, on_delete=models.PROTECT, null=True, related_name="attendances"
    )
    name = EncryptedTextField(_("nama"), blank=True)
    phone = EncryptedTextField(_("nomor HP"), blank=True)
    sex = models.CharField(max_length=12, choices=Sex, blank=True)
    phase = models.CharField(max_length=8, choices=Phase, blank=True)
    age_band = models.CharField(max_length=6, choices=AgeBand, blank=True)
    village = models.ForeignKey("areas.Area", on_delete=models.PROTECT, null=True, related_name="+")
    disability = models.BooleanField(default=False)
    wants_follow_up = models.BooleanField(_("ingin dihubungi"), default=False)
    followed_up_at = models.DateTimeField(null=True)
    quiz_before = models.PositiveSmallIntegerField(null=True, blank=True)
    quiz_after = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "migrant"], name="attends_once"),
            models.CheckConstraint(
                condition=models.Q(migrant__isnull=False)
                | ~models.Q(name="")
                & ~models.Q(sex="")
                & ~models.Q(phase="")
                & ~models.Q(age_band=""),
                name="known_or_named",
            ),
        ]
        indexes = [
            models.Index(
                fields=["session"],
                name="leads",
                condition=models.Q(wants_follow_up=True, followed_up_at=None),
            )
        ]


class ExitAnswer(models.Model):
    """One answer at the door, with a place and a day: nothing leads back to a person, a conversation or an hour."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    service_point = models.ForeignKey(
        "organisations.ServicePoint", on_delete=models.PROTECT, null=True, related_name="+"
    )
    district = models.ForeignKey("areas.Area", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    score = models.PositiveSmallIntegerField(choices=ExitScore)

    class Meta:
        indexes = [models.Index(fields=["district", "on"])]
