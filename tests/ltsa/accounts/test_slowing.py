"""Guessing is slowed and nobody is locked out: neither by strangers, nor by a browser in the same office."""

import pytest
from django.core.cache import cache
from django.test import Client

from ltsa.audit.models import Record
from ltsa.notifications.models import Notification
from ltsa.signin import slowing
from ltsa.signin.models import WrongTry

pytestmark = pytest.mark.django_db
PASSWORD = "satu-atap"


def sign_in(client, username="meja.cirebon", password=PASSWORD, address="10.0.0.1", **more):
    told = {"login": username, "password": password} | more
    return client.post("/masuk/", told, REMOTE_ADDR=address)


def storm(username: str, count: int = 10_000) -> None:
    """As if strangers had tried so often just now."""
    sign_in(Client(), username, "bukan ini", "10.9.9.9")
    WrongTry.objects.filter(key=slowing.key_of("name", username)).update(count=count)


def test_ten_thousand_wrong_passwords_do_not_touch_her_known_device(client, cast):
    sign_in(client)
    client.post("/keluar/")
    storm("meja.cirebon")
    assert sign_in(client).url == "/beranda/"


def test_elsewhere_she_waits_a_minute_at_most_whatever_strangers_go_on_trying(cast, monkeypatch):
    storm("meja.cirebon")
    client = Client()
    refused = sign_in(client)
    assert refused.status_code == 429
    assert 0 < int(refused["Retry-After"]) <= 61
    turn = refused.context["turn"]
    assert sign_in(client, turn=turn).status_code == 429  # too early
    storm("meja.cirebon")
    later = slowing.time.time() + 61
    monkeypatch.setattr(slowing.time, "time", lambda: later)
    assert sign_in(client, turn=turn).url == "/beranda/"


def test_a_turn_is_one_try_of_one_name_from_one_address(cast, monkeypatch):
    storm("meja.cirebon")
    storm("wcc.cirebon")
    turn = sign_in(Client()).context["turn"]
    later = slowing.time.time() + 61
    monkeypatch.setattr(slowing.time, "time", lambda: later)
    assert sign_in(Client(), "wcc.cirebon", turn=turn).status_code == 429
    assert sign_in(Client(), address="10.0.0.2", turn=turn).status_code == 429
    assert sign_in(Client(), password="bukan ini", turn=turn).status_code == 200
    assert sign_in(Client(), turn=turn).status_code == 429


def test_one_browser_does_not_lock_its_office_out(client, cast):
    sign_in(client)
    client.post("/keluar/")
    for number in range(70):
        sign_in(Client(), f"orang.{number}", "bukan ini")
    assert sign_in(client).url == "/beranda/"
    assert int(sign_in(Client(), "wcc.cirebon")["Retry-After"]) <= 61


def test_unknown_names_are_counted_and_answered_alike(cast):
    answers = {}
    for name in ["meja.cirebon", "tidak.ada"]:
        for number in range(6):
            answers[name] = sign_in(Client(), name, "bukan ini", f"10.0.1.{number}")
    assert {answer.status_code for answer in answers.values()} == {429}
    texts = [str(answer.context["form"].non_field_errors()) for answer in answers.values()]
    assert texts[0] == texts[1]


def test_her_own_wrong_tries_slow_her_own_device(client, cast):
    sign_in(client)
    client.post("/keluar/")
    for _ in range(6):
        refused = sign_in(client, password="bukan ini")
    assert refused.status_code == 429


def test_counters_outlive_a_full_cache(cast):
    storm("meja.cirebon", 7)
    for number in range(600):
        cache.set(f"lain-{number}", number)
    assert cache.get("lain-0") == 0
    assert sign_in(Client()).status_code == 429


def test_she_is_told_once_an_hour_in_neutral_words(cast):
    storm("meja.cirebon", 19)
    WrongTry.objects.update(last_at=slowing.timezone.now() - slowing.timedelta(minutes=5))
    for _ in range(2):
        sign_in(Client(), password="bukan ini")
        WrongTry.objects.update(last_at=slowing.timezone.now() - slowing.timedelta(minutes=5))
    mail = Notification.objects.get(user=cast.meja_cirebon, kind="account")
    assert "meja" not in mail.mail_body


def test_failed_and_ended_sign_ins_are_on_record(client, cast):
    sign_in(client, password="bukan ini")
    sign_in(client)
    answer = client.post("/keluar/")
    assert answer["Clear-Site-Data"] == '"cache"'
    assert "no-store" in answer["Cache-Control"]
    verbs = Record.objects.filter(subject=cast.meja_cirebon.pk).values_list("verb", flat=True)
    assert {"failed_login", "sign_in", "sign_out"} <= set(verbs)


def test_wrong_tokens_are_slowed_and_right_ones_are_not(client, api):
    for _ in range(21):
        answer = client.get("/api/v1/migrants/", HTTP_AUTHORIZATION="Token salah")
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) <= 60
    assert api("meja.cirebon").get("/api/v1/migrants/").status_code == 200


def test_a_session_ends_after_twelve_hours_whatever_she_does(client, cast):
    sign_in(client)
    session = client.session
    session["started_at"] -= 12 * 3600 + 1
    session.save()
    assert client.get("/beranda/").url == "/masuk/?next=%2Fberanda%2F"
    assert client.get("/akun/").status_code == 302
