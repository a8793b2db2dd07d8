"""Where mail to a house goes: each address somebody asked for, who checked it, and from when it counts."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..querysets import AddressChangeQuerySet
from .organisation import Organisation


class AddressChange(models.Model):
    """An address for a house. It counts once the data protection officer has checked it, and it has waited (domain 4.1)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="address_changes"
    )
    address = models.EmailField(_("surel lembaga"), blank=True)  # "": it has none any more
    before = models.EmailField(blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True)
    # The number it was checked against, as it was then: of `agreement`, or of a paper that the portal does not hold.
    document = models.CharField(_("nomor dokumen"), max_length=80, blank=True)
    agreement = models.ForeignKey(
        "organisations.Agreement", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    takes_effect_at = models.DateTimeField(null=True)
    applied_at = models.DateTimeField(null=True)
    refused_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    refused_at = models.DateTimeField(null=True)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    cancelled_at = models.DateTimeField(null=True)

    objects = AddressChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"],
                condition=models.Q(applied_at=None, refused_at=None, cancelled_at=None),
                name="one_open_address_change",
            ),
            models.CheckConstraint(
                condition=~models.Q(confirmed_by=models.F("asked_by")),
                name="address_confirmed_by_another",
            ),
            models.CheckConstraint(
                condition=models.Q(confirmed_at=None)
                | models.Q(confirmed_by__isnull=False, takes_effect_at__isnull=False)
                & ~models.Q(document=""),
                name="address_confirmed_whole",
            ),
            models.CheckConstraint(
                condition=models.Q(applied_at=None) | models.Q(confirmed_at__isnull=False),
                name="only_confirmed_address_applies",
            ),
        ]
