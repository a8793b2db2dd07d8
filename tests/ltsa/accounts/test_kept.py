"""What the login page says was kept when a session has ended: until when, never whose or what."""

import re
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from ltsa.drafts.actions import find_draft, stamp
from ltsa.drafts.models import Draft

PAGE, WHO = "/klien/baru/", "meja.cirebon"


@pytest.fixture
def officer(as_user, settings, monkeypatch):
    settings.DEMO = False
    monkeypatch.setattr("ltsa.accounts.middleware.has_factor", lambda person: True)
    return as_user(WHO)


def fields(person):
    return {"full_name": "Contoh", "draft_stamp": stamp(person, PAGE)}


def kept_line(client):
    page = client.get("/masuk/").content.decode()
    found = re.search(r"Isian yang belum selesai disimpan sampai.*?</p>", page, re.DOTALL)
    return found[0] if found else ""


def test_after_the_idle_end_the_login_page_says_until_when_the_form_is_kept(client, cast):
    client.post(PAGE, fields(cast[WHO]))
    line, draft = kept_line(client), Draft.objects.get()
    assert timezone.localtime(draft.expires_at).strftime("%H.%M") in line
    assert "Contoh" not in line
    assert PAGE not in line
    assert WHO not in line


def test_a_draft_saved_while_typing_is_named_when_the_session_has_ended(as_user, cast):
    officer = as_user(WHO)
    officer.post("/draf/simpan/", fields(cast[WHO]))
    officer.cookies.pop("sessionid")
    assert kept_line(officer)
    Draft.objects.all().delete()  # the form was saved after all
    assert kept_line(officer) == ""


def test_where_nothing_is_kept_it_says_nothing(client, as_user, cast):
    client.get("/klien/")
    client.post("/draf/buang/")
    assert kept_line(client) == ""
    client.cookies["isian"] = "karangan"
    assert kept_line(client) == ""
    client.post(PAGE, fields(cast[WHO]))
    Draft.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    assert kept_line(client) == ""


@pytest.mark.parametrize("drawn", [False, True])
def test_at_the_end_of_twelve_hours_a_form_is_parked_and_the_login_page_says_so(
    officer, cast, monkeypatch, drawn
):
    officer.get("/beranda/")
    if drawn:
        officer.post("/akun/tirai/")
    later = time.time() + 12 * 3600 + 1
    monkeypatch.setattr("ltsa.accounts.middleware.time.time", lambda: later)
    answer = officer.post(PAGE, fields(cast[WHO]))
    assert answer.url == "/masuk/?next=%2Fklien%2Fbaru%2F"
    assert find_draft(cast[WHO], PAGE).body == {"full_name": ["Contoh"]}
    monkeypatch.undo()
    assert kept_line(officer)


def test_who_signs_out_herself_leaves_no_such_line(as_user, cast):
    officer = as_user(WHO)
    officer.post("/draf/simpan/", fields(cast[WHO]))
    officer.post("/keluar/")
    assert kept_line(officer) == ""
