"""Starts PostgreSQL and Valkey for the tests before pytest-django reads the settings.

A conftest is too late for that, hence `-p tests.services_plugin` in pyproject.toml. With
DATABASE_URL (an owner that may create databases) or REDIS_URL set, no server of ours is started.

DATABASE_URL is the owner's here, because the owner creates and empties the test database.
WEB_DATABASE_URL is the login of the web role, to prove what that role may not do.
"""

import os
import shutil
import tempfile
from collections.abc import Generator
from contextlib import ExitStack
from pathlib import Path

import pytest

from ltsa.launcher.places import Place, place_of, temporary_directory
from ltsa.launcher.postgres import Postgres
from ltsa.launcher.translations import compile_translations
from ltsa.launcher.valkey import Valkey
from tests.migrated import start_migrated

PREFIX = f"satu-atap-tests-{os.getuid()}-"
PERSONAL = "PORT HOST DEBUG SECRET_KEY FIELD_KEYS ALLOWED_HOSTS EMAIL_URL SITE_URL".split()
SERVERS = ExitStack()


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None, None, None]:
    start_servers(early_config)
    try:
        return (yield)
    except BaseException:
        SERVERS.close()
        raise


def pytest_unconfigure() -> None:
    SERVERS.close()


def start_servers(config: pytest.Config) -> None:
    # The suite must not depend on what the person at the terminal has exported.
    for name in PERSONAL:
        os.environ.pop(name, None)
    os.environ["DEMO"] = "1"
    compile_translations()
    if "DATABASE_URL" in os.environ and "REDIS_URL" in os.environ:
        os.environ.setdefault("MIGRATE_DATABASE_URL", os.environ["DATABASE_URL"])
        return
    place = temporary_place()
    if "DATABASE_URL" not in os.environ:
        postgres = Postgres(place, throwaway=True)
        SERVERS.callback(postgres.stop)
        config.option.reuse_db = start_migrated(postgres)
        os.environ["DATABASE_URL"] = postgres.owner_url
        os.environ["WEB_DATABASE_URL"] = postgres.web_url
    os.environ["MIGRATE_DATABASE_URL"] = os.environ["DATABASE_URL"]
    if "REDIS_URL" not in os.environ:
        valkey = Valkey(place, throwaway=True)
        SERVERS.callback(valkey.stop)
        valkey.start()
        os.environ["REDIS_URL"] = valkey.url


def temporary_place() -> Place:
    top = temporary_directory()
    for remains in top.glob(PREFIX + "*"):
        # A run that was killed could not tidy up; its servers died with it.
        if not is_running(int(remains.name.removeprefix(PREFIX).split("-")[0])):
            shutil.rmtree(remains, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=top))
    SERVERS.callback(shutil.rmtree, folder, ignore_errors=True)
    folder.chmod(0o711)
    return place_of(folder / "state", home=folder / "home")


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
