import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.assessments import version_of
from cases.assessments.needs_risk_2026_1 import DANGERS, NEEDS

FORM = version_of("needs_risk", "2026-1")
RANK = ["low", "medium", "high"]
NOTHING = dict.fromkeys([one.code for one in DANGERS], "no") | {"safe_place": "yes"}
ANSWERS = st.fixed_dictionaries(
    {one.code: st.sampled_from(one.answers.values) for one in FORM.questions}
)


def risk(**answers) -> str:
    return FORM.finding(NOTHING | answers).code


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        ({}, "low"),
        ({"need_legal": "yes"}, "low"),
        ({"need_health": "urgent"}, "medium"),
        ({"threat": "yes"}, "medium"),
        ({"address_known": "yes"}, "medium"),
        ({"phone_watched": "yes"}, "medium"),
        ({"safe_place": "no"}, "medium"),
        ({"suicide": "yes"}, "high"),
        ({"child_danger": "yes"}, "high"),
        ({"threat": "yes", "weapon": "yes"}, "high"),
        ({"threat": "yes", "address_known": "yes"}, "high"),
        ({"threat": "yes", "safe_place": "no"}, "high"),
    ],
)
def test_what_makes_low_medium_and_high(answers, level):
    found = FORM.finding(NOTHING | answers)
    assert found.code == level
    assert found.reasons and all(map(str, found.reasons))


def test_danger_of_which_nothing_is_known_is_not_called_low():
    assert FORM.finding({}).code == "medium"


def test_a_weapon_is_only_asked_about_where_there_is_a_threat():
    assert "weapon" not in FORM.cleaned({"threat": "no", "weapon": "yes"})
    assert risk(threat="no", weapon="yes") == "low"


def test_every_area_of_need_is_asked():
    assert len(NEEDS) == 8


@given(ANSWERS, st.sampled_from([one.code for one in DANGERS if one.code != "safe_place"]))
def test_one_more_danger_never_lowers_the_risk(answers, code):
    before, after = FORM.finding(answers).code, FORM.finding(answers | {code: "yes"}).code
    assert RANK.index(after) >= RANK.index(before)
