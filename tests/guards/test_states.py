"""The drawings of docs/states.md are those of the tables: `manage.py state_diagrams` writes them."""

from django.core.management import call_command

from cases import diagrams
from cases.transitions import TABLES


def test_the_drawings_are_those_of_the_tables():
    told = "Run: .venv/bin/python manage.py state_diagrams"
    assert diagrams.FILE.read_text(encoding="utf-8") == diagrams.written(), told


def test_every_table_is_drawn():
    assert {model for _title, model in diagrams.DRAWN} == set(TABLES)


def test_the_command_writes_the_file(tmp_path, monkeypatch):
    monkeypatch.setattr("cases.management.commands.state_diagrams.FILE", tmp_path / "states.md")
    call_command("state_diagrams")
    assert (tmp_path / "states.md").read_text(encoding="utf-8") == diagrams.written()
