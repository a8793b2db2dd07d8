import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ltsa.encrypted import EncryptedTextField
from services.codes import Phase, PhoneSafe

from ..codes import (
    CaseState,
    ClosingReason,
    MediationBar,
    Outcome,
    Priority,
    ReportedBy,
    Risk,
    Screening,
)
from ..querysets import (
    CaseClosingQuerySet,
    CaseMemberQuerySet,
    CaseQuerySet,
    CaseTypeQuerySet,
)


class CaseType(models.Model):
    """A type of complaint (domain 3.3); a district may add its own."""

    code = models.CharField(_("kode"), primary_key=True, max_length=12)
    label_id = models.CharField(_("nama jenis"), max_length=120)
    label_en = models.CharField(_("nama dalam bahasa Inggris"), max_length=120)
    phases = models.CharField(max_length=24)  # comma-separated Phase codes
    priority = models.CharField(_("prioritas awal"), max_length=10, choices=Priority)
    sensitive = models.BooleanField(_("peka (otomatis kasus terbatas)"), default=False)
    mediation_bar = models.CharField(max_length=12, choices=MediationBar, blank=True)
    district = models.ForeignKey(
        "areas.Area", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_on = models.DateField(_("tidak dipakai sejak"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = CaseTypeQuerySet.as_manager()

    class Meta:
        ordering = ["code"]

    def __str__(self):
        return self.label_en if get_language() == "en" else self.label_id


@pghistory.track()
class Case(models.Model):
    """A complaint or need that is followed until it ends (domain 3.4)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(_("nomor kasus"), max_length=32, unique=True, editable=False)
    migrant = models.ForeignKey(
        "services.Migrant", on_delete=models.PROTECT, related_name="cases", verbose_name=_("klien")
    )
    phase = models.CharField(max_length=8, choices=Phase)
    primary_type = models.ForeignKey(
        CaseType, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("jenis utama")
    )
    secondary_types = models.ManyToManyField(CaseType, blank=True, related_name="+")
    account = EncryptedTextField(_("kronologi"), blank=True)
    agency = models.ForeignKey(  # the complaint is about it; counted there once verified and not restricted
        "organisations.Agency",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("P3MI yang diadukan"),
    )
    reported_by = models.CharField(_("pelapor"), max_length=10, choices=ReportedBy)
    # Who complains when it is not the client herself; without one nothing is verified.
    complainant = EncryptedTextField(_("nama pelapor"), blank=True)
    complainant_relation = EncryptedTextField(_("hubungan dengan klien"), blank=True)
    complainant_phone = EncryptedTextField(_("nomor HP pelapor"), blank=True)
    complainant_phone_safe = models.CharField(
        _("aman dihubungi?"), max_length=4, choices=PhoneSafe, blank=True
    )
    power_of_attorney = models.BooleanField(_("ada surat kuasa"), default=False)
    happened_on = models.DateField(_("tanggal kejadian"), null=True, blank=True)
    happened_in = models.CharField(_("negara kejadian"), max_length=60, blank=True)
    priority = models.CharField(
        _("prioritas"), max_length=10, choices=Priority, default=Priority.NORMAL
    )
    restricted = models.BooleanField(_("terbatas"), default=False)
    limits_explained_at = models.DateTimeField(null=True)
    risk = models.CharField(_("risiko"), max_length=8, choices=Risk, blank=True)
    risk_on = models.DateField(_("risiko dinilai pada"), null=True, blank=True)
    threat = models.BooleanField(_("ancaman masih berlangsung"), default=False)
    trafficking = models.CharField(
        _("penapisan TPPO"), max_length=8, choices=Screening, default=Screening.NOT_DONE
    )
    state = models.CharField(_("status"), max_length=20, choices=CaseState, default=CaseState.NEW)
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    service_point = models.ForeignKey(
        "organisations.ServicePoint", on_delete=models.PROTECT, null=True, related_name="+"
    )
    district = models.ForeignKey("areas.Area", on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    opened_at = models.DateTimeField(default=timezone.now)
    handed_over_at = models.DateTimeField(null=True)
    hand_over_consent = models.ForeignKey(  # what lets the house that has it now see her
        "services.Consent", on_delete=models.PROTECT, null=True, related_name="+"
    )
    next_action_on = models.DateField(_("langkah berikut pada"), null=True, blank=True)
    state_since = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True)  # last time that somebody took it on
    # What the one who works on it asks the second person for: resolving it, or a legal reason to close it.
    closing_asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    closing_asked = models.CharField(max_length=20, choices=ClosingReason, blank=True)
    outcomes = ArrayField(
        models.CharField(max_length=10, choices=Outcome), default=list, blank=True
    )
    closing_reason = models.CharField(max_length=20, choices=ClosingReason, blank=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="closed", closed_at__isnull=False, closed_by__isnull=False)
                & ~models.Q(closing_reason="")
                | ~models.Q(state="closed")
                & models.Q(closed_at=None, closed_by=None, closing_reason=""),
                name="closed_with_when_who_why",
            ),
            models.CheckConstraint(
                condition=models.Q(restricted=True) | models.Q(primary_type__isnull=False),
                name="ordinary_case_has_type",
            ),
            models.CheckConstraint(
                condition=models.Q(restricted=True) | ~models.Q(account=""),
                name="ordinary_case_has_account",
            ),
            models.CheckConstraint(
                condition=models.Q(risk="", risk_on=None)
                | ~models.Q(risk="") & models.Q(risk_on__isnull=False),
                name="risk_with_its_date",
            ),
            models.CheckConstraint(
                condition=~models.Q(trafficking__in=["partial", "strong"])
                | models.Q(restricted=True),
                name="indication_of_trafficking_is_restricted",
            ),
        ]
        indexes = [
            models.Index(fields=["district", "restricted", "-opened_at"]),
            models.Index(fields=["organisation", "-opened_at", "-id"]),
            models.Index(fields=["migrant"]),
            models.Index(
                fields=["owner"],
                name="open_cases_of_a_worker",
                condition=~models.Q(state__in=["resolved", "closed"]),
            ),
        ]

    def __str__(self):
        return self.code


class CaseClosing(models.Model):
    """One closing of a case; it stays when the case is opened again (domain 3.4)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="closings")
    reason = models.CharField(max_length=20, choices=ClosingReason)
    outcomes = ArrayField(models.CharField(max_length=10, choices=Outcome))
    note = EncryptedTextField(_("catatan penutupan"), blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    closed_at = models.DateTimeField(default=timezone.now)
    alone_because = EncryptedTextField(_("mengapa tanpa orang kedua"), blank=True)
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    reopened_at = models.DateTimeField(null=True)
    reopened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = CaseClosingQuerySet.as_manager()

    class Meta:
        ordering = ["-closed_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcomes__len__gt=0), name="closed_with_an_outcome"
            ),
            models.CheckConstraint(
                condition=~models.Q(asked_by=models.F("closed_by")) | ~models.Q(alone_because=""),
                name="nobody_approves_herself_in_silence",
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(reopened_at=None),
                name="one_closing_stands",
            ),
        ]


class CaseMember(models.Model):
    """One named person of a case's team; for a restricted case nobody else sees it (domain 4 rule 1)."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = CaseMemberQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "user"],
                condition=models.Q(until__isnull=True),
                name="on_the_team_once",
            )
        ]
        indexes = [models.Index(fields=["user", "case"])]
