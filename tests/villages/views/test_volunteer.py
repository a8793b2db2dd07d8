from datetime import timedelta

import pytest

from villages.actions import handle_request
from villages.models import VillageRequest

pytestmark = pytest.mark.django_db

NEW = "/desa/permintaan/baru/"
MINE = "/desa/permintaan/saya/"
KEY = "2b1f7d0e-8a52-4f3c-9d5e-0a1b2c3d4e5f"


@pytest.fixture
def volunteer(as_user):
    return as_user("kader.cirebon")


def correction_of(row):
    return f"/desa/permintaan/{row.pk}/perbaiki/"


def test_the_form_fits_one_screen_and_reads_the_consent_script(volunteer):
    page = volunteer.get(NEW).content.decode()
    assert "boleh menarik persetujuan kapan saja" in page
    assert page.count('name="urgent"') == 2
    assert "<script>" not in page


def test_handing_in_shows_the_state_and_nothing_else(volunteer, typed):
    response = volunteer.post(NEW, typed | {"idempotency_key": KEY}, follow=True)
    assert response.redirect_chain == [(MINE, 302)]
    page = response.content.decode()
    assert VillageRequest.objects.get().code in page
    assert "Diterima" in page
    for word in ("Carsinah", "Yati", "81234567890", "kabar tiga bulan"):
        assert word not in page


def test_submitting_twice_makes_one_row(volunteer, typed):
    for _ in range(2):
        volunteer.post(NEW, typed | {"idempotency_key": KEY})
    assert VillageRequest.objects.count() == 1


def test_the_same_key_with_other_words_is_refused_and_keeps_what_was_typed(volunteer, typed):
    volunteer.post(NEW, typed | {"idempotency_key": KEY})
    response = volunteer.post(NEW, typed | {"needs": "Lain sekali.", "idempotency_key": KEY})
    assert response.status_code == 200
    assert "Lain sekali." in response.content.decode()
    assert VillageRequest.objects.count() == 1


def test_a_wrong_answer_keeps_everything_typed(volunteer, typed):
    response = volunteer.post(NEW, typed | {"last_contact_on": "kemarin"})
    page = response.content.decode()
    assert "Ibu Carsinah Contoh" in page
    assert "kemarin" in page
    assert not VillageRequest.objects.exists()


def test_the_state_follows_the_desk(volunteer, asked, cast):
    handle_request(asked, by=cast.meja_cirebon)
    page = volunteer.get(MINE).content.decode()
    assert "Sedang ditangani" in page
    assert correction_of(asked) not in page


def test_she_cannot_open_the_desks_page_rule_2(volunteer, asked):
    assert volunteer.get(f"/desa/permintaan/{asked.pk}/").status_code == 403
    assert volunteer.get("/desa/permintaan/").status_code == 403


def test_she_corrects_within_the_day(volunteer, asked, typed):
    page = volunteer.get(correction_of(asked)).content.decode()
    assert "Ibu Carsinah Contoh" in page
    volunteer.post(correction_of(asked), typed | {"destination": "Oman", "version": 1})
    asked.refresh_from_db()
    assert asked.destination == "Oman"


def test_a_stale_correction_shows_both_values(volunteer, asked, typed):
    volunteer.post(correction_of(asked), typed | {"destination": "Oman", "version": 1})
    response = volunteer.post(correction_of(asked), typed | {"destination": "Qatar", "version": 1})
    page = response.content.decode()
    assert response.status_code == 409
    assert "Oman" in page
    assert "Qatar" in page
    again = volunteer.post(correction_of(asked), typed | {"destination": "Qatar", "version": 2})
    assert again.status_code == 302


def test_a_day_later_she_is_told_to_call_the_office(volunteer, asked, typed):
    VillageRequest.objects.update(created_at=asked.created_at - timedelta(hours=25))
    response = volunteer.post(correction_of(asked), typed | {"version": 1}, follow=True)
    assert "tidak bisa diubah lagi" in response.content.decode()
    assert "Carsinah" not in response.content.decode()


def test_another_volunteers_entry_is_not_found(as_user, asked):
    assert as_user("kader.blitar").get(correction_of(asked)).status_code == 404


@pytest.mark.parametrize("who", ["meja.cirebon", "konselor.cirebon", "admin.cirebon", "pemirsa"])
def test_only_volunteers_hand_in(as_user, who):
    assert as_user(who).get(NEW).status_code == 403


def test_the_list_costs_the_same_for_one_row_and_for_many(volunteer, make_request, cost_of):
    make_request()
    one = cost_of(lambda: volunteer.get(MINE))
    for _ in range(6):
        make_request()
    assert cost_of(lambda: volunteer.get(MINE)) == one
