"""Totals from before the portal. They stand beside the counts with their source, and are never added to them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .querysets import BaselineQuerySet


class Baseline(models.Model):
    """A dated total that somebody published (domain 8, R11); `district` is empty when it covers all districts."""

    class Precision(models.TextChoices):
        EXACT = "exact", _("tepat")
        MORE_THAN = "more_than", _("lebih dari")
        ABOUT = "about", _("sekitar")

    district = models.ForeignKey(
        "areas.Area", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    measure = models.CharField(_("ukuran"), max_length=40)  # a code of sockets.MEASURES
    value = models.PositiveIntegerField(_("nilai"))
    precision = models.CharField(max_length=10, choices=Precision, default=Precision.EXACT)
    as_of = models.DateField(_("per tanggal"))
    source = models.CharField(_("sumber"), max_length=200)
    note = models.CharField(_("catatan"), max_length=300, blank=True)

    objects = BaselineQuerySet.as_manager()

    class Meta:
        ordering = ["measure", "-as_of", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["district", "measure", "as_of", "source"],
                nulls_distinct=False,
                name="baseline_stated_once",
            ),
            models.CheckConstraint(condition=~models.Q(source=""), name="baseline_has_source"),
        ]
