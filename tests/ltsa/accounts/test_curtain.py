"""The curtain on the server: what it refuses and what opens it."""

import re
import time
from threading import Thread

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client

from ltsa.audit.models import Record
from ltsa.drafts.actions import find_draft, stamp
from ltsa.signin.models import Pin

PASSWORD, NUMBER, PAGE = "satu-atap", "2580", "/klien/baru/"
DRAW, OPEN, PIN_PAGE = "/akun/tirai/", "/akun/tirai/buka/", "/akun/pin/"
WHO = "meja.cirebon"


@pytest.fixture(autouse=True)
def fresh_limits(db):
    cache.clear()


@pytest.fixture
def production(settings, monkeypatch):
    settings.DEMO = False
    monkeypatch.setattr("ltsa.accounts.middleware.has_factor", lambda person: True)


@pytest.fixture
def officer(as_user, production):
    return as_user(WHO)


def choose_pin(client, number=NUMBER, password=PASSWORD, **more):
    return client.post(PIN_PAGE, {"pin": number, "password": password, **more})


def behind(client):
    assert client.post(DRAW).status_code == 204
    return client


def test_behind_the_curtain_no_page_is_shown_in_any_tab_nor_by_going_back(officer):
    for page in ("/klien/", "/beranda/", "/akun/", PIN_PAGE, "/direktori/", "/masuk/", "/"):
        assert officer.get(page).headers.get("X-Curtain") is None
    behind(officer)
    for page in ("/klien/", "/beranda/", "/akun/", PIN_PAGE, "/direktori/", "/masuk/", "/"):
        answer = officer.get(page)
        assert (answer.status_code, answer.headers["X-Curtain"]) == (403, "1"), page
        assert "no-store" in answer.headers["Cache-Control"]
        assert "accounts/curtain.html" in [part.name for part in answer.templates]


def test_the_password_opens_it_without_script_and_leads_back(officer):
    page = behind(officer).get("/klien/?urut=nama")
    target = re.search(r'name="next" value="([^"]*)"', page.content.decode())[1]
    answer = officer.post(OPEN, {"secret": PASSWORD, "next": target})
    assert answer.url == "/klien/?urut=nama"
    assert officer.get("/klien/").status_code == 200


@pytest.mark.parametrize(
    "target",
    ["https://example.org/", "//example.org", "javascript:alert(1)", "\\\\example.org", ""],
)
def test_a_forged_next_leads_home(officer, target):
    assert behind(officer).post(OPEN, {"secret": PASSWORD, "next": target}).url == "/beranda/"


def test_by_script_it_opens_in_place(officer):
    behind(officer)
    wrong = officer.post(OPEN, {"secret": "salah sekali"}, HTTP_X_CURTAIN="1")
    assert (wrong.status_code, set(wrong.json())) == (403, {"text", "turn"})
    assert officer.get(DRAW).status_code == 409
    assert officer.post(OPEN, {"secret": PASSWORD}, HTTP_X_CURTAIN="1").status_code == 204
    assert officer.get(DRAW).status_code == 204


def test_it_stays_down_until_opened(officer):
    behind(officer)
    officer.get("/bahasa/")
    for secret in ("", "0000", "salah", " " + PASSWORD, "\x00"):
        assert officer.post(OPEN, {"secret": secret}).status_code == 403
    assert officer.get(OPEN).status_code == 405
    assert officer.get("/klien/").status_code == 403


def test_nothing_behind_it_moves_the_idle_end_on(officer, monkeypatch):
    officer.get("/beranda/")
    minute = behind(officer).session["minute"]
    later = time.time() + 300
    monkeypatch.setattr("time.time", lambda: later)
    officer.get("/klien/")
    officer.post(OPEN, {"secret": "salah"})
    officer.get(DRAW)
    assert officer.session["minute"] == minute


def test_a_request_that_began_before_does_not_lift_it(officer, monkeypatch):
    """Another tab has read the session, then the curtain comes down, then that tab saves what it had read."""
    officer.get("/beranda/")
    other = Client()
    other.cookies = officer.cookies.copy()

    def late(session):
        session["minute"] = 0
        behind(other)

    with monkeypatch.context() as patched:
        patched.setattr("ltsa.accounts.middleware.stay_signed_in", _once(late))
        officer.get("/beranda/")
    assert officer.get("/klien/").status_code == 403


def _once(act):
    done = []

    def stay(session):
        if not done:
            done.append(True)
            act(session)

    return stay


def test_signing_out_is_offered_and_works(officer):
    page = behind(officer).get("/klien/").content.decode()
    assert 'action="/keluar/"' in page
    officer.post("/keluar/")
    assert officer.get("/klien/").url.startswith("/masuk/")


