"""Every page of the login library is there or closed: none of its names ends in a 500."""

import re
from pathlib import Path

import allauth
import pytest
from allauth.account import urls as account
from allauth.mfa import urls as mfa
from allauth.mfa.models import Authenticator
from allauth.usersessions import urls as usersessions
from django.core.cache import cache
from django.test import Client
from django.urls import URLPattern, reverse

from ltsa.signin.addresses import prove_address

ARGUMENTS = {
    "account_confirm_email": ["bukan-kunci"],
    "account_reset_password_from_key": ["1a", "set-password"],
    "mfa_remove_webauthn": [4711],
    "mfa_edit_webauthn": [4711],
}
LINK = re.compile(
    r"""(?:reverse|reverse_lazy|redirect_response)\(\s*["']((?:account|mfa|users)\w+)|\{% url ["'](\w+)"""
)
# Signing up, login codes, phones, other accounts, and trust: each by a setting that is off here.
UNDER_A_SETTING = {
    "account_change_phone",
    "account_complete_password_reset",
    "account_confirm_password_reset_code",
    "account_password_reset_completed",
    "account_request_login_code",
    "account_signup_by_passkey",
    "account_verify_phone",
    "mfa_signup_webauthn",
    "mfa_trust",
}


def names(patterns):
    for entry in patterns:
        if isinstance(entry, URLPattern):
            yield entry.name
        else:
            yield from names(entry.url_patterns)


NAMES = sorted({*names([*account.urlpatterns, *mfa.urlpatterns, *usersessions.urlpatterns])})


@pytest.fixture(autouse=True)
def in_production(db, settings):
    cache.clear()
    settings.DEMO = False


def visitor(cast, kind: str) -> Client:
    client, person = Client(), cast.konselor_cirebon
    if kind == "nobody":
        return client
    prove_address(person, person.email)
    if kind == "with a factor":
        Authenticator.objects.create(user=person, type="totp", data={"secret": "AAAA"})
    client.post("/masuk/", {"login": person.username, "password": "satu-atap"})
    if kind == "signed in":
        client.post("/akun/masuk-ulang/", {"password": "satu-atap"})
    return client


def test_the_names_of_the_library_are_known():
    assert len(NAMES) > 25
    assert "account_request_reauthentication_code" in NAMES


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["nobody", "signed in", "with a factor"])
def test_no_page_of_the_library_ends_in_a_500(cast, kind, name):
    path = reverse(name, args=ARGUMENTS.get(name))
    client = visitor(cast, kind)
    for method in (client.get, client.post):
        assert method(path, follow=True).status_code < 500


def test_what_its_templates_and_code_link_to_is_there_too():
    """A name that is made under a setting of its own is asked for under that setting alone."""
    root = Path(allauth.__file__).parent
    asked = set()
    for folder in ["account", "mfa", "usersessions", "templates/account", "templates/mfa"]:
        for file in (root / folder).rglob("*"):
            if file.suffix in {".py", ".html"} and file.name != "urls.py":
                asked |= {a or b for a, b in LINK.findall(file.read_text())}
    assert len(asked) > 20
    missing = asked - set(NAMES) - UNDER_A_SETTING
    assert not missing, missing
