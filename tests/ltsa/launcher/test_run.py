"""The demo as somebody at a terminal has it: really started, killed, started again, stopped."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from ltsa.launcher.options import ROOT, read_options
from ltsa.launcher.places import LauncherError, place_of
from ltsa.launcher.processes import free_port
from ltsa.launcher.run import Demo, reset

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for orphans in /proc")

SERVERS = ("DATABASE_URL", "MIGRATE_DATABASE_URL", "REDIS_URL", "MAKELEVEL", "HOST")


class Terminal:
    """`python -m ltsa.launcher` with a state directory and a wished port."""

    def __init__(self, state: Path, port: int) -> None:
        self.state = state
        environ = {name: value for name, value in os.environ.items() if name not in SERVERS}
        self.launcher = subprocess.Popen(
            [sys.executable, "-m", "ltsa.launcher"],
            cwd=ROOT,
            env={**environ, "STATE_DIR": str(state), "PORT": str(port)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.said = ""

    def read_until(self, words: str) -> str:
        for line in self.launcher.stdout:
            self.said += line
            if words in line:
                return line
        raise AssertionError(self.said)


@pytest.fixture
def state() -> Iterator[Path]:
    state = ROOT / ".state" / f"test-run-{os.getpid()}"
    home = place_of(state).home
    yield state
    for process in processes_of(state):
        os.kill(process, signal.SIGKILL)
    for folder in {home, state}:
        shutil.rmtree(folder, ignore_errors=True)


def processes_of(state: Path) -> set[int]:
    """Whoever names this demo's folders in its command line or environment."""
    marks = [str(state).encode(), str(place_of(state).home).encode()]
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes() + (folder / "environ").read_bytes()
        except OSError:
            continue
        if any(mark in words for mark in marks):
            found.add(int(folder.name))
    return found


def await_nobody(state: Path) -> None:
    deadline = time.monotonic() + 30
    while left := processes_of(state):
        assert time.monotonic() < deadline, left
        time.sleep(0.05)


def ask(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=30) as answer:
        return answer.read()


def test_the_demo_runs_survives_a_kill_and_stops_without_a_trace(state: Path):
    port = free_port(20_000 + os.getpid() % 20_000, tries=100)
    first = Terminal(state, port)
    assert first.read_until("Ready after").endswith(f"http://localhost:{port}\n")
    assert b"<html" in ask(f"http://localhost:{port}/")
    assert b"meja.cirebon" in ask(f"http://localhost:{port}/masuk/")
    users = count_users(state)
    assert users > 10

    first.launcher.kill()
    first.launcher.wait()
    await_nobody(state)

    with socket.create_server(("127.0.0.1", port)):
        second = Terminal(state, port)
        line = second.read_until("Ready after")
    assert f"Port {port} is taken: using" in second.said
    address = line.split()[-1]
    health = {}
    deadline = time.monotonic() + 60
    while health.get("degraded") is not False:
        assert time.monotonic() < deadline, health
        health = json.loads(ask(f"{address}/healthz"))
        time.sleep(0.2)
    assert count_users(state) == users

    with pytest.raises(LauncherError, match="already runs"):
        Demo(read_options({"STATE_DIR": str(state)})).start()

    second.launcher.terminate()
    assert second.launcher.wait(40) == 0
    assert processes_of(state) == set()
    assert "database system is shut down" in (state / "logs" / "postgres.log").read_text()

    reset(read_options({"STATE_DIR": str(state)}))
    assert not state.exists()


def count_users(state: Path) -> int:
    """Through `manage.py` in another terminal, which finds the running demo by STATE_DIR."""
    environ = {name: value for name, value in os.environ.items() if name not in SERVERS}
    code = "from ltsa.accounts.models import User; print(User.objects.count())"
    said = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", code],
        cwd=ROOT,
        env={**environ, "STATE_DIR": str(state)},
        capture_output=True,
        text=True,
    )
    assert said.returncode == 0, said.stderr
    return int(said.stdout)
