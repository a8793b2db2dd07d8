import os
import signal
import subprocess
import sys

import psycopg2
import pytest

from ltsa.launcher.places import LauncherError, Place
from ltsa.launcher.postgres import Postgres, end_remains
from ltsa.launcher.processes import identity

# A launcher in small: starts the server, says its process number and address, and waits.
LAUNCHER = """
import sys, time
from pathlib import Path
from ltsa.launcher.places import place_of
from ltsa.launcher.postgres import Postgres
postgres = Postgres(place_of(Path(sys.argv[1]), home=Path(sys.argv[2])), throwaway=True)
postgres.start()
print(postgres.process.pid, flush=True)
time.sleep(600)
"""


def ask(url: str, question: str):
    connection = psycopg2.connect(url)
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(question)
            return cursor.fetchone()[0] if cursor.description else None
    finally:
        connection.close()


def test_a_second_start_keeps_the_data_and_the_port(postgres: Postgres):
    ask(postgres.owner_url, "CREATE TABLE kept AS SELECT 7 AS number")
    port = postgres.port
    postgres.stop()
    with pytest.raises(psycopg2.OperationalError):
        psycopg2.connect(postgres.owner_url)
    postgres.start()
    assert (postgres.port, ask(postgres.owner_url, "SELECT number FROM kept")) == (port, 7)


def test_the_web_role_logs_in_but_owns_nothing(postgres: Postgres):
    assert ask(postgres.web_url, "SELECT pg_has_role('ltsa_web', 'MEMBER')")
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(postgres.web_url, "CREATE TABLE mine (number int)")
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(postgres.web_url, "SET ROLE ltsa_owner")


@pytest.mark.parametrize("extension", ["btree_gist", "pg_trgm", "unaccent"])
def test_the_owner_can_create_the_extensions_that_migrations_need(postgres: Postgres, extension):
    ask(postgres.owner_url, f"CREATE EXTENSION {extension}")


def test_nobody_gets_in_without_the_password(postgres: Postgres):
    password = postgres.place.secret("postgres-ltsa_owner")
    with pytest.raises(psycopg2.OperationalError, match="password"):
        psycopg2.connect(postgres.owner_url.replace(password, "wrong"))


def test_secrets_and_data_are_closed_to_others(postgres: Postgres):
    for path in [postgres.place.state, postgres.data, *postgres.place.secrets.iterdir()]:
        assert path.stat().st_mode & 0o077 == 0, path


def test_text_sorts_alike_on_every_machine(postgres: Postgres):
    found = ask(
        postgres.web_url, "SELECT string_agg(x, '' ORDER BY x) FROM unnest('{b,A,a}'::text[]) x"
    )
    assert found == "Aab"


def test_a_killed_launcher_leaves_no_server_and_the_next_one_starts(place: Place):
    line = [sys.executable, "-c", LAUNCHER, str(place.state), str(place.home)]
    launcher = subprocess.Popen(line, stdout=subprocess.PIPE, text=True)
    pid = int(launcher.stdout.readline())
    assert "postgres" in identity(pid)
    launcher.kill()
    launcher.communicate()
    successor = Postgres(place, throwaway=True)
    successor.start()
    try:
        assert identity(pid) is None
        assert ask(successor.owner_url, "SELECT 1") == 1
    finally:
        successor.stop()


def test_data_whose_passwords_were_deleted_makes_way_for_new_data(place: Place):
    first = Postgres(place, throwaway=True)
    first.start()
    first.stop()
    for secret in place.secrets.iterdir():
        secret.unlink()
    second = Postgres(place, throwaway=True)
    second.start()
    try:
        assert ask(second.owner_url, "SELECT 1") == 1
        assert not first.data.exists()
    finally:
        second.stop()


def test_wrong_passwords_are_said_at_once(place: Place):
    postgres = Postgres(place, throwaway=True)
    postgres.start()
    postgres.stop()
    (place.secrets / "postgres-postgres").write_text("another")
    with pytest.raises(LauncherError, match="reset"):
        postgres.start()
    postgres.stop()


def test_a_server_that_nobody_told_is_ended(postgres: Postgres):
    end_remains(postgres.data)
    assert postgres.process.wait(5) == 0


def test_a_lock_with_the_number_of_another_program_is_no_obstacle(postgres: Postgres):
    postgres.process.send_signal(signal.SIGKILL)
    postgres.process.wait()
    lock = postgres.data / "postmaster.pid"
    lines = lock.read_text().split("\n")
    lock.write_text("\n".join([str(os.getpid()), *lines[1:]]))
    postgres.start()
    assert ask(postgres.web_url, "SELECT 1") == 1
