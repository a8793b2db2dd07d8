import pytest

from ltsa.launcher.options import ROOT
from ltsa.launcher.places import LauncherError, Place
from ltsa.launcher.postgres import Postgres
from ltsa.launcher.preparation import COMMANDS, Command, Preparation, files_of


@pytest.fixture
def preparation(place: Place, postgres: Postgres) -> Preparation:
    return Preparation(place, {"DEMO": "1"}, postgres)


def test_a_command_that_succeeded_is_done_until_its_files_change(preparation, monkeypatch):
    command = Command("version", "Version", ("requirements.txt",))
    assert not preparation.is_done(command)
    preparation.run(command)
    assert preparation.is_done(command)
    assert not preparation.is_done(Command("version", "Version", ("manage.py",)))
    preparation.cluster = "another"
    assert not preparation.is_done(command)


def test_on_a_server_of_somebody_else_nothing_is_skipped(place: Place):
    preparation = Preparation(place, {"DEMO": "1"}, None)
    command = Command("version", "Version", ())
    preparation.run(command)
    assert not preparation.is_done(command)


def test_a_failing_command_shows_its_last_words(preparation):
    command = Command("no_such_command", "None", ())
    with pytest.raises(LauncherError, match="Unknown command: 'no_such_command'"):
        preparation.run(command)
    assert not preparation.is_done(command)


def test_a_new_migration_and_a_new_area_file_are_noticed():
    migrate, load_areas, _demo = COMMANDS
    noticed = {str(path.relative_to(ROOT)) for path in files_of(migrate)}
    assert "ltsa/accounts/migrations/0001_initial.py" in noticed
    assert "cases/migrations/0001_initial.py" in noticed
    assert ROOT / "ltsa/areas/models.py" in files_of(load_areas)
