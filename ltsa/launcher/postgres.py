"""A PostgreSQL of our own on a free port of the loopback, with the house's roles and database.

Roles: `ltsa_owner` owns the database and migrates; `ltsa_app` is what the web logs in as, and has
only what migrations grant to its group `ltsa_web`. Passwords are random, SCRAM, in 0600 files.
"""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path
from secrets import token_hex

import psycopg2
from psycopg2 import sql

from ltsa.launcher.binaries import Binaries, find_binaries
from ltsa.launcher.places import LauncherError, Place, write_private
from ltsa.launcher.processes import LOOPBACK, free_port, identity, start, stop

SUPERUSER = "postgres"
OWNER, WEB_GROUP, WEB_LOGIN, DATABASE = "ltsa_owner", "ltsa_web", "ltsa_app", "ltsa"
START_SECONDS = 30
STOP_SECONDS = 20

# Tests throw their cluster away, so nothing in it has to survive a power cut.
THROWAWAY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Postgres:
    """One cluster. After `stop()`, `start()` brings it back on the same port with its data."""

    def __init__(self, place: Place, *, throwaway: bool = False) -> None:
        self.place = place
        self.throwaway = throwaway
        # Named by a secret of the state directory: when somebody deletes that directory, the data
        # that root keeps elsewhere has lost its passwords, and must not be taken for the new one's.
        self.data = place.home / f"postgres-{place.secret('cluster', lambda: token_hex(8))}"
        self.log = place.logs / "postgres.log"
        self.port = 0
        self.process: subprocess.Popen | None = None

    @property
    def owner_url(self) -> str:
        return self.url(OWNER)

    @property
    def web_url(self) -> str:
        return self.url(WEB_LOGIN)

    @property
    def superuser_url(self) -> str:
        return self.url(SUPERUSER)

    def url(self, role: str, database: str = DATABASE) -> str:
        password = self.place.secret(f"postgres-{role}")
        return f"postgresql://{role}:{password}@{LOOPBACK}:{self.port}/{database}"

    def start(self) -> None:
        """Returns when the server answers and its roles and database exist."""
        binaries = find_binaries(self.place, self.major())
        if self.major() is None:
            self.initialise(binaries)
        end_remains(self.data)
        for port in (self.port or free_port(), free_port(), free_port()):
            # Between choosing a port and binding it somebody else may take it.
            self.port = port
            if self.launch(binaries):
                return self.ensure_roles()
        raise LauncherError(f"PostgreSQL does not start; see {self.log}")

    def stop(self) -> None:
        if self.process is not None:
            # SIGINT is PostgreSQL's fast shutdown: it ends sessions and writes a checkpoint.
            stop(self.process, signal.SIGINT, STOP_SECONDS)
            self.process = None

    def major(self) -> int | None:
        try:
            return int((self.data / "PG_VERSION").read_text())
        except (FileNotFoundError, NotADirectoryError):
            return None

    def initialise(self, binaries: Binaries) -> None:
        for remains in self.place.home.glob("postgres*"):
            end_remains(remains)
            shutil.rmtree(remains)
        fresh = self.data.with_name(self.data.name + ".new")
        fresh.mkdir(mode=0o700)
        password_file = self.place.home / "initial-password"
        write_private(password_file, self.place.secret(f"postgres-{SUPERUSER}"))
        if self.place.account:
            for path in (fresh, password_file):
                os.chown(path, self.place.account.uid, self.place.account.gid)
        locale = ["--locale=C.UTF-8"]
        if binaries.major >= 17:
            # The PyPI build has no ICU; the builtin provider orders alike on every system.
            locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        command = [
            str(binaries.initdb),
            f"--pgdata={fresh}",
            f"--username={SUPERUSER}",
            f"--pwfile={password_file}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            *locale,
            *(["--no-sync"] if self.throwaway else []),
        ]
        made = start(
            command, log=self.log, cwd=fresh, env=self.environment(), account=self.place.account
        )
        made.wait()
        password_file.unlink()
        if made.returncode != 0:
            raise LauncherError(f"initdb failed; see {self.log}")
        fresh.rename(self.data)

    def launch(self, binaries: Binaries) -> bool:
        """False when the server ended before it answered, for example because its port was lost."""
        settings = {
            "listen_addresses": LOOPBACK,
            "port": str(self.port),
            "unix_socket_directories": "",
            "max_connections": "60",
            "log_checkpoints": "off",
            # A refused statement holds names, and so does the row it quotes.
            "log_min_error_statement": "panic",
            "log_error_verbosity": "terse",
            **(THROWAWAY if self.throwaway else {}),
        }
        options = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
        self.process = start(
            [str(binaries.postgres), "-D", str(self.data), *options],
            log=self.log,
            cwd=self.data,
            env=self.environment(),
            account=self.place.account,
            on_our_death=signal.SIGINT,
        )
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                return False
            try:
                psycopg2.connect(self.url(SUPERUSER, "postgres"), connect_timeout=5).close()
            except psycopg2.OperationalError as error:
                if "password authentication failed" in str(error):
                    raise LauncherError(
                        f"The passwords in {self.place.secrets} are not those of {self.data}. "
                        "`make reset` starts afresh."
                    ) from error
                time.sleep(0.02)
            else:
                return True
        self.stop()
        return False

    def environment(self) -> dict[str, str]:
        # Nothing of ours: PGDATA or LC_ALL of the person at the terminal would confuse the server.
        return {"HOME": str(self.place.home), "PATH": os.defpath, "LC_ALL": "C"}

    def ensure_roles(self) -> None:
        connection = psycopg2.connect(self.url(SUPERUSER, "postgres"))
        connection.autocommit = True
        try:
            with connection.cursor() as cursor:
                ensure_role(cursor, WEB_GROUP, "NOLOGIN")
                for role, rights in ((OWNER, "LOGIN CREATEDB CREATEROLE"), (WEB_LOGIN, "LOGIN")):
                    ensure_role(cursor, role, rights, self.place.secret(f"postgres-{role}"))
                grant = sql.SQL("GRANT {} TO {}")
                cursor.execute(grant.format(sql.Identifier(WEB_GROUP), sql.Identifier(WEB_LOGIN)))
                cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
                if cursor.fetchone() is None:
                    create = sql.SQL("CREATE DATABASE {} OWNER {}")
                    cursor.execute(create.format(sql.Identifier(DATABASE), sql.Identifier(OWNER)))
        finally:
            connection.close()


