from datetime import timedelta

import pytest
from django.utils import timezone

from cases.actions import accept_referral, decline_referral, withdraw_referral
from cases.counts import (
    movement,
    ordinary_cases,
    referrals,
    restricted_referrals,
    sensitive_cases,
    silent_partners,
)
from cases.figures import cases_opened, referrals_sent
from cases.models import Case, Referral
from ltsa.dashboard.periods import Period
from ltsa.dashboard.sockets import Scope

pytestmark = pytest.mark.each_moment


@pytest.fixture
def scope():
    today = timezone.localdate()
    return Scope(Period(today.replace(day=1), today), district="32.09")


def sensitive(make_case, code="GBV02", number=1, **told):
    for _ in range(number):
        make_case(types=[code], limits_explained=True, **told)


def cells(section, name: str) -> dict:
    table = next(one for one in section.tables if one.name == name)
    return {row.code: row.cells for row in [*table.rows, table.total or table.rows[0]]}


def test_ordinary_cases_are_counted_exactly_by_type_and_state(scope, make_case):
    make_case(types=["KRJ01"])
    make_case(types=["KRJ01"])
    make_case(types=["REK03"])
    found, _labels = ordinary_cases(scope)
    assert found[""][""][0] == 3
    assert {code: row[0] for code, row in found["type"].items()} == {"KRJ01": 2, "REK03": 1}
    assert {code: row[0] for code, row in found["state"].items()} == {"new": 3}


@pytest.mark.parametrize("code", ["GBV02", "TPO01", "KES02"])
def test_a_sensitive_case_is_in_no_exact_number(scope, make_case, code):
    sensitive(make_case, code)
    assert ordinary_cases(scope)[0] == {"": {"": (0, 0, 0, 0, 0)}}
    assert movement(scope)[0] == 0


def test_a_restricted_case_of_an_ordinary_type_is_in_no_exact_number(scope, make_case):
    make_case(types=["KRJ01"], restricted=True)
    assert movement(scope)[0] == 0
    [numbers] = sensitive_cases(scope).values()
    assert numbers == {("other", "female"): 1}


def test_a_sensitive_second_type_counts_as_that(scope, make_case):
    make_case(types=["KRJ01", "GBV01"], limits_explained=True)
    [numbers] = sensitive_cases(scope).values()
    assert numbers == {("gbv", "female"): 1}


def test_small_numbers_of_violence_read_below_five(scope, make_case):
    sensitive(make_case, number=3)
    found = cells(cases_opened(scope), "cases-sensitive")
    assert [cell.text for cell in found["gbv"]] == ["<5", "", "", "<5"]
    assert found[""][3].hidden


def test_five_are_shown(scope, make_case):
    sensitive(make_case, number=5)
    found = cells(cases_opened(scope), "cases-sensitive")
    assert [cell.value for cell in found["gbv"]] == [5, 0, 0, 5]


def test_part_of_a_month_shows_the_whole_month_so_that_no_day_is_uncovered(scope, make_case):
    sensitive(make_case, number=5)
    first = scope.period.start
    found = cells(cases_opened(Scope(Period(first, first), district="32.09")), "cases-sensitive")
    assert found["gbv"][3].value == 5


def test_two_months_never_show_more_than_each_of_them(scope, make_case):
    sensitive(make_case, number=7)
    earlier = timezone.now() - timedelta(days=timezone.localdate().day + 3)
    some = Case.objects.filter(restricted=True).values("pk")[:2]
    Case.objects.filter(pk__in=list(some.values_list("pk", flat=True))).update(opened_at=earlier)
    both = Scope(
        Period(timezone.localtime(earlier).date().replace(day=1), scope.period.end),
        district="32.09",
    )
    found = cells(cases_opened(both), "cases-sensitive")
    assert (found["gbv"][3].value, found["gbv"][3].text) == (None, "≥ 6")


def test_the_answer_rate_leaves_out_what_is_not_due_yet_and_what_was_taken_back_before(
    scope, cast, make_referral
):
    wcc = cast["wcc.cirebon"]
    accept_referral(make_referral(), by=wcc)
    decline_referral(make_referral(), reason="full", by=wcc)
    make_referral()
    withdraw_referral(make_referral(), by=cast["meja.cirebon"])
    [[_code, _name, sent, people, answered, asked, hours, declined, overdue]] = referrals(scope)[
        "now"
    ][""]
    assert (sent, people, answered, asked, declined, overdue) == (4, 4, 2, 2, 1, 0)
    assert 0 <= hours < 1
    rate = next(one for one in referrals_sent(scope).headlines if one.name == "answer-rate")
    assert rate.cell.text == "100 %"


def test_silent_partners_are_named_with_what_is_overdue(scope, make_referral):
    make_referral()
    late = make_referral()
    now = timezone.now()
    Referral.objects.filter(pk=late.pk).update(
        sent_at=now - timedelta(days=20), due_at=now - timedelta(days=6)
    )
    [(_pk, name, waiting, overdue, oldest)] = silent_partners(scope)
    assert "Mawar Balqis" in name
    assert (waiting, overdue, round(oldest)) == (2, 1, 480)


def test_referrals_of_restricted_cases_stand_apart(scope, cast, make_case, make_referral):
    case = make_case(types=["GBV02"], by="konselor.cirebon", limits_explained=True)
    make_referral(case, by="konselor.cirebon")
    assert referrals(scope)["now"][""] == []
    assert silent_partners(scope) == []
    assert list(restricted_referrals(scope).values()) == [1]
    assert cells(referrals_sent(scope), "referrals-restricted")["restricted"][0].text == "<5"


def test_a_partner_sees_what_it_received_and_sent(scope, cast, make_referral):
    make_referral()
    make_referral(to="sbmi.cirebon")
    here = cast["wcc.cirebon"].posting.organisation_id
    own = Scope(scope.period, district="32.09", organisation=here)
    assert referrals(own)["now"][""][0][2] == 1
