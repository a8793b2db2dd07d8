"""What production refuses to start with."""

import os
import subprocess
import sys

import pytest
from django.core.checks import run_checks

from ltsa.home.checks import proxies_are_told
from ltsa.keys import is_weak
from ltsa.launcher.options import ROOT

GOOD, OTHER = "Zk3v9QxT1mWc7LrB5nHy2DfS8gJp4AuE", "b7Q1zX5cV9nM3kL8jH2gF6dS4aP0oIuY"
SAYS = (
    "from ltsa import settings as s;"
    "print(s.SECURE_HSTS_INCLUDE_SUBDOMAINS, s.SECURE_HSTS_PRELOAD, hasattr(s, 'SECURE_PROXY_SSL_HEADER'))"
)


def start(**told):
    names = ("DEMO", "DEBUG", "SECRET_KEY", "FIELD_KEYS", "TRUSTED_PROXIES", "ALLOWED_HOSTS")
    base = {name: value for name, value in os.environ.items() if name not in names}
    environ = base | {"SECRET_KEY": GOOD, "FIELD_KEYS": OTHER} | told
    command = [sys.executable, "-c", SAYS]
    return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True)


@pytest.mark.parametrize(
    "told",
    [
        {"SECRET_KEY": "b", "FIELD_KEYS": "a"},
        {"SECRET_KEY": "build"},
        {"FIELD_KEYS": "a" * 64},
        {"FIELD_KEYS": "abcabcabc" * 8},
        {"FIELD_KEYS": f"{OTHER},old"},
        {"SECRET_KEY": GOOD[:31]},
        {"SECRET_KEY": ""},
    ],
)
def test_production_refuses_a_weak_key(told):
    refused = start(**told)
    assert refused.returncode != 0
    assert "ImproperlyConfigured" in refused.stderr
    assert not any(key in refused.stderr for value in told.values() for key in value.split(",") if len(key) > 8)  # fmt: skip


def test_a_key_as_the_docs_make_it_is_no_weak_one():
    made = "T2vX0m8f1jvU3Yq7c9lKZkq1mDwzEo4bS6nRh5tGyPaLxIuCeJdWfAgBiOpQrs7V"
    assert not is_weak(made) and not is_weak(GOOD)
    assert is_weak("") and is_weak("0" * 64) and is_weak("01" * 32)


def test_only_behind_a_proxy_is_it_believed_what_it_says_and_no_name_below_is_ours():
    assert start(TRUSTED_PROXIES="1").stdout.split() == ["False", "False", "True"]
    assert start(TRUSTED_PROXIES="0").stdout.split() == ["False", "False", "False"]
    whole = start(TRUSTED_PROXIES="1", HSTS_SUBDOMAINS="1", HSTS_PRELOAD="1")
    assert whole.stdout.split() == ["True", "True", "True"]


def test_a_start_without_the_number_of_proxies_is_refused(settings):
    settings.DEMO = False
    settings.DEMO, settings.TRUSTED_PROXIES = False, 0
    assert "ltsa.E001" in [one.id for one in run_checks(tags=["security"])]
    settings.TRUSTED_PROXIES = 1
    assert proxies_are_told() == []
    settings.DEMO, settings.TRUSTED_PROXIES = True, 0
    assert proxies_are_told() == []
