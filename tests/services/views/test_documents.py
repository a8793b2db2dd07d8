from datetime import date
from uuid import uuid4

import pytest

from services.models import AccessGrant, DocumentCheck

pytestmark = pytest.mark.django_db


def address(migrant) -> str:
    return f"/klien/{migrant.pk}/dokumen/"


def test_documents_are_written_and_shown_on_her_page(as_user, migrant):
    officer = as_user("meja.cirebon")
    told = {"version": 0, "passport_state": "present", "visa_state": "missing"}
    assert officer.post(address(migrant), told).status_code == 302
    page = officer.get(f"/klien/{migrant.pk}/").content.decode()
    assert "Dokumen: 1 dari 8 ada" in page


def test_a_danger_sign_is_said_in_words(as_user, migrant):
    officer = as_user("meja.cirebon")
    told = {"version": 0, "visa_state": "present", "visa_flags": ["tourist_visa"]}
    officer.post(address(migrant), told)
    page = officer.get(f"/klien/{migrant.pk}/").content.decode()
    assert "ada tanda bahaya" in page
    assert "Ditawari visa turis" in page


def test_a_document_past_its_day_reads_as_expired(as_user, cast, migrant):
    DocumentCheck.objects.create(
        migrant=migrant,
        code="passport",
        state="present",
        valid_until=date(2026, 1, 1),
        checked_on=date(2025, 12, 1),
        checked_by=cast["meja.cirebon"],
    )
    assert "Kedaluwarsa" in as_user("meja.cirebon").get(f"/klien/{migrant.pk}/").content.decode()


def test_a_day_without_a_state_is_asked_about(as_user, migrant):
    told = {"version": 0, "visa_until": "01/01/2027"}
    page = as_user("meja.cirebon").post(address(migrant), told)
    assert "Pilih keadaan dokumen ini" in page.content.decode()
    assert not DocumentCheck.objects.exists()


def test_an_older_form_shows_both_values_and_overwrites_nothing(as_user, migrant):
    officer = as_user("meja.cirebon")
    officer.post(address(migrant), {"version": 0, "visa_state": "present"})
    page = officer.post(address(migrant), {"version": 0, "visa_state": "missing"})
    assert page.status_code == 409
    assert DocumentCheck.objects.get().state == "present"


def test_a_partner_who_was_let_in_to_a_part_changes_no_document(as_user, make_migrant):
    assert as_user("sbmi.cirebon").get(address(make_migrant())).status_code == 404


def test_a_partner_let_in_to_all_that_the_intake_asks_still_reads_no_document(
    as_user, cast, migrant
):
    as_user("meja.cirebon").post(address(migrant), {"version": 0, "visa_state": "missing"})
    AccessGrant.objects.create(
        migrant=migrant,
        organisation=cast["wcc.cirebon"].posting.organisation,
        reason="referral",
        groups=["identity", "contact", "journey"],
        subject=uuid4(),
    )
    wcc = as_user("wcc.cirebon")
    assert wcc.get(address(migrant)).status_code == 404
    assert wcc.post(address(migrant), {"version": 1, "visa_state": "present"}).status_code == 404
    assert address(migrant) not in wcc.get(f"/klien/{migrant.pk}/").content.decode()
