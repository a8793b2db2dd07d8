"""The house as people meet it: web, worker and relay as real processes on a copy of the test database.

The programs log in with the rights of the web role, and their broker can be killed and brought back.
"""

import json
import os
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from email.message import EmailMessage
from functools import partial
from typing import Self
from urllib.parse import urlsplit

import psycopg2
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db import connections
from psycopg2 import sql

from ltsa.demo.accounts import PASSWORD
from ltsa.launcher.options import ROOT
from ltsa.launcher.processes import free_port, kill_group
from ltsa.launcher.supervisor import FIRST_PAUSE, Program, Supervisor
from ltsa.launcher.valkey import Valkey
from tests.browser.mailbox import Mailbox
from tests.services_plugin import temporary_place

CELERY = [sys.executable, "-m", "celery", "-A", "ltsa.celery:app"]
# A role may end its own sessions only, so not a worker of autovacuum, which PostgreSQL stops by itself.
END_SESSIONS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = %s AND usename = current_user
"""


def database_url(name: str, *, of_web: bool) -> str:
    url = os.environ["DATABASE_URL"]
    if of_web:
        url = os.environ.get("WEB_DATABASE_URL", url)
    return urlsplit(url)._replace(path=f"/{name}").geturl()


class House:
    """`with House(name) as house`: everything but beat, of which few stories know; or only the `parts` that are named.

    `telling` workers publish when they receive and begin each task.
    """

    def __init__(
        self, name: str, parts: tuple[str, ...] = ("web", "relay", "worker"), telling: bool = False
    ) -> None:
        self.parts = parts
        self.telling = telling
        self.name = f"{name}_{os.getpid()}"
        self.place = temporary_place()
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self.mailbox = Mailbox()
        self.broker = Valkey(self.place, throwaway=True)
        self.told: list[str] = []
        self.supervisor: Supervisor | None = None

    def __enter__(self) -> Self:
        with ExitStack() as halfway:
            halfway.callback(self.stop)
            self.start()
            halfway.pop_all()
        return self

    def __exit__(self, *exception) -> None:
        self.stop()

    def start(self) -> None:
        self.copy_database()
        self.mailbox.start()
        self.broker.start()
        self.supervisor = Supervisor(self.environment, ROOT, self.told.append)
        for name in self.parts:
            log = self.place.logs / f"{name}.log"
            self.supervisor.add(Program(name, self.commands[name], log))
        self.until(lambda: self.sql("SELECT FROM notifications_heartbeat WHERE part = 'relay'"))
        self.until(lambda: "web" not in self.parts or self.health().get("database"))

    def stop(self) -> None:
        if self.supervisor is not None:
            self.supervisor.stop()
        self.broker.stop()
        self.mailbox.stop()
        self.as_owner(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(self.name)))

    def until(self, found: Callable, seconds: float = 60):
        """What `found()` returns, as soon as it is true; whoever dies meanwhile is started again."""
        deadline = time.monotonic() + seconds
        while not (result := found()):
            assert time.monotonic() < deadline, f"not within {seconds} s; {self.told}"
            self.supervisor.watch()
            time.sleep(0.05)
        return result

    @property
    def environment(self) -> dict[str, str]:
        environ = {k: v for k, v in os.environ.items() if k != "MIGRATE_DATABASE_URL"}
        return environ | {
            "DATABASE_URL": database_url(self.name, of_web=True),
            "REDIS_URL": self.broker.url,
            "EMAIL_URL": self.mailbox.url,
            "STATE_DIR": str(self.place.state),
            "PORT": str(self.port),
            "PYTHONUNBUFFERED": "1",
        }

    @property
    def commands(self) -> dict[str, list[str]]:
        return {
            "web": [sys.executable, "-m", "gunicorn", "ltsa.wsgi", "--bind"]
            + [f"127.0.0.1:{self.port}", "--threads", "4", "--no-control-socket"],
            "relay": [sys.executable, "manage.py", "relay"],
            "worker": [*CELERY, "worker", "--concurrency", "2", "--without-gossip"]
            + ["--without-mingle", "--loglevel", "INFO", *(["--task-events"] * self.telling)],
            "beat": [*CELERY, "beat", "--schedule", str(self.place.state / "beat-schedule")],
        }

    def program(self, name: str) -> Program:
        return next(program for program in self.supervisor.programs if program.name == name)

    def kill(self, name: str) -> None:
        """As the kernel does when memory runs out: no goodbye. `until` brings it back."""
        program = self.program(name)
        self.until(lambda: program.process)  # it may have been killed a moment ago
        program.pause = FIRST_PAUSE
        kill_group(program.process)
        program.process.wait()

    def kill_broker(self) -> None:
        self.broker.process.kill()
        self.broker.process.wait()

    def health(self) -> dict:
        """What /healthz says and its status; {} while nobody answers."""
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=10) as answer:
                return {"status": answer.status} | json.load(answer)
        except urllib.error.HTTPError as error:
            with error:
                return {"status": error.code} | json.load(error)
        except OSError:
            return {}

    def mails(self, username: str, about: str, *, count: int = 1) -> list[EmailMessage]:
        """The mails of one person with this link in them, once there are `count`."""
        found = partial(self.mailbox.to, username, about)
        self.until(lambda: len(found()) >= count)
        return found()

    # The database

    def copy_database(self) -> None:
        """A copy of what every test finds, with passwords as the real hasher wants them."""
        source = connections["default"].settings_dict["NAME"]
        connections["default"].close()
        self.as_owner(END_SESSIONS, [source])
        copy = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        self.as_owner(copy.format(sql.Identifier(self.name), sql.Identifier(source)))
        hasher = Argon2PasswordHasher()
        password = hasher.encode(PASSWORD, hasher.salt())
        self.sql("UPDATE accounts_user SET password = %s", [password])

    def as_owner(self, statement, params=None) -> None:
        """Run beside the house, not in it."""
        _run(os.environ["DATABASE_URL"], statement, params)

    def sql(self, statement: str, params=None) -> list[tuple]:
        """Run in the house's own database, as its owner."""
        return _run(database_url(self.name, of_web=False), statement, params)

    @contextmanager
    def database(self) -> Iterator[None]:
        """Models and actions reach the house's database instead of the tests' own."""
        ours, theirs = connections.create_connection("default"), connections["default"]
        ours.settings_dict = ours.settings_dict | {"NAME": self.name}
        connections["default"] = ours
        try:
            yield
        finally:
            ours.close()
            connections["default"] = theirs

    @contextmanager
    def without_database(self) -> Iterator[None]:
        """As when PostgreSQL stops: connections break off and new ones are refused."""
        allow = sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS {}")
        name = sql.Identifier(self.name)
        self.as_owner(allow.format(name, sql.SQL("false")))
        try:
            as_web = os.environ.get("WEB_DATABASE_URL", os.environ["DATABASE_URL"])
            _run(as_web, END_SESSIONS, [self.name])
            yield
        finally:
            self.as_owner(allow.format(name, sql.SQL("true")))


def _run(url: str, statement, params=None) -> list[tuple]:
    raw = psycopg2.connect(url)
    try:
        raw.autocommit = True
        with raw.cursor() as cursor:
            cursor.execute(statement, params)
            with suppress(psycopg2.ProgrammingError):
                return cursor.fetchall()
            return []
    finally:
        raw.close()
