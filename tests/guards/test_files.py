"""The shape of the house: small files, small views, no rooms named after nothing."""

import ast
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOP = {
    "manage.py", "ltsa", "services", "cases", "villages", "templates", "static", "tests",
    "requirements.txt", "requirements-dev.txt", "docker-compose.yml", "Dockerfile", "Makefile", "README.md",
    "pyproject.toml", "docs", ".ci", ".env.example", ".pre-commit-config.yaml", ".gitignore", ".dockerignore",
    ".gitattributes",
}  # fmt: skip
NAMELESS = {"utils", "helpers", "core", "common", "mixins", "managers", "signals", "misc"}
LINES, VIEW_LINES = 300, 20


def tracked(*suffixes):
    names = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    paths = (Path(name) for name in names)
    return [path for path in paths if not suffixes or path.suffix in suffixes]


def test_the_top_level_is_as_agreed():
    assert {path.parts[0] for path in tracked()} <= TOP


def test_no_hand_written_file_is_over_300_lines():
    long = {}
    for path in tracked(".py", ".html", ".css", ".js"):
        if "migrations" in path.parts or "vendor" in path.parts or not (ROOT / path).exists():
            continue
        lines = len((ROOT / path).read_text().splitlines())
        if lines > LINES:
            long[str(path)] = lines
    assert long == {}


def test_no_module_is_named_after_nothing():
    assert [path for path in tracked(".py") if path.stem in NAMELESS] == []


def views():
    for path in tracked(".py"):
        if path.parts[0] in ("ltsa", "cases", "services", "villages") and (
            path.stem == "views" or "views" in path.parts
        ):
            tree = ast.parse((ROOT / path).read_text())
            for node in tree.body:
                if isinstance(node, ast.FunctionDef):
                    yield path, node


@pytest.mark.parametrize(
    ("path", "node"), [pytest.param(p, n, id=f"{p}:{n.name}") for p, n in views()]
)
def test_a_view_has_at_most_20_lines(path, node):
    has_docstring = ast.get_docstring(node) is not None
    first = node.body[1 if has_docstring and len(node.body) > 1 else 0].lineno
    assert node.end_lineno - first + 1 <= VIEW_LINES
