"""Runs the management commands that make the database ready, each only when something changed.

Every `manage.py` costs seconds, and a second `make run` owes its first page within eight. A
command is skipped when it succeeded before on this very cluster with the same files.
"""

import hashlib
import signal
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import psycopg2

from ltsa.launcher.options import ROOT
from ltsa.launcher.places import LauncherError, Place, private_directory, write_private
from ltsa.launcher.postgres import Postgres
from ltsa.launcher.processes import start, stop

LINES_OF_FAILURE = 30


@dataclass(frozen=True)
class Command:
    """A management command, and the files whose change makes it necessary again."""

    name: str
    title: str
    files: tuple[str, ...]


COMMANDS = (
    Command("migrate", "Tables", ("*/migrations/*.py", "*/*/migrations/*.py", "requirements.txt")),
    Command("load_areas", "Provinces to villages", ("ltsa/areas/**/*.py", "requirements.txt")),
    # Loaded once: people try things in their demo, and a new version must not undo that.
    Command("demo", "Demo people and cases", ()),
)


class Preparation:
    """`postgres` is None for a server that is not ours: then nothing is ever skipped."""

    def __init__(self, place: Place, env: Mapping[str, str], postgres: Postgres | None) -> None:
        self.place = place
        self.env = env
        self.cluster = cluster_of(postgres) if postgres else None
        self.notes = private_directory(place.state / "prepared")

    def is_done(self, command: Command) -> bool:
        if self.cluster is None:
            return False
        try:
            return (self.notes / command.name).read_text().strip() == self.fingerprint(command)
        except FileNotFoundError:
            return False

    def run(self, command: Command) -> None:
        """Raises LauncherError with the last lines of the command when it fails."""
        log = self.place.logs / f"{command.name}.log"
        log.unlink(missing_ok=True)
        process = start(
            [sys.executable, "manage.py", command.name], log=log, env=self.env, cwd=ROOT
        )
        try:
            code = process.wait()
        finally:
            stop(process, signal.SIGTERM, 5)
        if code != 0:
            said = "\n".join(log.read_text(errors="replace").splitlines()[-LINES_OF_FAILURE:])
            raise LauncherError(
                f"{said}\n\nmanage.py {command.name} failed (code {code}); see {log}"
            )
        if self.cluster is not None:
            write_private(self.notes / command.name, self.fingerprint(command))

    def fingerprint(self, command: Command) -> str:
        digest = hashlib.sha256(str(self.cluster).encode())
        for path in sorted(set(files_of(command))):
            digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
        return digest.hexdigest()


def files_of(command: Command) -> Iterator[Path]:
    for pattern in command.files:
        yield from ROOT.glob(pattern)


def cluster_of(postgres: Postgres) -> str:
    """Changes when the data directory was made anew."""
    connection = psycopg2.connect(postgres.superuser_url)
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT system_identifier FROM pg_control_system()")
            return str(cursor.fetchone()[0])
    finally:
        connection.close()
