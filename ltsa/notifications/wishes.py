"""How one person wishes to be told: which way, and when not. Plain rules; whoever writes or sends a row asks here."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from .models import Notification, Preference
from .querysets import NO_LINES


def wishes_of(people) -> dict:
    """{id: Preference} of each, in one statement; who never chose is told by mail at once."""
    chosen = Preference.objects.in_bulk([one.pk for one in people]) if people else {}
    return {one.pk: chosen.get(one.pk) or Preference(user=one) for one in people}


def leaves_at(wish: Preference, now: datetime) -> datetime:
    """Now, or the end of the quiet hours that it is in."""
    start, end = wish.quiet_from, wish.quiet_until
    if start is None or end is None:
        return now
    here = timezone.localtime(now)
    if not _is_quiet(start, end, here.time()):
        return now
    day = here.date() if here.time() < end else here.date() + timedelta(days=1)
    return timezone.make_aware(datetime.combine(day, end))


def _is_quiet(start: time, end: time, at: time) -> bool:
    if start < end:
        return start <= at < end
    return at >= start or at < end


def must_wait(row: Notification, now: datetime) -> datetime | None:
    """Until when a row that is about to leave waits; emergencies and what she asked for herself never do."""
    wish = getattr(row.user, "preference", None)
    if wish is None or row.emergency or row.kind in NO_LINES:
        return None
    end = leaves_at(wish, now)
    return end if end > now else None


def summed_up_until(wish: Preference, now: datetime) -> datetime | None:
    """Lines from before this moment go into the summary that is due now; None: it is not due.

    Whoever wants no summary any more gets what still waits for one at once.
    """
    if wish.mail != Preference.Mail.DIGEST:
        return now
    here = timezone.localtime(now)
    if wish.digest_sent_on == here.date() or here.time() < wish.digest_at:
        return None
    return timezone.make_aware(datetime.combine(here.date(), wish.digest_at))
