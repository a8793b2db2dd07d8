"""Which headers every kind of answer carries, and which none does."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from django.test import Client

from ltsa.headers import HEADERS, OF_PAGES
from ltsa.launcher.options import ROOT
from ltsa.launcher.processes import free_port

pytestmark = pytest.mark.django_db


def broken(*args, **kwargs):
    raise RuntimeError("on purpose")


def answers(as_user, api, monkeypatch):
    """{kind: answer}: public, signed in, sent elsewhere, API, refused, unknown, broken, static, files."""
    public, desk = Client(raise_request_exception=False), as_user("meja.cirebon")
    told = {
        "public": public.get("/"),
        "signed in": desk.get("/beranda/"),
        "redirect": public.get("/beranda/"),
        "api": api("meja.cirebon").get("/api/v1/cases/"),
        "api refused": public.get("/api/v1/cases/"),
        "schema": public.get("/api/v1/schema/"),
        "directory": public.get("/direktori.json"),
        "unknown": public.get("/tidak-ada/"),
        "refused": desk.get("/privasi/jejak/"),
        "wrong host": public.get("/", headers={"host": "bad host"}),
        "static": public.get("/static/css/tokens.css"),
        "health": public.get("/healthz"),
    }
    monkeypatch.setattr("ltsa.home.views.FINDERS", [broken])
    desk.raise_request_exception = False
    told["broken"] = desk.post("/cari/", {"q": "kasus"})
    return told


def test_every_answer_carries_them(as_user, api, monkeypatch):
    told = answers(as_user, api, monkeypatch)
    codes = {kind: answer.status_code for kind, answer in told.items()}
    assert {"redirect": 302, "unknown": 404, "refused": 403, "wrong host": 400, "broken": 500}.items() <= codes.items()  # fmt: skip
    assert (codes["static"], codes["api"], codes["api refused"]) == (200, 200, 401)
    for kind, answer in told.items():
        for name, value in HEADERS.items():
            assert answer.headers.get(name) == value, f"{name} of {kind}"
        is_page = answer.headers.get("Content-Type", "").startswith("text/html")
        for name, value in OF_PAGES.items():
            assert answer.headers.get(name) == (value if is_page else None), f"{name} of {kind}"
        assert answer.headers.get("X-Content-Type-Options") == "nosniff", kind
        assert "Server" not in answer.headers and "X-Powered-By" not in answer.headers


def test_pages_keep_their_policy(as_user, api, monkeypatch):
    for kind, answer in answers(as_user, api, monkeypatch).items():
        if answer.headers.get("Content-Type", "").startswith("text/html") and kind != "wrong host":
            policy = answer.headers["Content-Security-Policy"]
            for part in ("script-src 'self'", "form-action 'self'", "frame-ancestors 'none'"):
                assert part in policy, f"{part} of {kind}"


def test_what_the_portal_uses_is_not_switched_off():
    policy = HEADERS["Permissions-Policy"]
    for own in ("clipboard-write", "publickey-credentials-get", "publickey-credentials-create"):
        assert f"{own}=(self)" in policy
    for off in ("geolocation", "camera", "microphone", "usb"):
        assert f"{off}=()" in policy


def test_the_server_of_production_does_not_say_its_name():
    """Over a real socket, with the file that production starts it with."""
    port = free_port()
    environ = os.environ | {"BIND": f"127.0.0.1:{port}", "WEB_WORKERS": "1", "DEMO": "1"}
    command = [sys.executable, "-m", "gunicorn", "ltsa.wsgi"]
    command += ["--config", "docs/deploy/gunicorn.conf.py"]
    with subprocess.Popen(command, cwd=ROOT, env=environ, stderr=subprocess.DEVNULL) as server:
        try:
            for path in ("static/css/tokens.css", "tidak-ada/"):
                headers = _fetch(f"http://127.0.0.1:{port}/{path}")
                assert "Server" not in headers, headers
                assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        finally:
            server.terminate()


def _fetch(url: str, patience: int = 60):
    for _second in range(patience):
        try:
            with urllib.request.urlopen(url, timeout=20) as answer:
                return answer.headers
        except urllib.error.HTTPError as refused:
            return refused.headers
        except urllib.error.URLError:
            time.sleep(1)
    raise TimeoutError(url)
