"""What every test finds: the areas, the fixed cast of ltsa.demo.cast, and clients that are signed in as one of it."""

import gc
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck
from hypothesis import settings as drawing
from pytest_django.plugin import blocking_manager_key
from rest_framework.test import APIClient

from cases.actions import create_referral, open_case, send_referral
from cases.models import CaseType
from ltsa.accounts.models import User
from ltsa.accounts.tokens import create_token
from ltsa.areas.loading import load
from ltsa.demo.cast import create_cast, id_of
from ltsa.organisations.models import Organisation
from services.actions import create_migrant
from tests import stage
from tests.clients import SUHARTI
from tests.moments import HARD, MIDDLE, standing_at
from tests.undefined_variables import raise_undefined

pytest_plugins = ["tests.browser.fixtures"]

# A busy machine draws slowly; that says nothing about the code.
drawing.register_profile("house", suppress_health_check=[HealthCheck.too_slow])
drawing.load_profile("house")


def pytest_configure():
    # Argon2 is slow by design; no test is about the hash itself.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    raise_undefined(settings)


def pytest_collection_finish():
    # What is loaded stays to the end: looking through all of it for litter took a seventh of the suite.
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)


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


def pytest_generate_tests(metafunc):
    if metafunc.definition.get_closest_marker("each_moment"):
        # First of all: what a test finds is made at that moment too.
        metafunc.fixturenames.insert(0, "moment")
        metafunc.parametrize("moment", HARD, indirect=True)


@pytest.fixture
def moment(request):
    """The clock stands at the moment of the parameter; see the marker `each_moment`."""
    with standing_at(request.param) as there:
        yield there


@pytest.fixture
def mid_month():
    """The clock stands at noon in the middle of a month: yesterday and hours ago are of the same month."""
    with standing_at(MIDDLE) as there:
        yield there


@pytest.fixture
def cast(db) -> Cast:
    return Cast()


@pytest.fixture
def as_user(cast):
    """`as_user("meja.cirebon")` (or a User) gives a browser-like client that is signed in."""

    def sign_in(who) -> Client:
        client = Client()
        client.force_login(_person(cast, who))
        return client

    return sign_in


@pytest.fixture
def api(cast):
    """`api("meja.cirebon")` (or a User) gives an API client with a token of that person."""

    def with_token(who) -> APIClient:
        user = _person(cast, who)
        client = APIClient()
        client.credentials(HTTP_AUTHORIZATION=f"Token {create_token(user)}")
        return client

    return with_token


@pytest.fixture
def make_migrant(cast):
    """`make_migrant(by="meja.cirebon", full_name="…", …)` registers a client as that officer would."""

    def make(by="meja.cirebon", **fields):
        told = SUHARTI | {"destination": "Taiwan"} | fields
        return create_migrant(by=_person(cast, by), **told)

    return make


@pytest.fixture
def make_case(cast, make_migrant):
    """`make_case(migrant, types=["KRJ01"], by="meja.cirebon", …)`; a sensitive type makes it restricted."""

    def make(migrant=None, *, types=("REK03",), by="meja.cirebon", **told):
        by = _person(cast, by)
        silent = told.get("restricted") and not told.get("limits_explained")
        account = "" if silent else "Biaya diminta dua kali."
        told = {"account": account, "reported_by": "self"} | told
        rows = [CaseType.objects.get(code=code) for code in types]
        return open_case(migrant or make_migrant(by), types=rows, by=by, **told)

    return make


@pytest.fixture
def make_referral(cast, make_case):
    """`make_referral(case, to="wcc.cirebon", …)`: sent to that house or person's house, with consent; `sent=False`: a draft."""

    def make(case=None, *, to="wcc.cirebon", by="meja.cirebon", sent=True, days=30, **told):
        by = _person(cast, by)
        told = {
            "services": ["psychosocial"],
            "priority": "normal",
            "needs": "Perlu teman bicara.",
            "disclose": ["identity", "contact", "needs"],
        } | told
        consent = {
            "method": "signature",
            "expires_on": timezone.localdate() + timedelta(days=days),
        }
        draft = create_referral(
            case or make_case(by=by),
            to=to if isinstance(to, Organisation) else _person(cast, to).posting.organisation,
            consent=consent,
            by=by,
            **told,
        )
        return send_referral(draft, by=by) if sent else draft

    return make


@pytest.fixture
def no_accounts(db) -> Organisation:
    """A house of Cirebon in which nobody has an account."""
    return Organisation.objects.get(pk=id_of("house", "puskesmas.cirebon"))


@pytest.fixture
def migrant(make_migrant):
    """A prospective migrant of Gebang Kulon, registered at the desk of Cirebon."""
    return make_migrant()


@pytest.fixture
def case(make_case):
    """An ordinary case of that desk."""
    return make_case()


@pytest.fixture
def referral(make_referral):
    """Sent by that desk to WCC Mawar Balqis, unanswered."""
    return make_referral()


def _person(cast: Cast, who) -> User:
    return cast[who] if isinstance(who, str) else who
