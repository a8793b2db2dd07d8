from django.db import models
from django.utils import timezone

NO_LINES = ("account", "digest", "outside")


class NotificationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own inbox lines, and nobody else's; mails about an account and copies to a phone are no lines."""
        return self.filter(user=user, channel="mail").exclude(kind__in=NO_LINES)

    def sent_to(self, user):
        """What left the house for her, by mail or phone, newest first; not what stays in the portal alone."""
        return self.filter(user=user).exclude(state="no_address").order_by("-created_at")

    def mails(self):
        """All rows that carry a mail; for the demo's outbox page alone."""
        return self.exclude(state="no_address")

    def unread(self):
        return self.filter(read_at__isnull=True)

    def pending(self):
        return self.filter(state="pending")

    def by_delivery(self):
        """(channel, state, count) of all that is on its way or never arrived."""
        open_ones = self.filter(state__in=["pending", "digest", "failed", "bounced"])
        counted = open_ones.order_by().values_list("channel", "state")
        return counted.annotate(count=models.Count("pk")).order_by("channel", "state")

    def waiting_for_digest(self):
        """Lines that no summary has taken up yet."""
        return self.filter(state="digest", reference="")

    def due(self):
        return self.pending().filter(next_attempt_at__lte=timezone.now())


class PreferenceQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own."""
        return self.filter(user=user)
