import re

import pytest

from cases.models import AccessRequest, ConflictLock

pytestmark = pytest.mark.django_db


def send(browser, address: str, **typed):
    page = browser.get(address).content.decode()
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    return browser.post(address, hidden | typed)


def test_a_supervisor_locks_an_officer_out_and_lifts_it_with_a_reason(as_user, case, cast):
    boss, address = as_user("supervisor.cirebon"), f"/kasus/{case.pk}/kunci/"
    told = {"kind": "person", "person": str(cast["meja.cirebon"].pk), "reason": "Kerabat terlapor"}
    assert send(boss, address, **told).status_code == 302
    made = ConflictLock.objects.get()
    assert made.user == cast["meja.cirebon"]
    assert "1 kunci berlaku" in boss.get(f"/kasus/{case.pk}/").content.decode()
    assert as_user("meja.cirebon").get(f"/kasus/{case.pk}/").status_code == 404
    lift = f"/kunci/{made.pk}/buka/"
    assert send(boss, lift, reason="Orang lain").status_code == 302
    made.refresh_from_db()
    assert (
        made.lifted_at is None
    )  # it is asked for; nobody else of the office leads: the officer decides
    asked = AccessRequest.objects.get(lock=made)
    as_user("ppdp.cirebon").post(f"/permintaan-akses/{asked.pk}/allow/")
    made.refresh_from_db()
    assert made.lifted_at is not None and boss.get(lift).status_code == 404


def test_the_form_asks_for_the_one_of_the_chosen_kind(as_user, case):
    boss, address = as_user("supervisor.cirebon"), f"/kasus/{case.pk}/kunci/"
    page = send(boss, address, kind="village", reason="Kerabat").content.decode()
    assert "Pilih siapa yang dikunci" in page
    assert not ConflictLock.objects.exists()


@pytest.mark.parametrize("who", ["meja.cirebon", "wcc.cirebon", "admin.cirebon"])
def test_nobody_else_finds_the_list(who, as_user, case):
    assert as_user(who).get(f"/kasus/{case.pk}/kunci/").status_code in (403, 404)


def test_a_locked_house_is_not_offered_for_a_referral(as_user, case, cast):
    house = cast["wcc.cirebon"].posting.organisation
    desk, address = as_user("meja.cirebon"), f"/kasus/{case.pk}/rujuk/"
    assert str(house) in desk.get(address).content.decode()
    told = {"kind": "organisation", "organisation": str(house.pk), "reason": "Kerabat"}
    send(as_user("supervisor.cirebon"), f"/kasus/{case.pk}/kunci/", **told)
    assert str(house) not in desk.get(address).content.decode()
