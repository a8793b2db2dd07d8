"""Two at the same moment, on real connections: one row, one winner."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from villages.models import VillageRequest

pytestmark = pytest.mark.django_db(transaction=True)

KEY = "2b1f7d0e-8a52-4f3c-9d5e-0a1b2c3d4e5f"


def together(*asks):
    def run(ask):
        try:
            return ask()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(asks)) as pool:
        return [answer.result() for answer in [pool.submit(run, ask) for ask in asks]]


def test_a_double_click_at_the_same_moment_makes_one_request(as_user, typed):
    clients = [as_user("kader.cirebon") for _ in range(4)]
    answers = together(
        *(
            lambda client=client: (
                client.post("/desa/permintaan/baru/", typed | {"idempotency_key": KEY}).status_code
            )
            for client in clients
        )
    )
    assert set(answers) == {302}
    assert VillageRequest.objects.count() == 1


def test_of_two_officers_at_the_same_moment_one_wins_and_the_other_gets_409(as_user, asked):
    clients = [as_user("meja.cirebon"), as_user("supervisor.cirebon")]
    answers = together(
        *(
            lambda client=client: client.post(f"/desa/permintaan/{asked.pk}/tangani/").status_code
            for client in clients
        )
    )
    assert sorted(answers) == [302, 409]
    assert VillageRequest.objects.get().state == "handled"
