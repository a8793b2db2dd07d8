"""Slow down who guesses, and lock out nobody.

Wrong tries are counted in a table of their own, one row a key, so that nothing else pushes them out. Whoever must wait
is given a turn: a signed note that her next try counts at a set moment, whatever strangers try meanwhile. So no wait
is longer than LONGEST, and nobody can hold it for ever.
"""

import secrets
import time
from datetime import timedelta

from django.core import signing
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from ltsa.encrypted import keyed_hash

from .models import WrongTry

LONGEST = 60  # seconds
REMEMBERED = timedelta(hours=1)  # after an hour without a wrong try the count begins anew
KEPT = timedelta(days=2)
TURN_LASTS = 600
SALT = "turn"

COUNT = """
INSERT INTO signin_wrongtry (key, count, last_at) VALUES (%s, 1, %s)
ON CONFLICT (key) DO UPDATE SET last_at = excluded.last_at,
  count = CASE WHEN signin_wrongtry.last_at < %s THEN 1 ELSE signin_wrongtry.count + 1 END
RETURNING count
"""


def key_of(kind: str, value: object) -> str:
    return keyed_hash(str(value), f"signin:{kind}")


def count_wrong(key: str) -> int:
    """One more; how many there are within the hour. Now and then the old rows go."""
    now = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [key, now, now - REMEMBERED])
        count = cursor.fetchone()[0]
    if count == 1 and secrets.randbelow(100) == 0:
        WrongTry.objects.filter(last_at__lt=now - KEPT).delete()
    return count


def waits(*limits: tuple[str, int], longest: int = LONGEST) -> int:
    """Seconds until the next try under these (key, how many are free): one more doubles the wait."""
    now, free = timezone.now(), dict(limits)
    rows = WrongTry.objects.filter(key__in=free, last_at__gt=now - REMEMBERED)
    longest_wait = 0.0
    for row in rows:
        over = row.count - free[row.key]
        if over >= 0:
            pause = min(2 ** min(over, 20), longest)
            longest_wait = max(longest_wait, pause - (now - row.last_at).total_seconds())
    return int(longest_wait) + 1 if longest_wait > 0 else 0


def forget(key: str) -> None:
    WrongTry.objects.filter(key=key).delete()


def should_tell(key: str, *, since: timedelta = timedelta(hours=1)) -> bool:
    """True for one caller an hour: a person is told of wrong tries once, not by each."""
    now = timezone.now()
    told = WrongTry.objects.filter(key=key).exclude(told_at__gt=now - since)
    return bool(told.update(told_at=now))


def give_turn(name: str, address: str, wait: int) -> str:
    """A note for whoever tries `name` (keys) from `address`: her next try counts in `wait` seconds."""
    turn = [name, address, time.time() + wait, secrets.token_urlsafe(12)]
    return signing.dumps(turn, salt=SALT)


def seconds_until(turn: str, name: str, address: str) -> int | None:
    """How long this turn still waits, 0 when it has come; None when it is no turn of theirs."""
    try:
        of_name, of_address, at, _nonce = signing.loads(turn, salt=SALT, max_age=TURN_LASTS)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    if (of_name, of_address) != (name, address):
        return None
    return max(0, int(at - time.time() + 0.999))


def use_turn(turn: str) -> bool:
    """Each turn is one try. False: it was used before."""
    try:
        with transaction.atomic():
            WrongTry.objects.create(key=key_of("turn", turn), count=1, last_at=timezone.now())
    except IntegrityError:
        return False
    return True
