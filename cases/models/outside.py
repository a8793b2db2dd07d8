"""The way in for a partner without an account: a link that is used once, and a PIN that was told by voice.

Neither is kept: only what they hash to. Every look is a row.
"""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.utils import timezone

from ltsa.encrypted import EncryptedTextField

from ..codes import LinkEnd, LinkWay, Seen
from ..querysets import OutsideLinkQuerySet, ThroughLinkQuerySet
from .referral import Referral


@pghistory.track(exclude=["token_digest", "pin_hash", "session_digest", "address"])
class OutsideLink(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="links")
    way = models.CharField(max_length=8, choices=LinkWay)
    # Where it went, "" for print: after a withdrawal its reader is asked there to delete what she wrote down.
    address = EncryptedTextField(blank=True, default="")
    # Whether name and phone open to its reader after she accepted; else she meets the client through the sender.
    opens_identity = models.BooleanField(default=False)
    token_digest = models.CharField(max_length=64, unique=True)  # SHA-256 of 256 random bits
    pin_hash = models.CharField(max_length=128)  # Argon2
    # SHA-256 of what the browser holds that gave the right PIN: nobody else gets in by the same link.
    session_digest = models.CharField(max_length=64, blank=True)
    wrong_pins = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    expires_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    last_seen_at = models.DateTimeField(null=True)
    dead_at = models.DateTimeField(null=True)
    dead_why = models.CharField(max_length=10, choices=LinkEnd, blank=True)

    objects = OutsideLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["referral"],
                condition=models.Q(dead_at=None),
                name="one_living_link",
            ),
            models.CheckConstraint(
                condition=models.Q(dead_at=None, dead_why="")
                | models.Q(dead_at__isnull=False) & ~models.Q(dead_why=""),
                name="dead_with_why",
            ),
        ]


class OutsideView(models.Model):
    """One look through a link; only ever added (migration)."""

    link = models.ForeignKey(OutsideLink, on_delete=models.PROTECT, related_name="views")
    what = models.CharField(max_length=10, choices=Seen)
    at = models.DateTimeField(default=timezone.now)
    address = models.CharField(max_length=64, blank=True)  # keyed hash of the network address

    objects = ThroughLinkQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]
