from django.db import models
from django.utils import timezone

NO_LINES = ("account", "digest", "outside")


class NotificationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own inbox lines, and nobody else's; mails about an account and copies to a phone are no lines."""
        lines = self.filter(user=user, channel="mail").exclude(kind="account")
        return lines.exclude(kind__in=NO_LINES)

    def mails(self):
        """All rows that carry a mail; for the demo's outbox page alone."""
        return self.exclude(state="no_address")

    def unread(self):
        return self.filter(read_at__isnull=True)

    def pending(self):
        return self.filter(state="pending")

    def failed(self):
        return self.filter(state="failed")

    def due(self):
        return self.pending().filter(next_attempt_at__lte=timezone.now())


class PreferenceQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own."""
        return self.filter(user=user)
