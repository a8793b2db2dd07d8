"""The relay: hears the database's NOTIFY of each outbox row and wakes the workers through the broker.

A missed wake-up costs seconds: every SWEEP_SECONDS it asks for all due rows. With the broker away it goes on
sweeping, so nothing is lost and nobody waits.
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
from .tasks import deliver

log = logging.getLogger(__name__)

PULSE_SECONDS = 5
SWEEP_SECONDS = 15
SWEEP_ROWS = 500
BROKER_ERRORS = (KombuError, RedisError, OSError)


def wake(ids) -> bool:
    """Hand ids to Celery; False when the broker did not take them."""
    try:
        for notification_id in ids:
            deliver.apply_async(args=(str(notification_id),), ignore_result=True, retry=False)
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
    """Wake the workers for every due row: whatever a wake-up was missed for."""
    wake(Notification.objects.due().values_list("pk", flat=True)[:SWEEP_ROWS])


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
    pulses, sweeps, answers = Every(PULSE_SECONDS), Every(SWEEP_SECONDS), False
    while not stop.is_set():
        if pulses.is_due():
            back = not answers
            answers = pulse()
            if answers and (back or sweeps.is_due()):
                sweep()
        if select.select([raw], [], [], 1.0)[0]:
            raw.poll()
            heard = [raw.notifies.pop(0).payload for _ in range(len(raw.notifies))]
            # A broker that is away takes seconds to refuse; the sweep on its return finds these rows.
            if heard and answers:
                answers = wake(heard)