def ensure_role(cursor, name: str, rights: str, password: str | None = None) -> None:
    cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name])
    verb = "CREATE" if cursor.fetchone() is None else "ALTER"
    cursor.execute(sql.SQL(f"{verb} ROLE {{}} {rights}").format(sql.Identifier(name)))
    if password:
        cursor.execute(
            sql.SQL("ALTER ROLE {} PASSWORD %s").format(sql.Identifier(name)), [password]
        )


def end_remains(data: Path) -> None:
    """After `kill -9` of a launcher its server may still be shutting down, or, where the kernel
    cannot tell a child of its parent's death, still run. Waits, then ends it, then tidies."""
    lock = data / "postmaster.pid"
    told = False
    deadline = time.monotonic() + STOP_SECONDS
    while (pid := postmaster_of(lock)) and time.monotonic() < deadline:
        if not told and time.monotonic() > deadline - STOP_SECONDS + 2:
            os.kill(pid, signal.SIGINT)
            told = True
        time.sleep(0.05)
    if pid:
        raise LauncherError(f"An older PostgreSQL (process {pid}) still uses {data}.")
    # Its process number may belong to something else by now; PostgreSQL would refuse to start.
    lock.unlink(missing_ok=True)


def postmaster_of(lock: Path) -> int | None:
    """The process number in a postmaster.pid, if a PostgreSQL really runs under it."""
    try:
        pid = int(lock.read_text().split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        return None
    return pid if "postgres" in (identity(pid) or "") else None
