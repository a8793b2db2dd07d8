"""The house as people meet it: web, worker and relay as real processes on a copy of the test database.

The programs log in with the rights of the web role, and their broker can be killed and brought back.
"""

import json
import os
import signal
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from subprocess import Popen
from urllib.parse import urlsplit

import psycopg2
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db import connections
from psycopg2 import sql

from ltsa.demo.accounts import PASSWORD
from ltsa.launcher.options import ROOT
from ltsa.launcher.processes import free_port, kill_group, start, stop
from ltsa.launcher.valkey import Valkey
from tests.browser.mailbox import Mailbox
from tests.services_plugin import temporary_place

START_SECONDS = 60
CELERY = [sys.executable, "-m", "celery", "-A", "ltsa.celery:app"]


def database_url(name: str, *, of_web: bool) -> str:
    url = os.environ["DATABASE_URL"]
    if of_web:
        url = os.environ.get("WEB_DATABASE_URL", url)
    return urlsplit(url)._replace(path=f"/{name}").geturl()


def until(found: Callable, seconds: float = 60, every: float = 0.05):
    """What `found()` returns, as soon as it is true."""
    deadline = time.monotonic() + seconds
    while not (result := found()):
        assert time.monotonic() < deadline, f"not within {seconds} s"
        time.sleep(every)
    return result


class House:
    """Everything but beat, of which no story needs to know."""

    def __init__(self, name: str) -> None:
        self.name = f"{name}_{os.getpid()}"
        self.place = temporary_place()
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self.mailbox = Mailbox()
        self.broker = Valkey(self.place, throwaway=True)
        self.running: dict[str, Popen] = {}

    def start(self) -> None:
        self.copy_database()
        self.mailbox.start()
        self.broker.start()
        for name in self.commands:
            self.launch(name)
        until(lambda: self.health().get("relay"), START_SECONDS)

    def stop(self) -> None:
        for process in self.running.values():
            if process.poll() is None:
                process.terminate()
        for process in self.running.values():
            stop(process, signal.SIGTERM, 15)
            kill_group(process)
        self.broker.stop()
        self.mailbox.stop()
        self.as_owner(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(self.name)))

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
            + ["--without-mingle", "--loglevel", "INFO"],
        }

    def launch(self, name: str) -> None:
        log = self.place.logs / f"{name}.log"
        self.running[name] = start(self.commands[name], log=log, cwd=ROOT, env=self.environment)

    def kill(self, name: str) -> None:
        """As the kernel does when memory runs out: no goodbye."""
        kill_group(self.running[name])
        self.running[name].wait()

    def kill_broker(self) -> None:
        process = self.broker.process
        assert process is not None
        process.kill()
        process.wait()

    def log(self, name: str) -> str:
        return (self.place.logs / f"{name}.log").read_text(errors="replace")

    def health(self) -> dict:
        """What /healthz says; {} while nobody answers."""
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=10) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            with error:
                return json.load(error)
        except OSError:
            return {}

    # The database

    def copy_database(self) -> None:
        """A copy of what every test finds, with passwords as the real hasher wants them."""
        source = connections["default"].settings_dict["NAME"]
        connections["default"].close()
        self.as_owner(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [source]
        )
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
            # A role may end its own sessions only.
            _run(
                os.environ.get("WEB_DATABASE_URL", os.environ["DATABASE_URL"]),
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
                [self.name],
            )
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
