"""What signing in remembers: proved addresses, known devices, wrong tries, the PIN of the curtain."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from .querysets import DeviceQuerySet


class AddressProof(models.Model):
    """A person opened a link that was mailed to this address; it counts while the address is still hers."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    address = models.EmailField()
    proved_at = models.DateTimeField(default=timezone.now)


class Device(models.Model):
    """A browser in which a person came in with her password; only a hash of its cookie is kept.

    On a shared PC there is one for each person. `remembered_at`: the second factor is not asked there for a while,
    as long as `mark` (password, factors, posting of then) is still what it was.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    browser = models.CharField(max_length=200, blank=True)
    added_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now)
    remembered_at = models.DateTimeField(null=True)
    mark = models.CharField(max_length=64, blank=True)

    objects = DeviceQuerySet.as_manager()

    class Meta:
        ordering = ["-seen_at"]


class WrongTry(models.Model):
    """How often something wrong was tried under one key: a hash of a name, an address, a device, a ticket."""

    key = models.CharField(max_length=64, primary_key=True)
    count = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(db_index=True)
    told_at = models.DateTimeField(null=True)


class Pin(models.Model):
    """The short number that opens the curtain; after too many wrong tries only the password does."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    hashed = models.CharField(max_length=128)
    wrong = models.PositiveSmallIntegerField(default=0)
    set_at = models.DateTimeField(default=timezone.now)
