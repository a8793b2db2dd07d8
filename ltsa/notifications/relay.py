"""The relay: hears the database's NOTIFY of each outbox row and wakes the workers through the broker.

A missed wake-up costs seconds: at every pulse it looks whether a row is due, and has the workers catch up. With the
broker away it goes on looking, so nothing is lost and nobody waits.
"""

import logging
import select
import time
from typing import Any

from django.db import connection
from kombu.exceptions import KombuError
from redis.exceptions import RedisError

from .actions import beat
from .models import Notification
from .tasks import CATCH_UP_SECONDS, catch_up, deliver

log = logging.getLogger(__name__)

PULSE_SECONDS = 5
AT_ONCE = 4  # workers that are asked to catch up; more than there are find nothing and cost nothing
BROKER_ERRORS = (KombuError, RedisError, OSError)


def wake(ids) -> bool:
    """Hand ids to Celery; False when the broker did not take them."""
    return _publish([(deliver, (str(one),), {}) for one in ids])


def _publish(calls) -> bool:
    try:
        for task, args, options in calls:
            task.apply_async(args=args, ignore_result=True, retry=False, **options)
    except BROKER_ERRORS as error:
        log.warning("broker not reached: %s", type(error).__name__)
        return False
    return True


def ping_broker() -> bool:
    try:
        with deliver.app.connection_for_write() as broker:
            broker.ensure_connection(max_retries=1, timeout=2)
            redis: Any = broker.default_channel
            redis.client.ping()
    except BROKER_ERRORS:
        return False
    return True


def pulse() -> bool:
    """Say that the relay lives, and the broker when it answers; False when it does not."""
    beat("relay")
    answers = ping_broker()
    if answers:
        beat("broker")
    return answers


def sweep() -> None:
    """Rows are due that no wake-up reached, or whose worker died: the workers fetch them one after the other.

    Asked again at the next pulse, so what is not begun by then may be forgotten.
    """
    if Notification.objects.due().exists():
        _publish([(catch_up, (), {"expires": CATCH_UP_SECONDS})] * AT_ONCE)


class Every:
    """True once each so many seconds, the first time at once."""

    def __init__(self, seconds: float):
        self.seconds, self.next = seconds, 0.0

    def is_due(self) -> bool:
        if time.monotonic() < self.next:
            return False
        self.next = time.monotonic() + self.seconds
        return True


def listen(stop) -> None:
    """Run until `stop` (a threading.Event) is set. Database errors go to the caller, who starts anew."""
    connection.ensure_connection()
    raw = connection.connection
    with connection.cursor() as cursor:
        cursor.execute("LISTEN outbox")
    pulses, answers = Every(PULSE_SECONDS), False
    while not stop.is_set():
        if pulses.is_due():
            answers = pulse()
            if answers:
                sweep()
        # What came in behind the answer to a statement was read with it, and the socket says nothing of it.
        raw.poll()
        if not raw.notifies and select.select([raw], [], [], 1.0)[0]:
            raw.poll()
        heard = [raw.notifies.pop(0).payload for _ in range(len(raw.notifies))]
        # A broker that is away takes seconds to refuse; the sweep on its return finds these rows.
        if heard and answers:
            answers = wake(heard)
