"""Many people answer one referral, one click is sent many times, all at the same moment, over the wire of a real server.

RACES lengthens it; `make faults` takes 1,000 of each.
"""

import json
import os
import urllib.error
import urllib.request
import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.utils import timezone

from ltsa.accounts.models import User
from ltsa.accounts.tokens import create_token
from tests.browser.house import House

from .sent import ASKED, open_a_case, send_a_referral

RACES = int(os.environ.get("RACES") or 40)
BESIDE = 10  # at the same moment

pytestmark = [pytest.mark.faults, pytest.mark.django_db]


@pytest.fixture(scope="module")
def house(django_db_setup):
    with House("races", parts=("web", "relay")) as house:
        yield house


@pytest.fixture
def people(house) -> dict:
    names = ("meja.cirebon", "wcc.cirebon", "supervisor.wcc.cirebon")
    with house.database():
        users = {name: User.objects.get(username=name) for name in names}
        return {name: (user, create_token(user)) for name, user in users.items()}


def post(house, path: str, token: str, body: dict, key: str = "") -> tuple[int, dict]:
    headers = {"Authorization": f"Token {token}", "Content-Type": "application/json"}
    headers |= {"Idempotency-Key": key} if key else {}
    asked = urllib.request.Request(f"{house.url}/api/v1/{path}", json.dumps(body).encode(), headers)
    try:
        with urllib.request.urlopen(asked, timeout=60) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.load(error)


def at_once(calls) -> list[tuple[int, dict]]:
    start = Barrier(len(calls))

    def run(call):
        start.wait()
        return call()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def test_of_many_accepts_at_once_exactly_one_wins(house, people):
    desk, partner = people["meja.cirebon"][0], people["wcc.cirebon"][0]
    tokens = [people[name][1] for name in ("wcc.cirebon", "supervisor.wcc.cirebon")]
    for _ in range(RACES // BESIDE):
        with house.database():
            referral = send_a_referral(desk, partner.posting.organisation)
        path = f"referrals/{referral.pk}/accept/"
        calls = [
            lambda token=tokens[number % 2], path=path: post(house, path, token, {})
            for number in range(BESIDE)
        ]
        answers = at_once(calls)
        assert Counter(code for code, _ in answers) == {200: 1, 409: BESIDE - 1}, answers
        assert {body["state"] for _, body in answers} == {"accepted"}
    (accepted,) = house.sql("SELECT count(*) FROM cases_referral WHERE state = 'accepted'")[0]
    events = house.sql("SELECT count(*) FROM timeline_event WHERE verb = 'referral.accept'")
    assert events == [(accepted,)]
    assert accepted == RACES // BESIDE
    print(f"\n{RACES} accepts of {accepted} referrals: each had one winner")  # noqa: T201


def test_of_many_submits_of_one_click_one_row_is_made(house, people):
    (desk, token), partner = people["meja.cirebon"], people["wcc.cirebon"][0]
    consent = {"method": "signature", "expires_on": f"{timezone.localdate() + timedelta(30)}"}
    rounds = max(1, RACES // BESIDE)
    for _ in range(rounds):
        with house.database():
            case = open_a_case(desk)
        body = ASKED | {"to": str(partner.posting.organisation_id), "consent": consent}
        body["case"] = str(case.pk)
        key = str(uuid.uuid4())
        answers = at_once(
            [lambda body=body, key=key: post(house, "referrals/", token, body, key)] * BESIDE
        )
        assert {code for code, _ in answers} == {201}, answers
        assert len({body["id"] for _, body in answers}) == 1
        made = house.sql("SELECT count(*) FROM cases_referral WHERE case_id = %s", [str(case.pk)])
        assert made == [(1,)]
    print(f"\n{rounds * BESIDE} submits of {rounds} clicks: one row each")  # noqa: T201
