"""What every test finds: the areas, the fixed cast of ltsa.demo.cast, and clients that are signed in as one of it."""

import pytest
from django.conf import settings
from django.test import Client
from pytest_django.plugin import blocking_manager_key
from rest_framework.test import APIClient

from ltsa.accounts.models import User
from ltsa.accounts.tokens import create_token
from ltsa.areas.loading import load
from ltsa.demo.cast import create_cast
from tests import stage


def pytest_configure():
    # Argon2 is slow by design; no test is about the hash itself.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        load()
        create_cast()
        stage.keep()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    result = yield
    if nextitem is not None and _commits(item):
        with item.config.stash[blocking_manager_key].unblock():
            stage.restore()
    return result


def _commits(item) -> bool:
    marker = item.get_closest_marker("django_db")
    asked = bool(marker and (marker.kwargs.get("transaction") or marker.args[:1] == (True,)))
    return asked or bool({"transactional_db", "live_server"} & set(item.fixturenames))


class Cast:
    """The people of the demo by name: `cast["meja.cirebon"]`, or `cast.meja_cirebon`; read once a test."""

    def __init__(self):
        self._people = {}

    def __getitem__(self, username: str) -> User:
        if username not in self._people:
            self._people[username] = User.objects.get(username=username)
        return self._people[username]

    def __getattr__(self, name: str) -> User:
        return self[name.replace("_", ".")]


@pytest.fixture
def cast(db) -> Cast:
    return Cast()


@pytest.fixture
def as_user(cast):
    """`as_user("meja.cirebon")` (or a User) gives a browser-like client that is signed in."""

    def sign_in(who) -> Client:
        client = Client()
        client.force_login(cast[who] if isinstance(who, str) else who)
        return client

    return sign_in


@pytest.fixture
def api(cast):
    """`api("meja.cirebon")` (or a User) gives an API client with a token of that person."""

    def with_token(who) -> APIClient:
        user = cast[who] if isinstance(who, str) else who
        client = APIClient()
        client.credentials(HTTP_AUTHORIZATION=f"Token {create_token(user)}")
        return client

    return with_token
