import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..codes import CareEnd, CareGoal, Wellbeing
from ..querysets import CourseQuerySet
from .migrant import Migrant


@pghistory.track()
class PsychosocialCourse(models.Model):
    """Conversations that belong together, with goals by code and how she feels before and after. No words are kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    migrant = models.ForeignKey(Migrant, on_delete=models.PROTECT, related_name="courses")
    counsellor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    district = models.ForeignKey("areas.Area", on_delete=models.PROTECT, related_name="+")
    goals = ArrayField(
        models.CharField(max_length=10, choices=CareGoal),
        default=list,
        verbose_name=pgettext_lazy("pendampingan", "tujuan"),
    )
    wellbeing_before = models.PositiveSmallIntegerField(
        _("keadaan saat mulai"), choices=Wellbeing, null=True, blank=True
    )
    wellbeing_after = models.PositiveSmallIntegerField(
        _("keadaan saat selesai"), choices=Wellbeing, null=True, blank=True
    )
    opened_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True)
    ending = models.CharField(_("alasan selesai"), max_length=12, choices=CareEnd, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = CourseQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["migrant", "counsellor"],
                condition=models.Q(closed_at__isnull=True),
                name="one_open_course_with_a_counsellor",
            ),
            models.CheckConstraint(
                condition=models.Q(closed_at=None, ending="")
                | models.Q(closed_at__isnull=False) & ~models.Q(ending=""),
                name="course_closed_with_why",
            ),
        ]
        indexes = [models.Index(fields=["organisation", "-opened_at"])]
