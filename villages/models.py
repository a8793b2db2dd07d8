"""What villages do: their profile, and the requests that a volunteer hands in for a family (UU 18/2017 art 42)."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.encrypted import EncryptedTextField
from services.codes import ConsentMethod, PhoneSafe

from .codes import Relation, RequestState
from .querysets import VillageProfileQuerySet, VillageRequestQuerySet


class VillageProfile(models.Model):
    """A village with a service point: what the public directory says about it."""

    class Type(models.TextChoices):
        DESMIGRATIF = "desmigratif", _("Desmigratif")
        DESBUMI = "desbumi", _("Desbumi")
        MIGRAN_EMAS = "migran_emas", _("Desa Migran Emas")
        UNION_POST = "union_post", _("Pos serikat")
        OTHER = "other", _("Layanan desa")

    village = models.OneToOneField(
        "areas.Area", on_delete=models.PROTECT, primary_key=True, related_name="+"
    )
    type = models.CharField(_("jenis"), max_length=16, choices=Type, default=Type.OTHER)
    head = models.CharField(_("kepala desa"), max_length=120, blank=True)
    regulation = models.CharField(_("peraturan desa"), max_length=120, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = VillageProfileQuerySet.as_manager()

    def __str__(self):
        return str(self.village)


@pghistory.track()
class VillageRequest(models.Model):
    """A family asks for help through the village volunteer. It asks nothing about violence (domain 6)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(_("kode"), max_length=20, unique=True, editable=False)
    village = models.ForeignKey("areas.Area", on_delete=models.PROTECT, related_name="+")
    district = models.ForeignKey("areas.Area", on_delete=models.PROTECT, related_name="+")
    reporter_name = EncryptedTextField(_("nama pelapor"))
    relation = models.CharField(_("hubungan dengan PMI"), max_length=8, choices=Relation)
    migrant_name = EncryptedTextField(_("nama panggilan PMI"), blank=True)
    destination = models.CharField(_("negara"), max_length=60, blank=True)
    last_contact_on = models.DateField(_("terakhir ada kabar"), null=True, blank=True)
    phone = EncryptedTextField(_("nomor HP pelapor"), blank=True)
    phone_safe = models.CharField(_("aman dihubungi?"), max_length=4, choices=PhoneSafe)
    needs = EncryptedTextField(_("yang dibutuhkan"))
    urgent = models.BooleanField(_("ada hal mendesak atau berbahaya"), default=False)
    consent = models.CharField(_("cara persetujuan"), max_length=12, choices=ConsentMethod)
    state = models.CharField(
        _("status"), max_length=10, choices=RequestState, default=RequestState.RECEIVED
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now)
    call_due_at = models.DateTimeField()
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    handled_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects = VillageRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="received", handled_at=None, handled_by=None)
                | ~models.Q(state="received")
                & models.Q(handled_at__isnull=False, handled_by__isnull=False),
                name="handled_by_someone",
            )
        ]
        indexes = [
            models.Index(fields=["district", "state", "-created_at"]),
            models.Index(fields=["created_by", "-created_at"]),
        ]

    def __str__(self):
        return self.code
