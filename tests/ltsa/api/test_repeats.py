import pytest

from services.models import Migrant

from .test_errors import MIGRANT, problem

pytestmark = pytest.mark.django_db


def register(client, key, **fields):
    headers = {"Idempotency-Key": key}
    return client.post("/api/v1/migrants/", MIGRANT | fields, format="json", headers=headers)


def test_the_same_key_and_body_answer_for_the_first_row(api):
    desk = api("meja.cirebon")
    first, second = register(desk, "k1"), register(desk, "k1")
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json() == second.json()
    assert Migrant.objects.count() == 1


def test_the_same_key_with_another_body_is_422(api):
    desk = api("meja.cirebon")
    register(desk, "k1")
    problem(register(desk, "k1", sex="male"), 422)
    assert Migrant.objects.count() == 1


def test_a_key_belongs_to_one_person(api):
    register(api("meja.cirebon"), "k1")
    assert register(api("konselor.cirebon"), "k1", sex="male").status_code == 201
    assert Migrant.objects.count() == 2


def test_a_refused_request_does_not_use_up_its_key(api):
    desk = api("meja.cirebon")
    problem(register(desk, "k1", village="99"), 400)
    assert register(desk, "k1").status_code == 201


def test_a_repeated_verb_does_nothing_more(api, referral):
    centre, path = api("wcc.cirebon"), f"/api/v1/referrals/{referral.pk}/accept/"
    answers = [
        centre.post(path, {}, format="json", headers={"Idempotency-Key": "a"}) for _ in range(2)
    ]
    assert [one.status_code for one in answers] == [200, 200]
    assert answers[0].json()["version"] == answers[1].json()["version"]
    problem(centre.post(path, {}, format="json"), 409)


@pytest.mark.parametrize("key", ["", "with space", "a" * 81, "é"])
def test_a_key_that_is_none_is_400(api, key):
    told = problem(register(api("meja.cirebon"), key), 400)
    assert list(told["errors"]) == ["Idempotency-Key"]
