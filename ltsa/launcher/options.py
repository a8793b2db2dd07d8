"""What `make run` takes from the environment, and what its programs get."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ltsa.launcher.places import LauncherError, Place
from ltsa.launcher.processes import LOOPBACK

ROOT = Path(__file__).resolve().parents[2]
PORTS_TO_TRY = 100


@dataclass(frozen=True)
class Options:
    """`database_url` and `redis_url` are None when the launcher starts servers of its own."""

    host: str
    port: int
    state: Path
    database_url: str | None
    migrate_url: str | None
    redis_url: str | None


def read_options(environ: Mapping[str, str]) -> Options:
    """Empty values count as absent: `PORT= make run` is no mistake."""
    given = {name: value for name, value in environ.items() if value}
    port = given.get("PORT", "8000")
    if not port.isascii() or not port.isdigit() or not 1 <= int(port) <= 65535:
        raise LauncherError(f"PORT is {port!r}; it must be a number from 1 to 65535.")
    database = given.get("DATABASE_URL")
    return Options(
        host=given.get("HOST", LOOPBACK),
        port=int(port),
        state=Path(given.get("STATE_DIR", ROOT / ".state")).absolute(),
        database_url=database,
        migrate_url=given.get("MIGRATE_DATABASE_URL", database) if database else None,
        redis_url=given.get("REDIS_URL"),
    )


def program_environment(place: Place, port: int) -> dict[str, str]:
    """What every program gets beside the addresses of the servers. Keys given by hand win."""
    environ = {**os.environ, "DEMO": "1", "PYTHONUNBUFFERED": "1"}
    environ.update(STATE_DIR=str(place.state), PORT=str(port))
    environ.setdefault("DJANGO_SETTINGS_MODULE", "ltsa.settings")
    for name in ("SECRET_KEY", "FIELD_KEYS"):
        environ[name] = environ.get(name) or place.secret(name, lambda: secrets.token_urlsafe(50))
    return environ
