"""Rule 10: looking for doubles never says that somebody is known to another house, or in a restricted case."""

import re
from datetime import date

import pytest
from django.utils import timezone

from cases import actions as cases
from ltsa.areas.models import Area
from services.doubts import doubts

NIK = "3209305708990003"
TOKEN = re.compile(r"\w{64}")  # the form's, another at each showing


@pytest.fixture
def typed(db):
    return {"full_name": "Suharti Contohsari", "nik": NIK, "sex": "female", "village": Area.objects.get(pk="32.09.30.2007")}  # fmt: skip


def codes(data, user, **more) -> set[str]:
    return {doubt["code"] for doubt in doubts(data, user=user, **more)}


def test_a_double_at_ones_own_desk_is_named_by_its_code(cast, make_migrant, typed):
    known = make_migrant(nik=NIK)
    (doubt,) = [one for one in doubts(typed, user=cast["meja.cirebon"]) if one["code"] == "possible_duplicate"]  # fmt: skip
    assert known.code in doubt["message"]
    assert "possible_duplicate" not in codes(typed, cast["meja.cirebon"], exclude=known)


@pytest.mark.parametrize("by", ["wcc.cirebon", "sbmi.cirebon", "meja.tulungagung"])
def test_rule_10_a_client_of_another_house_raises_no_doubt(cast, make_migrant, typed, by):
    make_migrant(by=by, nik=NIK)
    assert "possible_duplicate" not in codes(typed, cast["meja.cirebon"])


def test_rule_10_a_hit_and_a_miss_look_the_same_to_another_house(cast, as_user, make_migrant):
    make_migrant(by="wcc.cirebon", nik=NIK)
    desk = as_user("meja.cirebon")
    numbers = (NIK, "3209305708990004")
    hit, miss = (desk.post("/klien/", {"q": number}).text.replace(number, "") for number in numbers)
    assert TOKEN.sub("", hit) == TOKEN.sub("", miss)


def test_rule_10_a_restricted_case_does_not_show_in_the_doubt(cast, make_migrant, make_case, typed):
    known = make_migrant(nik=NIK)
    case = make_case(known, types=["GBV02"], account="")
    to = cast["wcc.cirebon"].posting.organisation
    cases.hand_over_case(case, to=to, method="witness", by=cast["meja.cirebon"])
    for doubt in doubts(typed, user=cast["meja.cirebon"]):
        assert case.code not in doubt["message"]
        assert "terbatas" not in doubt["message"].lower()


def test_a_number_of_seventeen_digits_warns_and_does_not_block(cast, typed):
    assert any(code.startswith("nik") for code in codes(typed | {"nik": NIK + "4"}, cast["meja.cirebon"]))  # fmt: skip


@pytest.mark.parametrize(
    ("told", "warned"),
    [
        ({"birth_date": date(2015, 1, 1)}, True),
        ({"age_band": "<18"}, True),
        ({"age_band": "18-24"}, False),
        ({"birth_date": date(1990, 1, 1)}, False),
    ],
)
def test_under_eighteen_is_a_warning(cast, told, warned):
    assert ("under_18" in codes(told, cast["meja.cirebon"])) is warned


def test_eighteen_today_is_of_age(cast):
    today = timezone.localdate()
    day = 28 if (today.month, today.day) == (2, 29) else today.day
    assert "under_18" not in codes({"birth_date": date(today.year - 18, today.month, day)}, cast["meja.cirebon"])  # fmt: skip
