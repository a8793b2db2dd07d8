import logging
import signal
import threading

from django.core.management.base import BaseCommand
from django.db import OperationalError, close_old_connections, connection

from ltsa.notifications.relay import listen

log = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Wakes the workers for every outbox row; runs until it is told to stop."

    def handle(self, *args, **options):
        stop = threading.Event()
        for sign in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sign, lambda *_: stop.set())
        while not stop.is_set():
            try:
                listen(stop)
            except OperationalError as error:
                log.warning("database not reached: %s", type(error).__name__)
                connection.close()
                close_old_connections()
                stop.wait(1)
