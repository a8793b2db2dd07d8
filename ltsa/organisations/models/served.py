"""A partner of another district that stands in this district's directory too: it exists once, and answers for both."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .organisation import Organisation


class ServedDistrict(models.Model):
    """Ended, never deleted. It gives the district's staff no right over the partner, its people or its entry."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="serves", verbose_name=_("lembaga")
    )
    district = models.ForeignKey(
        "areas.Area", on_delete=models.PROTECT, related_name="+", verbose_name=_("kabupaten")
    )
    since = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["since"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "district"],
                condition=Q(ended_at=None),
                name="listed_once_in_a_district",
            )
        ]

    def __str__(self):
        return f"{self.organisation} ({self.district.short_name})"
