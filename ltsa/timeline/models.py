"""One sorted list of what happened. Append-only; subject and client are UUIDs, so no floor is looked up to."""

import uuid

import pgtrigger
from django.conf import settings
from django.db import models

from .querysets import EventQuerySet


class Event(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    subject = models.UUIDField()
    client = models.UUIDField(null=True)
    verb = models.CharField(max_length=40)  # "referral.accept": noun and verb of the transition
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, null=True, related_name="+"
    )
    detail = models.JSONField(default=dict)  # codes and states only, never words about a person

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        indexes = [
            models.Index(fields=["subject", "-at"]),
            models.Index(fields=["client", "-at"]),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]
