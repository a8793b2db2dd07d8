"""Somebody took it: what the others were told of it is settled, and what has not left the house stays in it."""

from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from .models import Notification


@transaction.atomic
def silence(subject: UUID, kinds, *, among, besides=None) -> None:
    """Lines of these kinds about `subject` become read for `among`, and their messages are not sent any more.

    A message that a worker has in hand at this moment leaves all the same: nobody waits for a mail server here.
    """
    people = among.exclude(pk=besides.pk) if besides else among
    lines = Notification.objects.filter(user__in=people.values("pk"), subject=subject)
    lines = lines.filter(kind__in=list(kinds))
    idle = lines.filter(Q(read_at=None) | Q(state__in=["pending", "digest"]))
    idle = idle.select_for_update(skip_locked=True, of=("self",))
    found = list(idle.values_list("pk", "state", "reference"))
    waiting = [pk for pk, state, told in found if state in ("pending", "digest") and not told]
    Notification.objects.filter(pk__in=waiting).update(state="cancelled")
    settled = Notification.objects.filter(pk__in=[pk for pk, _state, _told in found], read_at=None)
    settled.update(read_at=timezone.now())
