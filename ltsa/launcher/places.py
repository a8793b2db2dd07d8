"""Where the demo keeps its things, and as whom its database server runs.

An ordinary user has everything under STATE_DIR. PostgreSQL refuses to run as root, so root
lends it another account and a home that this account can reach: a folder of the system's
temporary directory, named by a hash of STATE_DIR.
"""

import hashlib
import os
import pwd
import secrets
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

ENVIRONMENT_FILE = "environment"


class LauncherError(Exception):
    """Something the person at the terminal can mend; the text says what."""


@dataclass(frozen=True)
class Account:
    """The system account that runs PostgreSQL when we are root."""

    name: str
    uid: int
    gid: int


@dataclass(frozen=True)
class Place:
    """`state` is ours alone (0700); `home` can also be reached by `account`, if there is one."""

    state: Path
    home: Path
    account: Account | None

    @property
    def logs(self) -> Path:
        return private_directory(self.state / "logs")

    @property
    def secrets(self) -> Path:
        return private_directory(self.state / "secrets")

    def secret(self, name: str, make=lambda: secrets.token_urlsafe(32)) -> str:
        """The secret of that name, made once and kept in a file that only we can read."""
        path = self.secrets / name
        if not path.exists():
            write_private(path, make())
        return path.read_text().strip()


def place_of(state: Path, home: Path | None = None) -> Place:
    """The place of a demo with this state directory. Creates what is missing."""
    state = private_directory(state.resolve())
    account = server_account()
    if account is None:
        return Place(state, state, None)
    if home is None:
        digest = hashlib.sha256(str(state).encode()).hexdigest()[:16]
        home = temporary_directory() / f"satu-atap-{digest}"
    home.mkdir(mode=0o711, exist_ok=True)
    refuse_foreign(home)
    home.chmod(0o711)
    return Place(state, home, account)


def server_account() -> Account | None:
    """None for an ordinary user, who runs PostgreSQL as himself."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "_postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name, entry.pw_uid, entry.pw_gid)
    raise LauncherError("As root, PostgreSQL needs an account `postgres` or `nobody` to run as.")


def temporary_directory() -> Path:
    """A temporary directory that every account can enter; TMPDIR may lie below a closed home."""
    shared = ("/tmp", "/var/tmp")  # noqa: S108 - place_of and mkdtemp refuse a foreign folder
    for path in map(Path, (tempfile.gettempdir(), *shared)):
        if path.is_dir() and open_to_all(path.resolve()):
            return path.resolve()
    raise LauncherError("No temporary directory can be entered by other accounts.")


def open_to_all(path: Path) -> bool:
    """True when any account may pass through `path` and everything above it."""
    return all(part.stat().st_mode & stat.S_IXOTH for part in (path, *path.parents))


def refuse_foreign(path: Path) -> None:
    """A temporary directory is shared: a folder put there by somebody else is not ours to trust."""
    found = path.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
        raise LauncherError(f"{path} belongs to somebody else; remove it or choose a STATE_DIR.")


def private_directory(path: Path) -> Path:
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.chmod(0o700)
    return path


def write_private(path: Path, text: str) -> None:
    """Writes a file of mode 0600 whole or not at all."""
    fresh = path.with_name(path.name + ".new")
    fresh.unlink(missing_ok=True)
    with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text + "\n")
    fresh.replace(path)


def write_environment(state: Path, values: dict[str, str]) -> None:
    """Lets `manage.py` in another terminal find the servers of the running demo."""
    write_private(state / ENVIRONMENT_FILE, "\n".join(f"{k}={v}" for k, v in values.items()))


def read_environment(state: Path) -> dict[str, str]:
    """What `write_environment` wrote, or nothing when no demo runs there."""
    try:
        lines = (state / ENVIRONMENT_FILE).read_text().splitlines()
    except OSError:
        return {}
    return dict(line.split("=", 1) for line in lines if "=" in line)
