"""Child processes that never outlive the launcher, and ports that are free."""

import ctypes
import errno
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from ltsa.launcher.places import Account, LauncherError

LOOPBACK = "127.0.0.1"
PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


def start(
    command: Sequence[str],
    *,
    log: Path | None = None,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    account: Account | None = None,
    on_our_death: signal.Signals = signal.SIGTERM,
) -> subprocess.Popen:
    """Starts a child in a session of its own, so that Ctrl-C reaches only the launcher.

    Call it from the main thread: on Linux the kernel sends `on_our_death` to the child when the
    thread that started it ends, even by `kill -9`.
    """
    parent = os.getpid()

    def die_with_us() -> None:
        if _LIBC is not None:
            _LIBC.prctl(PR_SET_PDEATHSIG, on_our_death)
            # The parent may have died between fork and prctl; nobody would ever tell us.
            if os.getppid() != parent:
                os._exit(1)

    output = open(log, "ab") if log else None  # noqa: SIM115 - the child keeps it
    try:
        return subprocess.Popen(
            list(command),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT if output else None,
            cwd=cwd,
            env=dict(env) if env is not None else None,
            start_new_session=True,
            preexec_fn=die_with_us,
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
        )
    finally:
        if output:
            output.close()


def stop(process: subprocess.Popen, how: signal.Signals, seconds: float) -> bool:
    """Asks a child to stop; False when it had to be killed because it took over `seconds`."""
    if process.poll() is None:
        process.send_signal(how)
    return end(process, seconds)


def end(process: subprocess.Popen, seconds: float) -> bool:
    """Waits for a child that was asked to stop; False when it had to be killed."""
    try:
        process.wait(seconds)
        return True
    except subprocess.TimeoutExpired:
        kill_group(process)
        process.wait()
        return False


def kill_group(process: subprocess.Popen) -> None:
    """Kills what is left of a child's session: a killed Celery leaves its pool behind."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass


def identity(pid: int) -> str | None:
    """Program name and start time of a living process: a process number alone may be reused."""
    if sys.platform == "linux":
        try:
            # Not `ps`: slim images lack it. The name is in brackets and may hold spaces.
            name, _, rest = Path(f"/proc/{pid}/stat").read_text().rpartition(")")
        except (FileNotFoundError, ProcessLookupError):
            return None
        fields = rest.split()
        return None if fields[0] == "Z" else f"{name.partition('(')[2]} {fields[19]}"
    shown = subprocess.run(
        ["ps", "-p", str(pid), "-o", "comm=,lstart="], capture_output=True, text=True
    )
    return shown.stdout.strip() or None


def free_port(wanted: int = 0, host: str = LOOPBACK, tries: int = 1) -> int:
    """A port on which nobody listens: `wanted`, or one of the `tries` - 1 after it; 0 means any.

    Raises LauncherError when all are taken.
    """
    # A browser that asks for `localhost` may try ::1 first and meet somebody else's program there.
    hosts = [host, "::1"] if wanted and host == LOOPBACK else [host]
    for port in range(wanted, min(wanted + tries, 65536)):
        bound = [bind(each, port) for each in hosts]
        if all(bound):
            return bound[0]
    raise LauncherError(f"Every port from {wanted} to {wanted + tries - 1} of {host} is taken.")


def bind(host: str, port: int) -> int:
    """The port that could be bound and was let go again; 0 when it is taken.

    Raises LauncherError when this machine cannot bind it at all.
    """
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            # As the web server binds: a port in TIME_WAIT after the last run counts as free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
            return probe.getsockname()[1]
    except socket.gaierror as error:
        raise LauncherError(f"HOST is {host!r}, which is no address of this machine.") from error
    except PermissionError as error:
        raise LauncherError(f"PORT {port} is for root only; choose one from 1024.") from error
    except OSError as error:
        # A machine without IPv6 has nobody on ::1.
        return port if error.errno in (errno.EAFNOSUPPORT, errno.EADDRNOTAVAIL) else 0
