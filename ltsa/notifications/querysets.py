from django.db import models
from django.utils import timezone


class NotificationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own inbox lines, and nobody else's; account mails are no lines."""
        return self.filter(user=user).exclude(kind="account")

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
