"""The pages behind the link of a partner without an account, as a browser meets them."""

import logging
import re
from functools import partial

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cases import actions
from cases.models import OutsideLink, Referral
from ltsa.logs import LineFormatter
from tests.cases.links import linked, wrong
from tests.guards.test_bad_input import HOSTILE

OUTSIDE = re.compile(r'(?:href|src|action)="(https?:[^"]*)"')  # the quick exit, and nothing else


@pytest.fixture
def make_referral(make_referral, no_accounts):
    """To a house that has no account, unless said otherwise."""
    return partial(make_referral, to=no_accounts)


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.fixture
def made(referral, desk):
    """(referral, its link's address, its Secret)"""
    _, secret = linked(referral, desk, opens_identity=True)
    return referral, f"/tamu/{secret.token}/", secret


@pytest.fixture
def guest(made):
    """A phone that has opened the link."""
    client = Client()
    assert client.post(made[1], {"pin": made[2].pin}).status_code == 302
    return client


def words(answer) -> str:
    return answer.content.decode()


def test_pin_then_the_minimum_then_what_she_consented_to(guest, made):
    referral, address, _ = made
    client = referral.case.migrant
    page = words(guest.get(address))
    assert client.code in page and "Bisakah lembaga Anda membantu?" in page
    for hidden in (client.full_name, "Perlu teman bicara", "Gebang Kulon"):
        assert hidden not in page
    sent = guest.post(f"{address}accept/", {"name": "Suster Contoh"})
    assert (sent.status_code, sent.url) == (302, address)
    page = words(guest.get(address))
    assert client.full_name in page and "Perlu teman bicara" in page
    done = guest.post(f"{address}report_service/", {"name": "Suster Contoh", "note": "Sudah."})
    assert done.url == reverse("cases:guest_done", args=["report_service"])
    assert "Terima kasih" in words(guest.get(done.url))
    assert client.full_name not in words(guest.get(address))
    assert Referral.objects.get(pk=referral.pk).state == "service_given"


def test_what_she_cannot_do_after_all_she_gives_back_and_the_link_is_closed(guest, made):
    referral, address, _ = made
    guest.post(f"{address}accept/", {"name": "Suster Contoh"})
    assert f"{address}return/" in words(guest.get(address))
    missing = guest.post(f"{address}return/", {"name": "Suster Contoh"})
    assert missing.status_code == 200
    told = {"name": "Suster Contoh", "reason": "Bidan kami pindah."}
    done = guest.post(f"{address}return/", told)
    assert "mencari lembaga lain" in words(guest.get(done.url))
    assert referral.case.migrant.full_name not in words(guest.get(address))
    assert Referral.objects.get(pk=referral.pk).state == "returned"


def test_without_the_senders_word_the_page_never_names_her(referral, desk):
    """Domain 5: a one-time link, no identity; the first meeting goes through the sender's phone."""
    _, secret = linked(referral, desk)
    client, phone, address = referral.case.migrant, Client(), f"/tamu/{secret.token}/"
    phone.post(address, {"pin": secret.pin})
    phone.post(f"{address}accept/", {"name": "Suster Contoh"})
    page = words(phone.get(address))
    assert client.code in page and "Perlu teman bicara" in page
    assert "Pertemuan pertama" in page and referral.sender.phone in page
    for hidden in (client.full_name, "Gebang Kulon", "Aman dihubungi?"):
        assert hidden not in page


def test_the_sender_reads_who_answered(guest, made, as_user):
    referral, address, _ = made
    guest.post(f"{address}ask/", {"name": "Suster Contoh", "text": "Boleh Senin?"})
    guest.post(f"{address}accept/", {"name": "Suster Contoh"})
    page = words(as_user("meja.cirebon").get(f"/rujukan/{referral.pk}/"))
    assert "Suster Contoh, tanpa akun" in page
    assert "Dijawab tanpa akun oleh" in page


def test_her_story_stays_behind_a_login(make_referral, desk):
    sent = make_referral(disclose=["identity", "account"])
    _, secret = linked(sent, desk, opens_identity=True)
    address, phone = f"/tamu/{secret.token}/", Client()
    phone.post(address, {"pin": secret.pin})
    phone.post(f"{address}accept/", {"name": "Suster Contoh"})
    page = words(phone.get(address))
    assert sent.case.migrant.full_name in page
    assert "Biaya diminta dua kali." not in page


def test_another_browser_with_address_and_pin_sees_what_a_stranger_sees(guest, made):
    _, address, secret = made
    assert guest.get(address).status_code == 200
    thief, stranger = Client(), Client()
    stolen = thief.post(address, {"pin": secret.pin})
    unknown = stranger.post(f"/tamu/{'x' * 43}/", {"pin": secret.pin})
    assert _plain(stolen) == _plain(unknown)
    assert _plain(thief.get(address)) == _plain(stranger.get(f"/tamu/{'x' * 43}/"))
    assert thief.get(f"{address}accept/").url == address


def _plain(answer) -> tuple:
    """What an answer tells, without the token of its form, which differs each time."""
    text = words(answer)
    fields = [line for line in text.splitlines() if "csrfmiddlewaretoken" not in line]
    return answer.status_code, fields, sorted(answer.headers), list(answer.cookies)


