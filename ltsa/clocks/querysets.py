from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from ltsa.access import Permission
from ltsa.access.hidden import meets


class ClockQuerySet(models.QuerySet):
    """A clock is shown on the page of its subject, which was found through its own `visible_to`: use about()."""

    def visible_to(self, user):
        """For lists: one's own and those one is named for, and a supervisor those of her house that are not private."""
        if user.posting is None or not user.can(Permission.INBOX_SEE):
            return self.none()
        here = Q(organisation=user.posting.organisation_id)
        seen = (Q(owner=user) | Q(named__contains=[user.pk])) & (here | Q(organisation=None))
        if user.can(Permission.OWN_ORGANISATION_SEE):
            seen |= here & Q(private=False)
        return self.filter(seen, meets(user, "client"))

    def about(self, *subjects):
        """Clocks of these rows (UUIDs), already found through their own `visible_to`."""
        return self.filter(subject__in=subjects)

    def ticking(self):
        """Not stopped: running, or paused."""
        return self.exclude(state="stopped")

    def running(self):
        return self.filter(state="running")

    def overdue(self):
        return self.running().filter(due_at__lt=timezone.now())


class StepQuerySet(models.QuerySet):
    def due(self, now):
        """To be done now: of running clocks, and no earlier one of the same clock is due and undone."""
        waiting = Q(done_at__isnull=True, try_at__lte=now)
        earlier = self.model.objects.filter(waiting, clock=OuterRef("clock"), at__lt=OuterRef("at"))
        return self.filter(waiting, ~Exists(earlier), clock__state="running").order_by("at", "id")
