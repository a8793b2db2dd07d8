"""Rule 10: who is known in another house is said as yes or no, and never of whoever must not be found."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ltsa.areas.models import Area
from services.actions import merge_clients
from services.elsewhere import known_elsewhere
from services.models import AccessGrant, Migrant

NIK = "3209145708990003"
BORN = date(1999, 8, 17)


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.mark.parametrize("by", ["sbmi.cirebon", "meja.tulungagung"])
@pytest.mark.parametrize(
    "asked", [{"nik": NIK}, {"passport": "c1234567"}, {"phone": "0812-3456-7890"}]
)
def test_a_number_known_to_another_house_is_known_elsewhere(desk, make_migrant, by, asked):
    assert not known_elsewhere(asked, desk)
    make_migrant(by=by, nik=NIK, passport="C1234567", phone="081234567890")
    assert known_elsewhere(asked, desk)


def test_a_name_counts_with_birth_date_and_village_and_in_full(desk, make_migrant):
    make_migrant(by="sbmi.cirebon", birth_date=BORN)
    told = {"birth_date": BORN, "village": Area.objects.get(pk="32.09.30.2007")}
    assert known_elsewhere(told | {"full_name": "Contohsari, Sitti Soeharti"}, desk) is False
    assert known_elsewhere(told | {"full_name": "Contohsari Soeharti"}, desk) is True
    assert known_elsewhere(told | {"full_name": "Suharti"}, desk) is False
    assert known_elsewhere({"full_name": "Suharti Contohsari"}, desk) is False


def test_a_client_of_ones_own_is_not_elsewhere(desk, make_migrant):
    make_migrant(by=desk, nik=NIK)
    assert known_elsewhere({"nik": NIK}, desk) is False


def test_nothing_asked_finds_nobody(desk, make_migrant):
    make_migrant(by="sbmi.cirebon")
    assert known_elsewhere({}, desk) is False


@pytest.mark.parametrize("by", ["wcc.cirebon", "uptdppa.cirebon"])
def test_rule_10_a_house_that_works_with_survivors_knows_nobody(desk, make_migrant, by):
    make_migrant(by=by, nik=NIK)
    assert known_elsewhere({"nik": NIK}, desk) is False


def test_rule_10_a_restricted_case_anywhere_makes_her_unknown(desk, make_migrant, make_case):
    known = make_migrant(by="sbmi.cirebon", nik=NIK)
    make_case(known, types=["GBV02"], account="", by="sbmi.cirebon")
    assert Migrant.objects.get(pk=known.pk).shielded
    assert known_elsewhere({"nik": NIK}, desk) is False


def test_rule_10_an_ordinary_case_shields_nobody(desk, make_migrant, make_case):
    known = make_migrant(by="sbmi.cirebon", nik=NIK)
    make_case(known, by="sbmi.cirebon")
    assert known_elsewhere({"nik": NIK}, desk) is True


@pytest.mark.parametrize("shielded", ["the one that stays", "the one that goes"])
def test_rule_10_a_record_merged_with_a_shielded_one_is_shielded(
    cast, desk, make_migrant, make_case, shielded
):
    union = cast["sbmi.cirebon"]
    stays, goes = make_migrant(by=union, nik=NIK), make_migrant(by=union, passport="C1234567")
    held = stays if shielded == "the one that stays" else goes
    make_case(held, types=["GBV02"], account="", by=union)
    merge_clients(goes, into=stays, reason="Orang yang sama", by=union)
    for asked in ({"nik": NIK}, {"passport": "C1234567"}):
        assert known_elsewhere(asked, desk) is False


def test_rule_10_a_house_that_is_kept_out_hears_nothing(desk, make_migrant):
    known = make_migrant(by="sbmi.cirebon", nik=NIK)
    AccessGrant.objects.create(
        subject=uuid4(),
        migrant=known,
        organisation=desk.posting.organisation,
        reason="conflict",
        deny=True,
    )
    assert known_elsewhere({"nik": NIK}, desk) is False


def test_rule_10_who_gave_no_name_is_not_found_by_her_phone(desk, make_migrant):
    make_migrant(by="sbmi.cirebon", anonymous=True, consent="anonymous", phone="081234567890")
    assert known_elsewhere({"phone": "081234567890"}, desk) is False


def test_rule_10_a_hit_and_a_miss_ask_the_database_the_same(desk, make_migrant):
    make_migrant(by="sbmi.cirebon", nik=NIK)
    assert desk.posting
    asked = []
    for number in (NIK, "3209145708990009"):
        with CaptureQueriesContext(connection) as caught:
            known_elsewhere({"nik": number}, desk)
        asked.append(len(caught))
    assert asked == [1, 1]


def test_rule_10_two_records_merged_into_a_third_shield_each_other(
    cast, desk, make_migrant, make_case
):
    union = cast["sbmi.cirebon"]
    stays, goes, held = make_migrant(by=union), make_migrant(by=union, nik=NIK), make_migrant(by=union)  # fmt: skip
    make_case(held, types=["GBV02"], account="", by=union)
    for one in (goes, held):
        merge_clients(one, into=stays, reason="Orang yang sama", by=union)
    assert known_elsewhere({"nik": NIK}, desk) is False
