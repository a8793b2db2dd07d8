"""Who a mail address belongs to, and the first way into a real office: DEMO off, over HTTP alone."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import cache
from django.test import Client

from ltsa.accounts.invitations import invitation_link, mailed_invitation_link
from ltsa.accounts.models import Posting, User
from ltsa.notifications.models import Notification
from ltsa.signin.addresses import is_proved, proving_key

NEW = "melati-putih-di-pagar"


@pytest.fixture(autouse=True)
def in_production(db, settings):
    cache.clear()
    settings.DEMO = False


@pytest.fixture
def invited(cast) -> User:
    """A new counsellor of the MRC of Cirebon, without a password."""
    person = User.objects.create_user(
        "sri.cirebon", full_name="Sri Contohwati", email="sri@contoh.invalid"
    )
    Posting.objects.create(
        user=person, role="counsellor", organisation=cast.meja_cirebon.posting.organisation
    )
    return person


def path_of(link: str) -> str:
    return re.search(r"https?://[^/]+(/akun/\S+)", link)[1]


def choose_password(client, link: str) -> None:
    page = client.get(path_of(link), follow=True)
    client.post(page.request["PATH_INFO"], {"password1": NEW, "password2": NEW})


def sign_in(client, username="sri.cirebon", password=NEW):
    return client.post("/masuk/", {"login": username, "password": password})


def give_password_again(client, path: str):
    """Open a page that asks for the password once more."""
    asked = client.get(path)
    return (
        client.post(asked.url, {"password": NEW}, follow=True)
        if "masuk-ulang" in asked.url
        else asked
    )


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def enrol_app(client):
    page = give_password_again(client, "/akun/pengaman/aplikasi/activate/")
    secret = page.context["form"].secret
    return client.post("/akun/pengaman/aplikasi/activate/", {"code": code_of(secret)}, follow=True)


def test_by_a_mailed_invitation_she_enrols_the_app_and_works(client, invited):
    choose_password(client, mailed_invitation_link(invited))
    assert sign_in(client).url == "/beranda/"
    assert client.get("/beranda/").url == "/akun/pengaman/"
    assert enrol_app(client).status_code == 200
    assert Authenticator.objects.filter(user=invited, type="totp").exists()
    assert client.get("/beranda/").status_code == 200


def test_a_printed_link_proves_nothing_until_she_opens_one_from_her_mail(client, invited):
    choose_password(client, invitation_link(invited))
    assert not is_proved(invited)
    sign_in(client)
    for path in ["/akun/pengaman/aplikasi/activate/", "/akun/pengaman/kunci-sandi/add/"]:
        assert client.get(path).url == "/akun/surel/"
        assert client.post(path, {"code": "123456"}).url == "/akun/surel/"
    Notification.objects.all().delete()
    client.post("/akun/surel/")
    link = path_of(Notification.objects.get(address=invited.email).mail_body)
    client.get(link)  # a mail scanner opens it too
    assert not is_proved(invited)
    client.post(link)
    assert is_proved(invited)
    enrol_app(client)
    assert client.get("/beranda/").status_code == 200


def test_a_printed_link_cannot_be_turned_into_a_mailed_one(client, invited):
    printed, mailed = invitation_link(invited), mailed_invitation_link(invited)
    assert printed.rsplit("-", 1)[1] != mailed.rsplit("-", 1)[1]
    choose_password(client, printed)
    assert client.get(path_of(mailed), follow=True).context["token_fail"]


def test_a_forgotten_password_proves_the_address_too(client, invited):
    client.post("/akun/sandi/lupa/", {"email": "SRI@contoh.invalid"})
    choose_password(client, Notification.objects.get(user=invited).mail_body)
    assert is_proved(invited)


def test_a_proof_is_of_one_address_and_of_one_person(client, invited, cast):
    link = proving_key(invited)
    User.objects.filter(pk=invited.pk).update(email="lain@contoh.invalid")
    assert client.post(f"/akun/surel/bukti/{link}/").status_code == 404
    invited.refresh_from_db()
    client.post(f"/akun/surel/bukti/{proving_key(invited)}/")
    assert is_proved(invited)
    User.objects.filter(pk=invited.pk).update(email="lagi@contoh.invalid")
    invited.refresh_from_db()
    assert not is_proved(invited)
    assert not is_proved(cast.meja_cirebon)
    assert client.get("/akun/surel/bukti/bukan-kunci/").status_code == 404


def test_a_password_link_never_goes_to_an_address_that_she_had(client, invited):
    choose_password(client, mailed_invitation_link(invited))
    User.objects.filter(pk=invited.pk).update(email="baru@contoh.invalid")
    Notification.objects.all().delete()
    answer = client.post("/akun/sandi/lupa/", {"email": "sri@contoh.invalid"})
    assert answer.url == "/akun/sandi/lupa/terkirim/"
    assert not Notification.objects.exists()


def test_two_people_of_one_office_mailbox_both_prove_it(invited, cast):
    User.objects.filter(pk=cast.meja_cirebon.pk).update(email=invited.email)
    for person in [invited, User.objects.get(pk=cast.meja_cirebon.pk)]:
        assert Client().post(f"/akun/surel/bukti/{proving_key(person)}/").status_code == 302
        assert is_proved(person)


def test_nobody_makes_the_portal_mail_without_end(client, invited):
    choose_password(client, invitation_link(invited))
    sign_in(client)
    for _ in range(9):
        client.post("/akun/surel/")
    assert Notification.objects.filter(address=invited.email).count() <= 3