def test_a_token_of_the_api_is_not_behind_it(officer, api):
    behind(officer)
    assert api(WHO).get("/api/v1/clients/").status_code != 403


def test_wrong_passwords_are_slowed_like_signing_in(officer):
    behind(officer)
    answers = [officer.post(OPEN, {"secret": f"salah {n}"}).status_code for n in range(7)]
    assert answers[:5] == [403] * 5
    assert answers[-1] == 429
    assert officer.post(OPEN, {"secret": PASSWORD}).status_code == 429
    assert Record.objects.filter(verb="failed_login").count() == answers.count(403)


def test_a_pin_is_chosen_with_the_password_alone(officer, cast):
    choose_pin(officer, password="salah")
    assert not Pin.objects.exists()
    for weak in ("123", "123456789", "1111", "3456", "9876", "12a4", "٢٥٨٠", ""):
        choose_pin(officer, weak)
    assert not Pin.objects.exists()
    assert choose_pin(officer).url == PIN_PAGE
    kept = Pin.objects.get(pk=cast[WHO].pk)
    assert NUMBER not in kept.hashed
    assert behind(officer).post(OPEN, {"secret": NUMBER}).url == "/beranda/"


def test_a_changed_or_removed_pin_opens_nothing(officer):
    choose_pin(officer)
    choose_pin(officer, "7193")
    assert behind(officer).post(OPEN, {"secret": NUMBER}).status_code == 403
    assert officer.post(OPEN, {"secret": "7193"}).status_code == 302
    choose_pin(officer, "", password="salah", remove="1")
    assert Pin.objects.exists()
    choose_pin(officer, "", remove="1")
    assert behind(officer).post(OPEN, {"secret": "7193"}).status_code == 403


def test_the_pin_of_another_person_opens_nothing(officer, as_user):
    choose_pin(as_user("konselor.cirebon"))
    assert behind(officer).post(OPEN, {"secret": NUMBER}).status_code == 403


def test_a_new_password_voids_the_pin(officer, cast):
    choose_pin(officer)
    person = cast[WHO]
    person.set_password("melati-putih-di-pagar")
    person.save()
    fresh = Client()
    fresh.force_login(person)
    assert behind(fresh).post(OPEN, {"secret": NUMBER}).status_code == 403


def test_a_pin_signs_nobody_in(officer, client):
    choose_pin(officer)
    answer = client.post("/masuk/", {"login": WHO, "password": NUMBER})
    assert answer.status_code == 200


def test_after_five_wrong_pins_only_the_password_opens(officer, cast):
    choose_pin(officer)
    behind(officer)
    for number in ("1001", "1002", "1003", "1004", "1005"):
        assert officer.post(OPEN, {"secret": number}).status_code == 403
    assert officer.post(OPEN, {"secret": NUMBER}).status_code == 403
    assert officer.post(OPEN, {"secret": PASSWORD}).status_code == 302
    assert behind(officer).post(OPEN, {"secret": NUMBER}).status_code == 302


@pytest.mark.django_db(transaction=True)
def test_guessed_in_parallel_no_more_than_five_count(officer, cast):
    choose_pin(officer)
    behind(officer)
    guesses = [Client() for _ in range(12)]

    def guess(client, number):
        client.cookies = officer.cookies.copy()
        client.post(OPEN, {"secret": number})
        connection.close()

    threads = [Thread(target=guess, args=(c, f"40{n:02}")) for n, c in enumerate(guesses)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Pin.objects.get(pk=cast[WHO].pk).wrong == 5
    assert Record.objects.filter(verb="failed_login", fields=["pin"]).count() == 5
    assert officer.post(OPEN, {"secret": NUMBER}).status_code in {403, 429}


def fields(person):
    return {"full_name": "Contoh", "draft_stamp": stamp(person, PAGE)}


def test_a_form_sent_behind_the_curtain_is_parked_and_comes_back(officer, cast):
    answer = behind(officer).post(PAGE, fields(cast[WHO]))
    assert answer.status_code == 403
    assert f'value="{PAGE}"' in answer.content.decode()
    assert find_draft(cast[WHO], PAGE).body == {"full_name": ["Contoh"]}
    assert officer.post(OPEN, {"secret": PASSWORD, "next": PAGE}).url == PAGE
    assert "Contoh" in officer.get(PAGE).content.decode()


@pytest.mark.parametrize("how", [{"HTTP_HX_REQUEST": "true"}, {}])
def test_a_script_is_refused_without_a_page(officer, cast, how):
    path = "/klien/" if how else "/draf/simpan/"
    answer = behind(officer).post(path, fields(cast[WHO]), **how)
    assert (answer.status_code, answer.content, answer.headers["X-Curtain"]) == (403, b"", "1")
    assert find_draft(cast[WHO], PAGE) is not None
