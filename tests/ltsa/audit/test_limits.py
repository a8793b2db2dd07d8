"""How much may be read: 60 numbers a day by one person, 300 client rows an hour by one token."""

import threading

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection

from ltsa.accounts.models import ApiToken
from ltsa.accounts.tokens import create_token
from ltsa.audit.limits import TooMuch, spend_rows
from ltsa.audit.models import Budget, Record
from services.actions import reveal_number

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def demo_off(settings):
    settings.DEMO = False


def test_a_token_reads_no_more_rows_than_it_may(api, make_migrant, settings):
    settings.CLIENT_ROWS_PER_HOUR = 3
    clients = [make_migrant() for _ in range(2)]
    desk = api("meja.cirebon")
    assert desk.get("/api/v1/migrants/?limit=2").status_code == 200
    assert desk.get(f"/api/v1/migrants/{clients[0].pk}/").status_code == 200
    for path in ("?limit=1", "?q=Suharti", f"{clients[1].pk}/"):
        answer = desk.get(f"/api/v1/migrants/{path}")
        assert answer.status_code == 429, path
        assert 0 < int(answer["Retry-After"]) <= 3600
        assert answer["Content-Type"] == "application/problem+json"
        assert "Suharti" not in answer.content.decode()


def test_other_resources_and_a_stale_edit_take_from_the_same_hour(api, make_case, settings):
    settings.CLIENT_ROWS_PER_HOUR = 2
    case, desk = make_case(), api("meja.cirebon")
    assert desk.get("/api/v1/cases/").status_code == 200
    stale = desk.patch(
        f"/api/v1/migrants/{case.migrant_id}/", {"version": 99, "phase": "before"}, format="json"
    )
    assert stale.status_code == 409  # it shows the values of now
    assert desk.get("/api/v1/referrals/?limit=1").status_code == 200  # nothing in it
    assert desk.get("/api/v1/cases/").status_code == 429
    assert desk.get(f"/api/v1/cases/{case.pk}/").status_code == 429


def test_a_refused_token_is_on_record_and_registers_are_open_to_it(api, cast, migrant, settings):
    settings.CLIENT_ROWS_PER_HOUR = 0
    desk = api("meja.cirebon")
    assert desk.get("/api/v1/migrants/").status_code == 429
    assert Record.objects.get(by=cast["meja.cirebon"], verb="refused").subject_type.startswith(
        "api:"
    )
    assert desk.get("/api/v1/organisations/").status_code == 200


def test_what_was_read_more_than_an_hour_ago_counts_no_more(cast, settings):
    settings.CLIENT_ROWS_PER_HOUR = 300
    create_token(cast["meja.cirebon"])
    token = ApiToken.objects.get()
    spend_rows(token, 300)
    with pytest.raises(TooMuch):
        spend_rows(token, 1)
    row = Budget.objects.get()
    row.used = {str(int(at) - 61): n for at, n in row.used.items()}
    row.save()
    spend_rows(token, 300)
    assert list(Budget.objects.get().used.values()) == [300]


@pytest.mark.django_db(transaction=True)
def test_requests_at_one_moment_share_no_place(cast, settings):
    settings.CLIENT_ROWS_PER_HOUR = 30
    create_token(cast["meja.cirebon"])
    token, taken = ApiToken.objects.get(), []

    def read():
        try:
            spend_rows(token, 10)
            taken.append(10)
        except TooMuch:
            pass
        finally:
            connection.close()

    at_once = [threading.Thread(target=read) for _ in range(8)]
    for one in at_once:
        one.start()
    for one in at_once:
        one.join()
    assert sum(taken) == 30 == sum(Budget.objects.get().used.values())


def test_the_next_number_of_the_day_is_refused_in_plain_words(
    as_user, make_migrant, cast, settings
):
    settings.REVEALS_PER_DAY = 2
    Authenticator.objects.create(user=cast["meja.cirebon"], type="totp", data={"secret": "x"})
    client, desk = make_migrant(nik="3209145708990003"), as_user("meja.cirebon")
    page, told = f"/klien/{client.pk}/tampilkan/nik/", {"field": "nik", "why": "check_identity"}
    for _ in range(2):
        assert "3209145708990003" in desk.post(page, told).text
    refused = desk.post(page, told)
    assert refused.status_code == 429
    assert 0 < int(refused["Retry-After"]) <= 24 * 3600
    assert "3209145708990003" not in refused.text and "supervisor" in refused.text
    lines = Record.objects.filter(by=cast["meja.cirebon"])
    assert lines.filter(verb="reveal").count() == 2
    assert lines.filter(verb="refused", subject=client.pk).count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_numbers_at_one_moment_cannot_both_be_the_last(cast, make_migrant, settings):
    settings.REVEALS_PER_DAY = 1
    client, desk = make_migrant(nik="3209145708990003"), cast["meja.cirebon"]
    shown = []

    def look():
        try:
            shown.append(reveal_number(client, field="nik", why="emergency", by=desk))
        except TooMuch:
            pass
        finally:
            connection.close()

    at_once = [threading.Thread(target=look) for _ in range(4)]
    for one in at_once:
        one.start()
    for one in at_once:
        one.join()
    assert len(shown) == 1
