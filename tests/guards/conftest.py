import pytest
from django.test import Client

from tests.guards.world import make_world


@pytest.fixture
def world(cast, make_migrant, make_case, make_referral):
    return make_world(cast, make_migrant, make_case, make_referral)


@pytest.fixture
def signed_in(as_user):
    """`signed_in("meja.cirebon")`: one client a person for the whole test; "" is a visitor."""
    clients = {"": Client()}

    def client_of(who: str) -> Client:
        if who not in clients:
            clients[who] = as_user(who)
        return clients[who]

    return client_of
