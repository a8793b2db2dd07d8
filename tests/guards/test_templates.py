"""No template lies about unused, and none names a variable that its view does not give."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"
# Found by name: by Django, allauth and crispy, or by the kind of a notice.
FOUND_BY_NAME = re.compile(
    r"^(4\d\d|500|503|403_csrf|account/|mfa/|usersessions/|allauth/|bootstrap5/|django/|notifications/mail/)"
)
CODE = [
    path for app in ("ltsa", "cases", "services", "villages") for path in (ROOT / app).rglob("*.py")
]
PAGES = [path for path in TEMPLATES.rglob("*") if path.suffix in (".html", ".txt")]


@pytest.fixture(scope="module")
def everything_written() -> str:
    return "\n".join(path.read_text() for path in [*CODE, *PAGES])


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_every_template_is_used(path, everything_written):
    name = str(path.relative_to(TEMPLATES))
    if not FOUND_BY_NAME.match(name):
        assert f'"{name}"' in everything_written or f"'{name}'" in everything_written


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_a_template_holds_no_style_no_script_and_no_safe_mark(path):
    text = path.read_text()
    assert not re.search(r"\sstyle=|<style|<script(?![^>]*\bsrc=)|\son[a-z]+=\"", text)
    assert "|safe" not in text or path.parent.name == "layout"  # crispy marks its own help texts
