"""A worker that is alive and no longer hears its queue ends itself; whatever supervises it starts it anew.

Seen under kills of the broker: the main loop waits for ever in a read without a time limit, or holds tasks whose end could
not be told, and so asks for no more. Neither is an error to Celery, and no later task brings it back.
"""

import logging
import os
import threading
import time
from collections.abc import Callable

from celery import bootsteps
from celery.worker import state
from kombu.exceptions import KombuError
from redis.exceptions import RedisError

log = logging.getLogger(__name__)

LOOK_SECONDS = 3
DEAF_SECONDS = 12
BROKER_ERRORS = (KombuError, RedisError, OSError)


class Hearing:
    """Looks at one worker: `waiting` tasks in the queue, how many it has `received`, whether it is `busy`.

    Deaf is: for DEAF_SECONDS the queue was never empty, nothing was received, and nothing was worked on. A task on which it
    works excuses it only as long as its main loop turns.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.received = -1
        self.heard_at = self.turned_at = clock()

    def turn(self) -> None:
        self.turned_at = self.clock()

    def is_deaf(self, *, waiting: int, received: int, busy: bool) -> bool:
        now = self.clock()
        excused = busy and now - self.turned_at < DEAF_SECONDS
        if not waiting or received != self.received or excused:
            self.received, self.heard_at = received, now
        return now - self.heard_at >= DEAF_SECONDS


class EndWhenDeaf(bootsteps.StartStopStep):
    """Beside the main loop, in a thread: what watches it must not wait with it."""

    requires = ("celery.worker.components:Hub",)

    def __init__(self, worker, **kwargs) -> None:
        super().__init__(worker, **kwargs)
        self.hearing, self.over = Hearing(), threading.Event()

    def register_with_event_loop(self, worker, hub) -> None:
        hub.call_repeatedly(LOOK_SECONDS, self.hearing.turn)

    def start(self, worker) -> None:
        threading.Thread(target=self._watch, args=(worker.app,), daemon=True).start()

    def stop(self, worker) -> None:
        self.over.set()

    def _watch(self, app) -> None:
        while not self.over.wait(LOOK_SECONDS):
            waiting = queue_length(app)
            received = sum(state.total_count.values())
            if self.hearing.is_deaf(
                waiting=waiting, received=received, busy=bool(state.active_requests)
            ):
                log.critical("%s tasks wait and this worker hears nothing: it ends itself", waiting)
                os._exit(os.EX_SOFTWARE)  # its main loop may never come back to be asked


def queue_length(app) -> int:
    """How many tasks wait, by a connection of our own; 0 while the broker does not answer."""
    try:
        with app.connection_for_read() as broker:
            broker.ensure_connection(max_retries=1, timeout=2)
            return broker.default_channel.client.llen(app.conf.task_default_queue)
    except BROKER_ERRORS:
        return 0
