"""Who works here, where, as what, from when until when. The posting decides everything a person may do."""

import uuid
from datetime import timedelta

import pghistory
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from ltsa.access import Permission

from ..permissions import ROLES, Role
from ..querysets import (
    AbsenceQuerySet,
    AgencyTieQuerySet,
    DutyQuerySet,
    PostingQuerySet,
    UserQuerySet,
)


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):  # type: ignore[misc]
    def create_user(self, username, *, email="", full_name="", password=None, **fields):
        user = self.model(username=username, email=email, full_name=full_name, **fields)
        user.set_password(password)  # None makes it unusable until an invitation is taken up
        user.save()
        return user


@pghistory.track(exclude=["password", "last_login"])
class User(AbstractBaseUser):
    """One person, one account; never shared (domain 4.1)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = models.CharField(_("nama pengguna"), max_length=60, unique=True)
    full_name = models.CharField(_("nama lengkap"), max_length=120)
    staff_code = models.CharField(_("kode petugas"), max_length=12, unique=True, editable=False)
    email = models.EmailField(_("surel"), blank=True)
    language = models.CharField(
        _("bahasa"), max_length=2, default="id", choices=[("id", "Indonesia"), ("en", "English")]
    )
    is_active = models.BooleanField(_("aktif"), default=True)
    date_joined = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    objects = UserManager()

    class Meta:
        ordering = ["full_name"]

    def __str__(self):
        return self.full_name or self.username

    @cached_property
    def posting(self) -> "Posting | None":
        """Today's posting with organisation, district and service point, or None: then nothing is allowed."""
        return self.postings.current().with_place().first()

    @cached_property
    def permissions(self) -> frozenset[Permission]:
        if not self.is_active or self.posting is None:
            return frozenset()
        return ROLES[self.posting.role]

    def can(self, *needs: Permission) -> bool:
        """True when any of the needs is held."""
        return any(need in self.permissions for need in needs)


def new_staff_code() -> str:
    """A code that stands for a person on survivor papers (domain 4, rule 12): 6 signs, no look-alikes."""
    return "P" + uuid.uuid4().hex[:7].upper()


User._meta.get_field("staff_code").default = new_staff_code


class DateRange(models.Func):
    function = "DATERANGE"
    output_field = DateRangeField()


@pghistory.track()
class Posting(models.Model):
    """Someone works for an organisation, at a service point, in a role, from a day until a day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="postings")
    role = models.CharField(_("peran"), max_length=24, choices=Role)
    organisation = models.ForeignKey(
        "organisations.Organisation",
        on_delete=models.PROTECT,
        related_name="postings",
        verbose_name=_("lembaga"),
    )
    service_point = models.ForeignKey(
        "organisations.ServicePoint",
        on_delete=models.PROTECT,
        related_name="postings",
        verbose_name=_("titik layanan"),
        null=True,
        blank=True,
    )
    village = models.ForeignKey(
        "areas.Area",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("desa"),
    )
    starts_on = models.DateField(_("mulai"), default=timezone.localdate)
    ends_on = models.DateField(_("berakhir"), null=True, blank=True)
    decree = models.CharField(_("nomor SK"), max_length=80, blank=True)
    posted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    # The server's time: a posting that is dated back gives nobody more days in post (domain 4.1).
    posted_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = PostingQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="posting_ends_after_start",
            ),
            ExclusionConstraint(
                name="one_posting_at_a_time",
                expressions=[
                    (
                        DateRange("starts_on", "ends_on", RangeBoundary(inclusive_upper=False)),
                        RangeOperators.OVERLAPS,
                    ),
                    ("user", RangeOperators.EQUAL),
                ],
            ),
            models.CheckConstraint(
                condition=~models.Q(role=Role.VILLAGE_VOLUNTEER) | models.Q(village__isnull=False),
                name="volunteer_has_village",
            ),
        ]

    def __str__(self):
        return f"{self.get_role_display()}, {self.organisation}"

    @property
    def district_id(self) -> str | None:
        return self.organisation.district_id

    @property
    def district(self):
        return self.organisation.district


class AgencyTie(models.Model):
    """Somebody of the portal, or a whole office, is tied to an agency: family, former work, shared owners.

    Whoever is tied to an agency is shut out of the clients that a case locks that agency out of (domain 4 rule 11).
    """

    agency = models.ForeignKey(
        "organisations.Agency",
        on_delete=models.PROTECT,
        related_name="ties",
        verbose_name=_("P3MI"),
    )
    user = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("petugas"),
    )
    organisation = models.ForeignKey(
        "organisations.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lembaga"),
    )
    note = models.CharField(_("hubungannya"), max_length=200, blank=True)
    added_at = models.DateTimeField(default=timezone.now)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    objects = AgencyTieQuerySet.as_manager()

    class Meta:
        ordering = ["-added_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(user__isnull=False, organisation=None)
                | models.Q(user=None, organisation__isnull=False),
                name="one_is_tied",
            )
        ]
        indexes = [models.Index(fields=["user"]), models.Index(fields=["organisation"])]


class Absence(models.Model):
    """Somebody is away; her tasks are told to the stand-in meanwhile."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="absences")
    starts_on = models.DateField(_("mulai"))
    ends_on = models.DateField(_("sampai"))
    stand_in = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", verbose_name=_("pengganti")
    )
    added_at = models.DateTimeField(default=timezone.now)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    cancelled_at = models.DateTimeField(null=True)

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="absence_ends_after_start",
            ),
            models.CheckConstraint(
                condition=~models.Q(user=models.F("stand_in")), name="nobody_stands_in_for_herself"
            ),
        ]


class Duty(models.Model):
    """Somebody is on duty for an organisation on these days: she is told of what comes in, the others are not."""

    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.CASCADE, related_name="duties"
    )
    user = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="duties", verbose_name=_("petugas piket")
    )
    starts_on = models.DateField(_("mulai"))
    ends_on = models.DateField(_("sampai"))
    added_at = models.DateTimeField(default=timezone.now)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    cancelled_at = models.DateTimeField(null=True)

    objects = DutyQuerySet.as_manager()

    class Meta:
        ordering = ["starts_on", "user"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="duty_ends_after_start",
            )
        ]
        indexes = [models.Index(fields=["organisation", "starts_on"])]


def in_ninety_days():
    return timezone.now() + timedelta(days=90)


class ApiToken(models.Model):
    """A token of one person for scripts; only its SHA-256 is kept."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="api_tokens")
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(default=in_ninety_days)
    last_used_on = models.DateField(null=True)
