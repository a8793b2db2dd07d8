"""A family's request, as the volunteer of Gebang Kulon in Cirebon hands it in."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from villages.actions import hand_in_request

GIVEN = {
    "reporter_name": "Ibu Carsinah Contoh",
    "relation": "parent",
    "migrant_name": "Yati",
    "destination": "Arab Saudi",
    "last_contact_on": date(2026, 8, 20),
    "phone": "+6281234567890",
    "phone_safe": "yes",
    "needs": "Anaknya tidak memberi kabar tiga bulan.",
    "urgent": False,
    "consent": "voice",
}


@pytest.fixture
def given():
    return dict(GIVEN)


@pytest.fixture
def make_request(cast, given):
    """`make_request(by="kader.cirebon", urgent=True, …)` as that volunteer hands it in."""

    def make(by="kader.cirebon", **other):
        return hand_in_request(given | other, by=cast[by])

    return make


@pytest.fixture
def asked(make_request):
    return make_request()


@pytest.fixture
def typed(given):
    """The form as it is posted."""
    return given | {"last_contact_on": "20/08/2026", "phone": "0812-3456-7890", "urgent": "False"}


@pytest.fixture
def cost_of():
    """How many statements a request takes."""

    def count(ask) -> int:
        ask()  # the first one after a sign-in also writes the session
        with CaptureQueriesContext(connection) as queries:
            assert ask().status_code == 200
        return len(queries)

    return count
