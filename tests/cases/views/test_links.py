"""The sender's page of links: PIN once, who looked, and the way to end it."""

import uuid
from functools import partial

import pytest

from cases.models import OutsideLink
from ltsa.notifications.models import Notification
from tests.cases.links import entered, linked


@pytest.fixture
def make_referral(make_referral, no_accounts):
    """To a house that has no account, unless said otherwise."""
    return partial(make_referral, to=no_accounts)


@pytest.fixture
def address(referral):
    return f"/rujukan/{referral.pk}/tautan/"


def made_by(client, to, **told) -> str:
    """The page that a click on the button ends on."""
    body = {"way": "print", "idempotency_key": str(uuid.uuid4())} | told
    return client.post(to, body, follow=True).content.decode()


def test_pin_and_code_are_shown_once(as_user, address):
    desk = as_user("meja.cirebon")
    first = made_by(desk, address)
    assert "PIN untuk dibacakan" in first and "data:image/svg+xml" in first and "/tamu/" in first
    again = desk.get(address).content.decode()
    assert "PIN untuk dibacakan" not in again and "/tamu/" not in again
    assert "Matikan tautan" in again


def test_two_clicks_make_one_link_and_its_pin_is_still_shown(as_user, address):
    desk, key = as_user("meja.cirebon"), str(uuid.uuid4())
    for _ in range(2):
        assert desk.post(address, {"way": "print", "idempotency_key": key}).status_code == 302
    assert OutsideLink.objects.count() == 1
    assert "PIN untuk dibacakan" in desk.get(address).content.decode()


def test_by_mail_the_page_shows_no_address(as_user, address):
    page = made_by(
        as_user("meja.cirebon"),
        address,
        way="mail",
        address="klinik@contoh.test",
        why="Telepon pagi ini.",
    )
    assert "Surel sedang dikirim" in page and "/tamu/" not in page


def test_a_house_with_accounts_gets_no_link_and_the_page_says_what_to_do(as_user, make_referral):
    sent = make_referral(to="wcc.cirebon")
    desk, address = as_user("meja.cirebon"), f"/rujukan/{sent.pk}/tautan/"
    page = desk.get(address).content.decode()
    assert "Lembaga ini punya akun" in page and "Buat tautan tamu" not in page
    assert f"/rujukan/{sent.pk}/" in page
    body = {"way": "print", "idempotency_key": str(uuid.uuid4())}
    assert desk.post(address, body).status_code == 200
    assert not OutsideLink.objects.exists()


def test_the_address_is_shown_masked_to_the_house_that_sent_it(as_user, address):
    made_by(
        as_user("meja.cirebon"),
        address,
        way="mail",
        address="klinik@contoh.test",
        why="Telepon pagi ini.",
    )
    for who in ("meja.cirebon", "supervisor.cirebon"):
        page = as_user(who).get(address).content.decode()
        assert "Dikirim ke k***@contoh.test" in page and "klinik@contoh.test" not in page


def test_who_looked_is_told_without_an_address(as_user, address, referral, cast):
    _, secret = linked(referral, cast["meja.cirebon"])
    entered(secret)
    page = as_user("supervisor.cirebon").get(address).content.decode()
    assert "Dibuka 1 kali" in page and "perangkat 1" in page


def test_the_button_ends_it(as_user, address, referral, cast):
    link, _ = linked(referral, cast["meja.cirebon"])
    assert as_user("meja.cirebon").post(f"{address}matikan/").url == address
    link.refresh_from_db()
    assert link.dead_why == "revoked"
    assert as_user("meja.cirebon").post(f"{address}matikan/").status_code == 302


def test_nobody_but_the_sender_finds_the_page(as_user, address):
    for who in ("wcc.cirebon", "sbmi.cirebon", "meja.tulungagung"):
        assert as_user(who).get(address).status_code == 404
        assert as_user(who).post(address, {"way": "print"}).status_code == 404
        assert as_user(who).post(f"{address}matikan/").status_code == 404
    assert as_user("admin.cirebon").get(address).status_code == 403


def test_of_a_restricted_case_the_page_says_why_not(as_user, make_referral, told, wcc):
    sent = make_referral(told, to="uptdppa.cirebon", by=wcc)
    page = as_user("wcc.cirebon").get(f"/rujukan/{sent.pk}/tautan/").content.decode()
    assert "Kasus terbatas hanya untuk orang yang disebut namanya" in page
    assert (
        as_user("wcc.cirebon")
        .post(f"/rujukan/{sent.pk}/tautan/", {"way": "print", "idempotency_key": str(uuid.uuid4())})
        .status_code
        == 200
    )
    assert not OutsideLink.objects.exists()
    assert as_user("meja.cirebon").get(f"/rujukan/{sent.pk}/tautan/").status_code == 404


def test_the_referral_shows_the_way_to_it(as_user, referral, address):
    assert address in as_user("meja.cirebon").get(f"/rujukan/{referral.pk}/").content.decode()
    assert address not in as_user("wcc.cirebon").get(f"/rujukan/{referral.pk}/").content.decode()


def test_a_mail_that_did_not_arrive_is_told_where_the_link_was_made(as_user, referral, address):
    desk = as_user("meja.cirebon")
    made_by(desk, address, way="mail", address="klinik@contoh.test", why="Telepon pagi ini.")
    assert "menunggu dikirim" in desk.get(address).text
    Notification.objects.filter(kind="outside").update(state="bounced")
    shown = desk.get(address).text
    assert "Surelnya tidak sampai" in shown
