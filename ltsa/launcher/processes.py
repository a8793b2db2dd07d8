"""Child processes that never outlive the launcher, and ports that are free."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from ltsa.launcher.places import Account

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
    identity = (
        {"user": account.uid, "group": account.gid, "extra_groups": []} if account else {}
    )
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
            **identity,
        )
    finally:
        if output:
            output.close()


def stop(process: subprocess.Popen, how: signal.Signals, seconds: float) -> bool:
    """Stops a child; False when it had to be killed because it did not go within `seconds`."""
    if process.poll() is None:
        process.send_signal(how)
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


def free_port(wanted: int = 0, host: str = "127.0.0.1", tries: int = 1) -> int:
    """A port on which nobody listens: `wanted`, or one of the `tries` - 1 after it; 0 means any."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for port in range(wanted, min(wanted + tries, 65536)):
        with socket.socket(family) as probe:
            # As the web server binds: a port in TIME_WAIT after the last run counts as free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return probe.getsockname()[1]
    raise OSError(f"No free port from {wanted} on {host}")
