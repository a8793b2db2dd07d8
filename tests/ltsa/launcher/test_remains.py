import os
import sys

import pytest

from ltsa.launcher import remains
from ltsa.launcher.processes import identity, start

FOREVER = [sys.executable, "-c", "import time; time.sleep(600)"]


@pytest.fixture(autouse=True)
def impatience(monkeypatch):
    shorter = tuple((seconds / 50, how) for seconds, how in remains.PATIENCE)
    monkeypatch.setattr(remains, "PATIENCE", shorter)


def test_a_program_of_a_killed_launcher_is_ended(tmp_path):
    left = start(FOREVER)
    remains.note_processes(tmp_path, {left.pid: identity(left.pid)})
    assert remains.end_processes(tmp_path) == 1
    assert left.wait() < 0


def test_another_program_under_a_noted_number_is_left_alone(tmp_path):
    remains.note_processes(tmp_path, {os.getpid(): "gunicorn 1"})
    assert remains.end_processes(tmp_path) == 0


def test_nothing_noted_is_nothing_to_end(tmp_path):
    assert remains.end_processes(tmp_path) == 0
    (tmp_path / remains.FILE).write_text("{half a li")
    assert remains.end_processes(tmp_path) == 0
