"""What a killed launcher left: noted while running, ended by the next one.

On Linux the kernel tells the children of their parent's death, and this only waits for them, so
that their port is free again. On macOS nobody tells them, and this ends them.
"""

import json
import os
import signal
import time
from pathlib import Path

from ltsa.launcher.places import write_private
from ltsa.launcher.processes import identity

FILE = "processes.json"
PATIENCE = ((5.0, None), (10.0, signal.SIGTERM), (5.0, signal.SIGKILL))  # seconds, then a signal


def note_processes(state: Path, identities: dict[int, str]) -> None:
    write_private(state / FILE, json.dumps(identities))


def end_processes(state: Path) -> int:
    """Waits for the noted processes, ends those that stay; the number that needed a signal."""
    path = state / FILE
    try:
        noted = {int(pid): name for pid, name in json.loads(path.read_text()).items()}
    except (FileNotFoundError, ValueError):
        return 0
    signalled: set[int] = set()
    for seconds, how in PATIENCE:
        deadline = time.monotonic() + seconds
        left = [pid for pid in noted if identity(pid) == noted[pid]]
        if how is not None:
            for pid in left:
                signal_group(pid, how)
            signalled.update(left)
        while left and time.monotonic() < deadline:
            time.sleep(0.05)
            left = [pid for pid in left if identity(pid) == noted[pid]]
    path.unlink(missing_ok=True)
    return len(signalled)


def signal_group(pid: int, how: signal.Signals) -> None:
    try:
        os.killpg(pid, how)
    except (ProcessLookupError, PermissionError):
        pass
