"""The login that makes backups reads everything and changes nothing; made by the file that production runs."""

import os
import shutil
import subprocess
from pathlib import Path

import psycopg2
import pytest

from ltsa.launcher import binaries
from ltsa.launcher.options import ROOT
from ltsa.launcher.postgres import SUPERUSER, Postgres
from tests.ltsa.launcher.conftest import temporary_place
from tests.ltsa.launcher.test_postgres import ask

TOOLS = ("psql", "pg_dump", "pg_restore")
PASSWORDS = {"OWNER_PASSWORD": "owner", "WEB_PASSWORD": "web", "BACKUP_PASSWORD": "backup"}
pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, TOOLS)), reason="needs the clients of PostgreSQL"
)


def url(server, role) -> str:
    password = PASSWORDS[f"{role.removeprefix('ltsa_').upper()}_PASSWORD"]
    return f"postgresql://{role}:{password}@127.0.0.1:{server.port}/ltsa"


@pytest.fixture(scope="module")
def server():
    """A cluster of the version of the clients, with nothing in it but what roles.sql makes."""
    clients = Path(shutil.which("pg_dump") or "").resolve().parent
    told = subprocess.run(["pg_dump", "--version"], capture_output=True, text=True).stdout
    homes = [clients, Path(f"/usr/lib/postgresql/{told.split()[2].split('.')[0]}/bin")]
    patch = pytest.MonkeyPatch()
    patch.setattr(binaries, "candidates", lambda place: iter(homes))
    with temporary_place() as place:
        postgres = Postgres(place, throwaway=True)
        postgres.start()
        _only_what_the_file_makes(postgres)
        yield postgres
        postgres.stop()
    patch.undo()


def _only_what_the_file_makes(postgres: Postgres) -> None:
    link = psycopg2.connect(postgres.url(SUPERUSER, "postgres"))
    link.autocommit = True
    with link.cursor() as cursor:
        cursor.execute("DROP DATABASE ltsa")
        for role in ("ltsa_app", "ltsa_web", "ltsa_owner"):
            cursor.execute(f"DROP ROLE {role}")
    link.close()
    command = ["psql", "-q", "-v", "ON_ERROR_STOP=1", "-d", postgres.url(SUPERUSER, "postgres")]
    command += ["-f", str(ROOT / "docs/deploy/roles.sql")]
    made = subprocess.run(command, env=os.environ | PASSWORDS, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    # A table of a migration that comes after: the rights stand already.
    ask(
        url(postgres, "ltsa_owner"),
        "CREATE TABLE client (id serial PRIMARY KEY, name text); INSERT INTO client (name) VALUES ('Contoh')",
    )


def test_it_reads_what_later_migrations_made(server):
    assert ask(url(server, "ltsa_backup"), "SELECT name FROM client") == "Contoh"


@pytest.mark.parametrize(
    "act",
    [
        "INSERT INTO client (name) VALUES ('x')",
        "UPDATE client SET name = 'x'",
        "DELETE FROM client",
        "TRUNCATE client",
        "DROP TABLE client",
        "ALTER TABLE client DISABLE TRIGGER ALL",
        "CREATE TABLE mine (id int)",
        "SELECT setval('client_id_seq', 900)",
        "SET ROLE ltsa_owner",
        "SET ROLE ltsa_app",
    ],
)
def test_it_changes_nothing_even_after_it_has_left_reading_only(server, act):
    for first in ("", "SET default_transaction_read_only = off; COMMIT; BEGIN;"):
        with pytest.raises(psycopg2.Error) as refused:
            ask(url(server, "ltsa_backup"), first + act)
        known = ("42501", "25006")  # insufficient_privilege, read_only_sql_transaction
        assert refused.value.pgcode in known if not first else refused.value.pgcode == "42501"
    assert ask(url(server, "ltsa_backup"), "SELECT count(*) FROM client") == 1


def test_it_takes_a_whole_dump(server, tmp_path):
    file = tmp_path / "a.dump"
    dump = ["pg_dump", "--format=custom", "--no-owner", f"--file={file}"]
    made = subprocess.run(
        [*dump, f"--dbname={url(server, 'ltsa_backup')}"], capture_output=True, text=True
    )
    assert made.returncode == 0, made.stderr
    listed = subprocess.run(["pg_restore", "--list", file], capture_output=True, text=True).stdout
    assert "TABLE DATA public client" in listed and "SEQUENCE SET" in listed


def test_the_web_login_is_not_it(server):
    with pytest.raises(psycopg2.Error):
        ask(url(server, "ltsa_backup").replace("ltsa_backup", "ltsa_app"), "SELECT 1")


def test_no_unit_but_the_backup_can_read_the_backups_file():
    """Each unit has a user and a file of settings of its own; none is started with the owner's."""
    units = sorted((ROOT / "docs/deploy/systemd").glob("*.service"))
    assert len(units) == 5
    for unit in units:
        text, backup = unit.read_text(), "backup" in unit.name
        assert ("User=satuatap-backup\n" if backup else "User=satuatap\n") in text, unit.name
        name = "backup" if backup else "environment"
        assert f"EnvironmentFile=/etc/satu-atap/{name}\n" in text
        for line in ("LimitCORE=0", "NoNewPrivileges=true", "ProtectProc=invisible",
                     "ProtectKernelTunables=true", "SystemCallFilter=@system-service",
                     "MemoryDenyWriteExecute=true", "CapabilityBoundingSet="):  # fmt: skip
            assert f"{line}\n" in text, f"{line} of {unit.name}"
    script = (ROOT / "docs/deploy/backup.sh").read_text()
    assert "MIGRATE_DATABASE_URL" not in script and "BACKUP_DATABASE_URL" in script
