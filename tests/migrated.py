"""A data directory with a migrated test database, kept between runs: migrating takes ten seconds.

Kept under .state by a fingerprint of all that migrations depend on. A run works on a copy.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import psycopg2

from ltsa.launcher.options import ROOT
from ltsa.launcher.places import private_directory
from ltsa.launcher.postgres import OWNER, SUPERUSER, Postgres
from ltsa.launcher.preparation import COMMANDS, files_of

KEPT = ROOT / ".state" / "test-databases"
KEPT_AT_MOST = 3
TEST_DATABASE = "test_ltsa"  # as pytest-django names it
OTHERS = ("ltsa/settings.py", "ltsa/launcher/postgres.py", "tests/migrated.py")


def start_migrated(postgres: Postgres) -> bool:
    """Starts `postgres` with the test database in it; False when migrating failed.

    Then pytest-django makes the database itself and shows why.
    """
    kept = KEPT / fingerprint()
    if kept.is_dir():
        shutil.copy2(kept / "password", postgres.place.secrets / f"postgres-{SUPERUSER}")
        copy(kept / "data", postgres.data)
        kept.touch()
        postgres.start()
        return True
    postgres.start()
    if not migrate(postgres):
        return False
    postgres.stop()
    keep(postgres, kept)
    postgres.start()
    return True


def fingerprint() -> str:
    digest = hashlib.sha256()
    migrations = sorted(files_of(COMMANDS[0]))
    for path in sorted({*migrations, *(ROOT / name for name in OTHERS), *imported(migrations)}):
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:24]


def imported(migrations: list[Path]) -> set[Path]:
    """Our modules that migrations import, such as the rows of a code table."""
    found = set()
    for migration in migrations:
        for name in re.findall(r"^(?:from|import) ([\w.]+)", migration.read_text(), re.MULTILINE):
            path = (ROOT / name.replace(".", "/")).with_suffix(".py")
            if path.is_file():
                found.add(path)
    return found


def migrate(postgres: Postgres) -> bool:
    connection = psycopg2.connect(postgres.owner_url)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {TEST_DATABASE}")
    connection.close()
    environ = {**os.environ, "DATABASE_URL": postgres.url(OWNER, TEST_DATABASE)}
    line = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    return subprocess.run(line, cwd=ROOT, env=environ, capture_output=True).returncode == 0


def keep(postgres: Postgres, kept: Path) -> None:
    fresh = private_directory(KEPT / f".new-{os.getpid()}")
    shutil.copy2(postgres.place.secrets / f"postgres-{SUPERUSER}", fresh / "password")
    copy(postgres.data, fresh / "data")
    try:
        fresh.rename(kept)
    except OSError:
        # Another run was first.
        shutil.rmtree(fresh)
    known = sorted(KEPT.glob("[!.]*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in known[KEPT_AT_MOST:]:
        shutil.rmtree(old, ignore_errors=True)


def copy(source: Path, target: Path) -> None:
    # cp, because it keeps the owner, which is not us when we are root.
    subprocess.run(["cp", "-a", source, target], check=True)