def test_dead_after_withdrawal_also_for_the_browser_that_had_it(guest, made, desk):
    referral, address, _ = made
    assert "Bisakah" in words(guest.get(address))
    actions.withdraw_referral(Referral.objects.get(pk=referral.pk), by=desk)
    assert "Masukkan PIN" in words(guest.get(address))
    assert guest.post(f"{address}accept/", {"name": "Suster Contoh"}).url == address
    assert Referral.objects.get(pk=referral.pk).state == "withdrawn"


def test_five_wrong_pins_and_it_is_over(made):
    _, address, secret = made
    phone = Client()
    for _ in range(5):
        assert "tidak cocok" in words(phone.post(address, {"pin": wrong(secret)}))
    assert phone.post(address, {"pin": secret.pin}).status_code == 200
    assert OutsideLink.objects.get().dead_why == "wrong_pin"


def test_letters_are_no_try(made):
    phone = Client()
    for pin in ("", "12345", "abcdef", "١٢٣٤٥٦", "1234567"):
        assert phone.post(made[1], {"pin": pin}).status_code == 200
    assert OutsideLink.objects.get().wrong_pins == 0
    pin = made[2].pin
    assert phone.post(made[1], {"pin": f" {pin[:2]} {pin[2:4]} {pin[4:]} "}).status_code == 302


def test_whoever_tries_many_has_to_wait(made):
    phone = Client()
    answers = [phone.post(f"/tamu/{n}/", {"pin": "123456"}).status_code for n in range(22)]
    assert answers[:20] == [200] * 20 and answers[20:] == [429] * 2
    assert phone.post(made[1], {"pin": made[2].pin}).status_code == 429


def test_no_cache_no_referrer_no_index_and_a_cookie_of_this_page_alone(made):
    phone = Client()
    sent = phone.post(made[1], {"pin": made[2].pin})
    cookie = sent.cookies["tamu"]
    assert (cookie["path"], cookie["samesite"], cookie["httponly"]) == (made[1], "Strict", True)
    for answer in (
        sent,
        phone.get(made[1]),
        Client().get(made[1]),
        phone.get(f"{made[1]}decline/"),
    ):
        assert answer["Cache-Control"] == "no-store, private"
        assert answer["Referrer-Policy"] == "strict-origin"
        assert "noindex" in answer["X-Robots-Tag"]
        assert OUTSIDE.findall(words(answer)) == ["https://www.bmkg.go.id/"] * bool(answer.content)


def test_the_key_is_in_no_log_and_in_no_history(made):
    line = logging.LogRecord(
        "django.request", 30, "", 1, "Forbidden: %s", (f"{made[1]}ask/",), None
    )
    assert LineFormatter().format(line) == "Forbidden: /tamu/-/ask/"
    Client().post(made[1], {"pin": made[2].pin})
    told = OutsideLink.pgh_event_model.objects.exclude(pgh_context=None).values_list(
        "pgh_context__metadata", flat=True
    )
    assert [one["url"] for one in told] == ["/tamu/-/"]
    assert made[2].token not in str(list(told))


def test_a_second_click_on_an_answer_changes_nothing(guest, made):
    referral, address, _ = made
    for _ in range(2):
        assert guest.post(f"{address}accept/", {"name": "Suster Contoh"}).url == address
    for _ in range(2):
        assert (
            guest.post(f"{address}ask/", {"name": "Suster Contoh", "text": "Kapan?"}).url == address
        )
    assert referral.notes.count() == 1


@pytest.mark.parametrize("verb", ["accept", "decline", "ask", "report_service"])
def test_bad_input_is_answered_at_the_field(guest, made, verb):
    _, address, _ = made
    if verb == "report_service":
        guest.post(f"{address}accept/", {"name": "Suster Contoh"})
    typed = dict.fromkeys(("appointment", "given_on", "reason", "service"), "")
    for value in HOSTILE.values():
        hostile = value.encode("utf-8", "replace").decode()
        names = ("name", "contact", "note", "text", *typed)
        assert guest.post(f"{address}{verb}/", dict.fromkeys(names, hostile)).status_code in (
            200,
            302,
        )
        guest.get(address)


@pytest.mark.parametrize(
    "token", ["%00", "%F0%28%8C%28", "x" * 9000, "..", "%E2%80%AE", "a b", "-"]
)
def test_no_token_breaks_the_house(db, token):
    phone = Client()
    for answer in (
        phone.get(f"/tamu/{token}/"),
        phone.post(f"/tamu/{token}/", {"pin": "123456"}),
        phone.get(f"/tamu/{token}/accept/"),
        phone.get(f"/tamu/{token}/%00/"),
    ):
        assert answer.status_code in (200, 302, 404)


def test_after_an_hour_of_typing_the_answer_still_arrives_and_shows_nothing(guest, made):
    referral, address, _ = made
    OutsideLink.objects.update(last_seen_at=timezone.now() - timezone.timedelta(minutes=40))
    assert "Masukkan PIN" in words(guest.get(address))
    assert guest.post(f"{address}accept/", {"name": "Suster Contoh"}).url == address
    assert Referral.objects.get(pk=referral.pk).state == "accepted"


def test_in_production_the_guests_cookie_goes_by_https_alone(made, settings):
    settings.DEMO = False
    cookie = Client().post(made[1], {"pin": made[2].pin}).cookies["tamu"]
    assert cookie["secure"] and cookie["httponly"] and cookie["samesite"] == "Strict"
