"""The form that changes a client shows no number in full, and opens to nobody who was told only a part."""

import pytest

from cases.actions import accept_referral
from ltsa.audit.models import Record

NIK, PHONE, PASSPORT = "3209305508990001", "+6281234567890", "C1234567"


@pytest.fixture
def known(make_migrant):
    return make_migrant(nik=NIK, phone=PHONE, phone_safe="yes", passport=PASSPORT)


def fields_of(page) -> dict:
    form = page.context["form"]
    told = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in told.items() if value not in (None, "", False)}


def test_the_form_shows_numbers_masked_and_keeps_them_when_they_come_back_so(as_user, known):
    desk = as_user("meja.cirebon")
    page = desk.get(f"/klien/{known.pk}/ubah/")
    assert not [number for number in (NIK, PHONE, PASSPORT) if number in page.text]
    told = fields_of(page) | {"nickname": "Harti", "confirmed": "on"}
    assert desk.post(f"/klien/{known.pk}/ubah/", told).status_code == 302
    known.refresh_from_db()
    assert (known.nickname, known.nik, known.phone, known.passport) == (
        "Harti",
        NIK,
        PHONE,
        PASSPORT,
    )
    assert not Record.objects.filter(verb="reveal", subject=known.pk).exists()


def test_a_number_is_replaced_by_a_whole_one_or_none_and_never_by_a_masked_one(as_user, known):
    desk = as_user("meja.cirebon")
    told = fields_of(desk.get(f"/klien/{known.pk}/ubah/")) | {"confirmed": "on"}
    refused = desk.post(f"/klien/{known.pk}/ubah/", told | {"nik": "3209********0009"})
    assert "nik" in refused.context["form"].errors
    desk.post(f"/klien/{known.pk}/ubah/", told | {"nik": "", "phone": "0812 9999 0000"})
    known.refresh_from_db()
    assert (known.nik, known.phone) == ("", "+6281299990000")


def test_a_stale_form_shows_both_values_and_neither_number(as_user, known):
    desk = as_user("meja.cirebon")
    told = fields_of(desk.get(f"/klien/{known.pk}/ubah/")) | {"confirmed": "on"}
    desk.post(f"/klien/{known.pk}/ubah/", told | {"nickname": "Harti"})
    late = desk.post(f"/klien/{known.pk}/ubah/", told | {"nickname": "Suhar"})
    assert late.status_code == 409
    assert [both.theirs for both in late.context["form"].both] == ["Harti"]
    assert not [number for number in (NIK, PHONE, PASSPORT) if number in late.text]


def test_rule_6_a_partner_who_knows_the_name_alone_reads_no_number_in_the_form(
    cast, as_user, api, known, make_case, make_referral
):
    sent = make_referral(make_case(known), to="wcc.cirebon", disclose=["identity"])
    accept_referral(sent, by=cast["wcc.cirebon"])
    partner = as_user("wcc.cirebon")
    assert known.full_name in partner.get(f"/klien/{known.pk}/").text
    assert partner.get(f"/klien/{known.pk}/ubah/").status_code == 404
    changed = api("wcc.cirebon").patch(
        f"/api/v1/migrants/{known.pk}/", {"version": 1, "phone": "081299990000"}, format="json"
    )
    assert changed.status_code == 403
