"""The settings as a program of production reads them: another process, an environment of its own."""

import json
import os
import subprocess
import sys

import pytest

from ltsa.launcher.options import ROOT

KEY = "a-key-of-this-test-alone-0123456789-abcdefghijklmnop"
PRODUCTION = {
    "SECRET_KEY": KEY,
    "FIELD_KEYS": KEY,
    "ALLOWED_HOSTS": "satuatap.example",
    "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none",
    "REDIS_URL": "redis://127.0.0.1:1/0",
    "EMAIL_URL": "smtp://127.0.0.1:1",
}
NAMES = (
    "DEMO", "EMAIL_BACKEND", "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN", "WHITENOISE_USE_FINDERS", "WHITENOISE_AUTOREFRESH",
    "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SECURE_SSL_REDIRECT",
    "SECURE_HSTS_SECONDS", "SECURE_PROXY_SSL_HEADER", "STORAGES",
)  # fmt: skip
READ = f"""
import json
from ltsa import settings
print(json.dumps({{name: vars(settings).get(name) for name in {NAMES!r}}}))
"""


def read(**environment: str | None) -> subprocess.CompletedProcess:
    told = {**PRODUCTION, **environment}
    environ = {"PATH": os.environ["PATH"], **{k: v for k, v in told.items() if v is not None}}
    return subprocess.run(
        [sys.executable, "-c", READ], cwd=ROOT, env=environ, capture_output=True, text=True
    )


def read_well(**environment: str | None) -> dict:
    answer = read(**environment)
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


def test_production_is_set_to_be_safe():
    found = read_well()
    assert found["DEMO"] is False
    assert found["MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN"] is False
    assert not found["WHITENOISE_USE_FINDERS"] and not found["WHITENOISE_AUTOREFRESH"]
    assert "Manifest" in found["STORAGES"]["staticfiles"]["BACKEND"]
    assert found["SESSION_COOKIE_SECURE"] and found["CSRF_COOKIE_SECURE"]
    assert found["SESSION_COOKIE_NAME"] == "__Host-sessionid"
    assert found["SECURE_SSL_REDIRECT"] and found["SECURE_HSTS_SECONDS"] > 31_000_000


def test_production_sends_mail():
    """Also where nobody has named a mail server: it is printed, not swallowed as in the demo."""
    assert read_well()["EMAIL_BACKEND"].endswith("smtp.EmailBackend")
    assert "dummy" not in read_well(EMAIL_URL=None)["EMAIL_BACKEND"]
    demo = {"DEMO": "1", "EMAIL_URL": None, "ALLOWED_HOSTS": "localhost"}
    assert "dummy" in read_well(**demo)["EMAIL_BACKEND"]


@pytest.mark.parametrize(
    "environment",
    [
        {"SECRET_KEY": None},
        {"SECRET_KEY": "demo-key-never-for-real-people"},
        {"FIELD_KEYS": None},
        {"FIELD_KEYS": f"{KEY},demo-key-never-for-real-people"},
        {"DEBUG": "1"},
        {"GATEWAY_URL": "http://gateway.example/"},
    ],
)
def test_production_refuses(environment):
    answer = read(**environment)
    assert answer.returncode != 0
    assert "ImproperlyConfigured" in answer.stderr


def test_the_demo_refuses_a_public_name():
    answer = read(DEMO="1")
    assert answer.returncode != 0
    assert "never under a public host name" in answer.stderr
    assert read_well(DEMO="1", ALLOWED_HOSTS="localhost")["DEMO"] is True
