"""How much one person or token may read: counted under a lock, so that requests at one moment cannot share a place."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from .models import Budget, Record

MINUTE, HOUR = 60, 3600


class TooMuch(Exception):
    """The limit is used up; `wait` is how many seconds until some of it is free again."""

    def __init__(self, wait: int):
        super().__init__("The limit is used up.")
        self.wait = max(wait, 1)


class TooManyReveals(TooMuch):
    """No more numbers in full today."""


@transaction.atomic
def spend_rows(token, count: int) -> None:
    """Take `count` client rows from what this token may read in an hour. Raises TooMuch, and takes nothing."""
    key = f"rows:{token.pk}"
    Budget.objects.bulk_create([Budget(key=key)], ignore_conflicts=True)
    row = Budget.objects.select_for_update().get(pk=key)
    minute = int(timezone.now().timestamp()) // MINUTE
    used = {int(at): n for at, n in row.used.items() if int(at) > minute - HOUR // MINUTE}
    over = sum(used.values()) + count - settings.CLIENT_ROWS_PER_HOUR
    if over > 0:
        raise TooMuch(_wait(used, over, minute))
    used[minute] = used.get(minute, 0) + count
    row.used = used
    row.save(update_fields=["used"])


def _wait(used: dict[int, int], over: int, minute: int) -> int:
    """Seconds until so many rows have left the hour; a whole one when it can never be enough."""
    for at in sorted(used):
        over -= used[at]
        if over <= 0:
            return (at - minute) * MINUTE + HOUR
    return HOUR


def hold_to_reveals(by) -> None:
    """Wait for this person's other requests, then see whether she may read one more number. Raises TooManyReveals.

    In the transaction that writes the line: the next request counts it.
    """
    get_user_model().objects.select_for_update(no_key=True).only("pk").get(pk=by.pk)
    if reveals_today(by).count() >= settings.REVEALS_PER_DAY:
        morning = _midnight() + timedelta(days=1)
        raise TooManyReveals(int((morning - timezone.now()).total_seconds()))


def reveals_today(by):
    return Record.objects.filter(by=by, verb=Record.Verb.REVEAL, at__gte=_midnight())


def _midnight() -> datetime:
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
