import pytest

from ltsa.launcher.options import program_environment, read_options
from ltsa.launcher.places import LauncherError, Place


def test_without_an_environment_the_demo_is_on_the_loopback_at_8000():
    options = read_options({})
    assert (options.host, options.port, options.state.name) == ("127.0.0.1", 8000, ".state")
    assert options.database_url is options.redis_url is options.migrate_url is None


@pytest.mark.parametrize("port", ["0", "65536", "-1", "80 80", "delapan", "８０００", "1e3"])
def test_a_wrong_port_is_named(port: str):
    with pytest.raises(LauncherError, match="PORT"):
        read_options({"PORT": port})


def test_an_empty_value_is_an_absent_one():
    options = read_options({"PORT": "", "DATABASE_URL": "", "HOST": ""})
    assert (options.port, options.database_url, options.host) == (8000, None, "127.0.0.1")


def test_one_database_address_serves_for_both_roles():
    assert read_options({"DATABASE_URL": "postgres://a/b"}).migrate_url == "postgres://a/b"


def test_keys_are_made_once_and_given_ones_win(place: Place, monkeypatch):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    monkeypatch.setenv("FIELD_KEYS", "mine")
    first, second = program_environment(place, 8000), program_environment(place, 8001)
    assert first["SECRET_KEY"] == second["SECRET_KEY"] and len(first["SECRET_KEY"]) >= 50
    assert first["FIELD_KEYS"] == "mine"
    assert (first["DEMO"], second["PORT"]) == ("1", "8001")
