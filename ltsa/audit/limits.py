"""How much one person or token may read: counted under a lock, so that requests at one moment cannot share a place."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection
from django.utils import timezone

from .models import Budget, Record

MINUTE, HOUR = 60, 3600
# One statement: of two at once the second waits for the row and counts what the first has taken.
SPEND = """
INSERT INTO audit_budget AS kept (key, used)
VALUES (%(key)s, jsonb_build_object(%(now)s::text, %(count)s::int))
ON CONFLICT (key) DO UPDATE SET used = (
  SELECT jsonb_object_agg(at, n) FROM (
    SELECT at, sum(n) AS n FROM (
      SELECT at, n::int AS n FROM jsonb_each_text(kept.used) AS hour (at, n) WHERE at::bigint > %(gone)s
      UNION ALL SELECT %(now)s::text, %(count)s::int
    ) AS taken GROUP BY at
  ) AS minutes
)
WHERE %(count)s + (
  SELECT coalesce(sum(n::int), 0) FROM jsonb_each_text(kept.used) AS hour (at, n) WHERE at::bigint > %(gone)s
) <= %(limit)s
RETURNING 1
"""


class TooMuch(Exception):
    """The limit is used up; `wait` is how many seconds until some of it is free again."""

    def __init__(self, wait: int):
        super().__init__("The limit is used up.")
        self.wait = max(wait, 1)


class TooManyReveals(TooMuch):
    """No more numbers in full today."""


def spend_rows(token, count: int) -> None:
    """Take `count` client rows from what this token may read in an hour. Raises TooMuch, and takes nothing."""
    key, limit = f"rows:{token.pk}", settings.CLIENT_ROWS_PER_HOUR
    minute = int(timezone.now().timestamp()) // MINUTE
    told = {"key": key, "now": str(minute), "count": count, "limit": limit}
    told["gone"] = minute - HOUR // MINUTE
    if count > limit:
        raise TooMuch(HOUR)
    with connection.cursor() as cursor:
        cursor.execute(SPEND, told)
        if cursor.fetchone() is None:
            raise TooMuch(_wait(key, count - limit, minute))


def _wait(key: str, over: int, minute: int) -> int:
    """Seconds until so many rows have left the hour that there is room for these."""
    used = {int(at): n for at, n in Budget.objects.get(pk=key).used.items()}
    used = {at: n for at, n in used.items() if at > minute - HOUR // MINUTE}
    over += sum(used.values())
    for at in sorted(used):
        over -= used[at]
        if over <= 0:
            return (at - minute) * MINUTE + HOUR
    return MINUTE


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
