import sys
from pathlib import Path

import pytest

from ltsa.launcher import bootstrap


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch) -> Path:
    venv = tmp_path / ".venv"
    for name, value in {"ROOT": tmp_path, "VENV": venv, "PYTHON": venv / "bin/python"}.items():
        monkeypatch.setattr(bootstrap, name, value)
    (tmp_path / "requirements.txt").write_text("")
    (tmp_path / "requirements-dev.txt").write_text("-r requirements.txt\n")
    return tmp_path


def test_a_fresh_checkout_gets_an_environment_and_a_second_run_changes_nothing(checkout, capsys):
    assert bootstrap.make_venv() and bootstrap.works(bootstrap.PYTHON)
    assert not bootstrap.is_fresh("requirements.txt")
    bootstrap.stamp("requirements.txt").write_text(bootstrap.fingerprint("requirements.txt"))
    assert bootstrap.main("requirements.txt") == 0
    assert capsys.readouterr().out == ""


@pytest.fixture
def installed(checkout: Path) -> Path:
    """A checkout whose .venv/bin/python works, without the seconds that a real one takes."""
    bootstrap.PYTHON.parent.mkdir(parents=True)
    bootstrap.PYTHON.symlink_to(sys.executable)
    return checkout


def test_a_changed_line_is_installed_again_also_for_the_development_set(installed):
    name = "requirements-dev.txt"
    bootstrap.stamp(name).write_text(bootstrap.fingerprint(name))
    assert bootstrap.is_fresh(name)
    (installed / "requirements.txt").write_text("# another\n")
    assert not bootstrap.is_fresh(name)


def test_an_environment_whose_python_is_gone_does_not_count(installed):
    bootstrap.stamp("requirements.txt").write_text(bootstrap.fingerprint("requirements.txt"))
    bootstrap.PYTHON.unlink()
    assert not bootstrap.is_fresh("requirements.txt")


def test_an_old_python_gets_a_sentence_and_no_traceback(monkeypatch, capsys):
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 9, 2))
    assert bootstrap.main("requirements.txt") == 1
    assert "3.11" in capsys.readouterr().out
