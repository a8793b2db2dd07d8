"""What is unusual in the trail, for the officer for data protection: a person, a kind, a day; never a client."""

import uuid

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .querysets import AlertQuerySet, HomeVillageQuerySet


class Alert(models.Model):
    """Once a day for each kind and person, however often it is found."""

    class Kind(models.TextChoices):
        BULK = "bulk", _("Membaca sangat banyak baris dalam satu jam")
        NIGHT = "night", _("Membaca data klien pada malam hari")
        OWN_VILLAGE = "own_village", _("Membuka data klien dari desanya sendiri")
        NO_VISIT = "no_visit", _("Membuka banyak klien yang tidak ia layani")
        REVEALS = "reveals", _("Hampir mencapai batas menampilkan nomor")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=12, choices=Kind)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    district = models.ForeignKey(
        "areas.Area", on_delete=models.PROTECT, null=True, related_name="+"
    )
    day = models.DateField()
    count = models.PositiveIntegerField()
    made_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(null=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    note = models.CharField(_("catatan"), max_length=500, blank=True)

    objects = AlertQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "person", "day"], name="alert_once_a_day"),
            models.CheckConstraint(
                condition=models.Q(seen_at=None, seen_by=None, note="")
                | models.Q(seen_at__isnull=False, seen_by__isnull=False) & ~models.Q(note=""),
                name="alert_seen_with_note",
            ),
        ]
        indexes = [models.Index(fields=["-made_at", "-id"], name="alert_newest")]
        triggers = [
            pgtrigger.Protect(name="alert_stays", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="alert_seen_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__seen_at__isnull=False),
            ),
        ]


class HomeVillage(models.Model):
    """In which village someone lives, as she says herself: whose clients are her neighbours."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="home_village",
    )
    village = models.ForeignKey("areas.Area", on_delete=models.PROTECT, related_name="+")

    objects = HomeVillageQuerySet.as_manager()
