import os
import sys
import time
from pathlib import Path

import pytest

from ltsa.launcher.processes import identity
from ltsa.launcher.supervisor import FIRST_PAUSE, Program, Supervisor

FOREVER = [sys.executable, "-c", "import time; time.sleep(600)"]


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def supervisor(told: list[str], tmp_path: Path):
    supervisor = Supervisor(dict(os.environ), tmp_path, told.append)
    yield supervisor
    supervisor.stop()


def watch_until(supervisor: Supervisor, condition) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline
        supervisor.watch()


def test_a_killed_program_is_started_again(supervisor, told, tmp_path):
    program = Program("worker", FOREVER, tmp_path / "worker.log")
    supervisor.add(program)
    first = program.process.pid
    program.process.kill()
    watch_until(supervisor, lambda: program.process is not None and program.process.pid != first)
    assert "worker ended (code -9)" in told[0]


def test_the_pause_grows_for_a_program_that_cannot_start(supervisor, tmp_path):
    program = Program("web", ["false"], tmp_path / "web.log")
    supervisor.add(program)
    watch_until(supervisor, lambda: program.pause >= 4 * FIRST_PAUSE)


def test_the_pause_is_short_again_after_a_steady_time(supervisor, tmp_path):
    program = Program("web", FOREVER, tmp_path / "web.log", pause=8.0)
    supervisor.add(program)
    program.started_at -= 3600
    program.process.kill()
    watch_until(supervisor, lambda: program.process is None)
    assert program.pause == 2 * FIRST_PAUSE


def test_a_child_of_a_killed_program_goes_too(supervisor, tmp_path):
    code = (
        "import subprocess, sys, time;"
        "print(subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']).pid, flush=True);"
        "time.sleep(600)"
    )
    program = Program("worker", [sys.executable, "-c", code], tmp_path / "worker.log")
    supervisor.add(program)
    watch_until(supervisor, lambda: program.log.read_text().endswith("\n"))
    grandchild = int(program.log.read_text())
    program.process.kill()
    watch_until(supervisor, lambda: identity(grandchild) is None)


def test_all_programs_are_asked_to_stop_at_once(supervisor, told, tmp_path):
    ready = "print(1, flush=True); signal.pause()"
    asked = "import signal; signal.signal(signal.SIGTERM, lambda *_: open('asked', 'w'));" + ready
    waits = (
        "import os, signal, time; signal.signal(signal.SIGTERM, lambda *_: None);"
        f"{ready}\nwhile not os.path.exists('asked'): time.sleep(0.01)"
    )
    for name, code in {"first": waits, "second": asked}.items():
        program = Program(name, [sys.executable, "-c", code], tmp_path / f"{name}.log")
        supervisor.add(program)
        watch_until(supervisor, lambda log=program.log: log.read_text())
    supervisor.stop()
    assert told == []
