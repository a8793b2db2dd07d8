"""The page on which the sender writes down what a house without accounts has answered."""

import pytest

from cases.models import Referral

pytestmark = pytest.mark.django_db

TOLD = {
    "answer": "accept",
    "how": "phone",
    "name": "Suster Contoh Wulan",
    "idempotency_key": "5b4bb9d1-3b0c-4c8f-a9a8-9d3e2a8e0c11",
}


@pytest.fixture
def outside(make_referral, no_accounts):
    return make_referral(to=no_accounts)


def address(referral):
    return f"/rujukan/{referral.pk}/jawaban/"


def test_the_page_says_that_nobody_was_told_and_leads_to_the_form(as_user, outside):
    shown = as_user("meja.cirebon").get(f"/rujukan/{outside.pk}/")
    assert "Tidak ada yang diberi tahu lewat portal" in shown.text
    assert address(outside) in shown.text


def test_two_clicks_write_one_answer(as_user, outside):
    desk = as_user("meja.cirebon")
    first, second = (desk.post(address(outside), TOLD) for _ in range(2))
    assert first.url == second.url == f"/rujukan/{outside.pk}/"
    shown = desk.get(first.url).text
    assert "Dijawab tanpa akun oleh" in shown and "Suster Contoh Wulan" in shown
    assert Referral.objects.get(pk=outside.pk).state == "accepted"


def test_what_is_missing_is_said_at_the_field_and_the_rest_kept(as_user, outside):
    shown = as_user("meja.cirebon").post(address(outside), TOLD | {"answer": "decline"})
    assert "Pilih alasan penolakan." in shown.text
    assert "Suster Contoh Wulan" in shown.text


def test_a_house_with_accounts_has_no_such_page(as_user, referral):
    assert as_user("meja.cirebon").get(address(referral)).url == f"/rujukan/{referral.pk}/"
    assert address(referral) not in as_user("meja.cirebon").get(f"/rujukan/{referral.pk}/").text


def test_others_do_not_find_it(as_user, outside):
    assert as_user("meja.tulungagung").get(address(outside)).status_code == 404
    assert as_user("admin.cirebon").get(address(outside)).status_code == 403
