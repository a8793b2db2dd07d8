import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.encrypted import EncryptedTextField

from ..codes import MembershipLevel, MembershipState
from ..querysets import MembershipQuerySet
from .migrant import Migrant


@pghistory.track()
class UnionMembership(models.Model):
    """From the offer to the card, or to a no that changes nothing (domain 3.6)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    migrant = models.ForeignKey(Migrant, on_delete=models.PROTECT, related_name="memberships")
    union = models.ForeignKey(
        "organisations.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("serikat"),
    )
    association = models.CharField(_("perkumpulan lain"), max_length=120, blank=True)
    level = models.CharField(_("tingkat"), max_length=12, choices=MembershipLevel, blank=True)
    state = models.CharField(_("status"), max_length=12, choices=MembershipState)
    card_number = EncryptedTextField(_("nomor kartu anggota"), blank=True)
    agreed_at = models.DateTimeField(null=True)  # that her name goes to the union
    joined_on = models.DateField(null=True)
    left_on = models.DateField(null=True)
    organisation = models.ForeignKey(  # who asked her
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    district = models.ForeignKey("areas.Area", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["migrant", "union"],
                condition=models.Q(union__isnull=False) & ~models.Q(state__in=["left", "declined"]),
                name="one_open_membership_a_union",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["offered", "interested", "declined"])
                | models.Q(agreed_at__isnull=False),
                name="registered_with_her_agreement",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="member") | models.Q(joined_on__isnull=False),
                name="member_since_a_day",
            ),
            models.CheckConstraint(
                condition=models.Q(union__isnull=False) | ~models.Q(association=""),
                name="member_of_something",
            ),
        ]
        indexes = [models.Index(fields=["district", "joined_on"])]
