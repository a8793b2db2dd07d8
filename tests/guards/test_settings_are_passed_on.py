"""A setting that is read is named in .env.example and handed on by the compose file; read as text, all three."""

import re

from tests.guards.test_files import ROOT

READERS = ("ltsa/settings.py", "docs/deploy/gunicorn.conf.py", "ltsa/launcher/probe.py")
# A trial's alone, or said by the files of a deployment themselves.
TRIAL = {"DEMO", "DEBUG", "PORT"}
INSIDE = {"BIND", "PROBE_URL"}
# Only the commands of docs/deploy.md use these.
BY_HAND = {"MIGRATE_DATABASE_URL", "BACKUP_DATABASE_URL"}


def text(path: str) -> str:
    return (ROOT / path).read_text()


def read() -> set[str]:
    asked = r"\benv(?:\.\w+)?\(\s*\"([A-Z_]+)\"|environ(?:\.get\(|\[)\s*\"([A-Z_]+)\""
    found = re.findall(asked, "".join(text(path) for path in READERS))
    return {one or other for one, other in found}


def named() -> set[str]:
    return set(re.findall(r"^([A-Z_]+)=", text(".env.example"), re.MULTILINE))


def passed_on() -> set[str]:
    """Keys of the environment that all parts of the portal get."""
    block = text("docker-compose.yml").partition("x-environment:")[2].partition("\nx-")[0]
    return set(re.findall(r"^  ([A-Z_]+):", block, re.MULTILINE))


def asked_of_the_file() -> set[str]:
    return set(re.findall(r"(?<!\$)\$\{([A-Z_]+)[:}]", text("docker-compose.yml")))


def test_the_three_are_read_at_all():
    assert len(read()) > 20 and len(named()) > 20 and len(passed_on()) > 15
    assert {"GATEWAY_URL", "WEB_WORKERS", "TRUSTED_PROXIES"} <= read() & named() & passed_on()


def test_what_is_read_is_named():
    assert read() - named() - TRIAL - INSIDE == set()


def test_what_is_read_and_named_is_passed_on():
    assert read() & named() - passed_on() == set()


def test_what_is_passed_on_is_read():
    assert passed_on() - read() == set()


def test_what_the_compose_file_asks_for_is_named_and_all_that_is_named_is_used():
    assert asked_of_the_file() - named() == set()
    assert named() - read() - asked_of_the_file() - BY_HAND == set()
    docs = text("docs/deploy.md")
    assert all(name in docs for name in BY_HAND)
