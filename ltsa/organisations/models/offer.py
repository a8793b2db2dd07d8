"""What an organisation offers, to whom, and when it is open: what a referral's picker asks (HSDS: service, schedule)."""

from datetime import date

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..querysets import ClosureQuerySet, OfferQuerySet
from .codes import ServiceCode
from .organisation import Organisation


@pghistory.track()
class OfferedService(models.Model):
    """A service that an organisation offers to the others; what is left empty excludes nobody."""

    class Sex(models.TextChoices):
        FEMALE = "female", _("Perempuan saja")
        MALE = "male", _("Laki-laki saja")

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="offers")
    code = models.CharField(_("layanan"), max_length=24, choices=ServiceCode)
    sex = models.CharField(_("untuk siapa"), max_length=8, choices=Sex, blank=True)
    age_from = models.PositiveSmallIntegerField(_("umur dari"), null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(_("umur sampai"), null=True, blank=True)
    phases = ArrayField(  # of UU 18/2017 art 7: before, during, after
        models.CharField(max_length=8), default=list, blank=True, verbose_name=_("masa migrasi")
    )
    areas = ArrayField(  # codes of sub-districts
        models.CharField(max_length=13), default=list, blank=True, verbose_name=_("kecamatan")
    )
    cost = models.CharField(_("biaya"), max_length=80, blank=True)
    note = models.CharField(_("syarat lain"), max_length=200, blank=True)
    is_24h = models.BooleanField(_("melayani 24 jam"), default=False)
    # No room at present: nobody is referred until then; without an end until somebody says so.
    paused_since = models.DateField(_("penuh sejak"), null=True, blank=True)
    paused_until = models.DateField(_("penuh sampai"), null=True, blank=True)
    pause_reason = models.CharField(_("alasan"), max_length=120, blank=True)

    objects = OfferQuerySet.as_manager()

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "code"], name="offered_once"),
            models.CheckConstraint(
                condition=models.Q(age_from=None)
                | models.Q(age_to=None)
                | models.Q(age_to__gte=models.F("age_from")),
                name="offer_ages_in_order",
            ),
            models.CheckConstraint(
                condition=models.Q(paused_until=None)
                | models.Q(paused_since__isnull=False, paused_until__gte=models.F("paused_since")),
                name="offer_pause_in_order",
            ),
        ]

    def __str__(self):
        return self.get_code_display()

    def is_full(self, day: date) -> bool:
        """The same question as OfferQuerySet.with_room, for one row: nobody is referred on this day."""
        if self.paused_since is None or self.paused_since > day:
            return False
        return self.paused_until is None or self.paused_until >= day


class OpeningHours(models.Model):
    """On this day of the week it is open from then until then (HSDS: schedule). One row for each stretch."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="opening_hours"
    )
    weekday = models.PositiveSmallIntegerField(_("hari"))  # ISO: 1 is Monday, 7 is Sunday
    opens = models.TimeField(_("buka"))
    closes = models.TimeField(_("tutup"))

    class Meta:
        ordering = ["weekday", "opens"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "weekday", "opens"], name="opens_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=models.Q(closes__gt=models.F("opens")), name="closes_after_opening"
            ),
            models.CheckConstraint(
                condition=models.Q(weekday__gte=1, weekday__lte=7), name="weekday_of_iso"
            ),
        ]


@pghistory.track()
class Closure(models.Model):
    """An organisation says that it is closed from a day until a day: clocks of referrals to it stand still meanwhile.

    Who said so is in the audit.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="closures"
    )
    starts_on = models.DateField(_("mulai"))
    ends_on = models.DateField(_("sampai"))
    reason = models.CharField(_("alasan"), max_length=120)
    declared_at = models.DateTimeField(default=timezone.now)
    cancelled_at = models.DateTimeField(null=True)

    objects = ClosureQuerySet.as_manager()

    class Meta:
        ordering = ["starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="closure_ends_after_start",
            )
        ]
        indexes = [models.Index(fields=["organisation", "starts_on"])]
