import pytest
from django.core import signing
from django.db import connection
from django.test import Client

from ltsa.drafts.actions import SALT, find_draft, save_draft, stamp
from ltsa.idempotency.models import Key

PAGE = "/klien/baru/"
KEY = "8f0c3a52-7f0a-4f0e-9d2c-0a3f6f0d6f10"


@pytest.fixture
def officer(cast):
    return cast.meja_cirebon


@pytest.fixture
def fields(officer):
    return {"draft_stamp": stamp(officer, PAGE), "idempotency_key": KEY, "full_name": "Contoh"}


def test_typing_is_saved_under_the_page_and_encrypted(as_user, officer, fields):
    assert as_user(officer).post("/draf/simpan/", fields).status_code == 204
    assert find_draft(officer, PAGE).body == {"full_name": ["Contoh"]}
    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM drafts_draft")
        assert "Contoh" not in cursor.fetchone()[0]


def test_saving_twice_keeps_one_draft(as_user, officer, fields):
    client = as_user(officer)
    client.post("/draf/simpan/", fields)
    client.post("/draf/simpan/", fields | {"full_name": "Contoh Dua"})
    assert find_draft(officer, PAGE).body == {"full_name": ["Contoh Dua"]}


def test_a_forged_stamp_saves_nothing(as_user, officer, fields):
    forged = signing.dumps([str(officer.pk), PAGE], key="other", salt=SALT)
    answer = as_user(officer).post("/draf/simpan/", fields | {"draft_stamp": forged})
    assert answer.status_code == 400
    assert find_draft(officer, PAGE) is None


def test_a_form_shown_to_someone_else_is_not_saved(as_user, officer, fields):
    assert as_user("konselor.cirebon").post("/draf/simpan/", fields).status_code == 409
    assert find_draft(officer, PAGE) is None


def test_a_late_save_does_not_revive_a_draft_that_became_a_row(as_user, officer, fields):
    Key.objects.create(user=officer, key=f"services.migrant:{KEY}", body_hash="")
    assert as_user(officer).post("/draf/simpan/", fields).status_code == 409
    assert find_draft(officer, PAGE) is None


def test_one_throws_ones_own_draft_away(rf, as_user, officer, fields):
    save_draft(PAGE, rf.post("/", fields).POST, by_id=officer.pk)
    as_user("konselor.cirebon").post("/draf/buang/", fields)
    assert find_draft(officer, PAGE) is not None
    assert as_user(officer).post("/draf/buang/", fields).url == PAGE
    assert find_draft(officer, PAGE) is None


def test_a_post_after_the_session_ended_is_parked_and_leads_back_to_its_form(officer, fields):
    answer = Client().post("/draf/simpan/", fields)
    assert answer.url == "/masuk/?next=%2Fklien%2Fbaru%2F"
    assert find_draft(officer, PAGE).body == {"full_name": ["Contoh"]}


def test_a_post_without_a_stamp_leads_back_to_the_page_it_came_from(db):
    sent_from = {"HTTP_REFERER": "http://testserver/kasus/"}
    assert Client().post("/draf/buang/", **sent_from).url == "/masuk/?next=%2Fkasus%2F"
    elsewhere = {"HTTP_REFERER": "https://example.org/kasus/"}
    assert Client().post("/draf/buang/", **elsewhere).url == "/masuk/?next=%2Fdraf%2Fbuang%2F"
