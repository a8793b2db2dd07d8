from decimal import Decimal

import pytest
from django.utils import timezone

from cases.actions import move_case, record_recovery
from cases.agency_counts import complaints_by_agency
from cases.agency_figures import by_agency
from ltsa.dashboard.periods import Period
from ltsa.dashboard.sockets import Scope
from ltsa.organisations.actions import create_agency


@pytest.fixture
def scope():
    today = timezone.localdate()
    return Scope(Period(today.replace(day=1), today), district="32.09")


@pytest.fixture
def agency(cast):
    return create_agency(name="PT Contoh Karya", kind="p3mi", by=cast["admin.cirebon"])


@pytest.fixture
def complaint(make_case, agency, cast):
    """A case about the agency that was verified and taken on."""

    def make(by="meja.cirebon", **told):
        case = make_case(agency=agency, by=by, **told)
        for verb in ("verify", "start"):
            case = move_case(case, verb, by=cast[by])
        return case

    return make


def test_verified_complaints_are_counted_with_the_money_that_came_back(
    scope, complaint, agency, cast
):
    today = timezone.localdate()
    rate = {"rate": Decimal(2000), "rate_on": today, "rate_source": "BI"}
    for amount in (100, 50):
        record_recovery(
            complaint(), kind="money", amount=Decimal(amount), currency="HKD", received_on=today,
            by=cast["meja.cirebon"], **rate,
        )  # fmt: skip
    [(pk, name, number, still_open, ended, rupiah)] = complaints_by_agency(scope)
    assert (pk, name) == (str(agency.pk), "PT Contoh Karya")
    assert (number, still_open, ended, rupiah) == (2, 2, 0, Decimal(300_000))
    [row] = by_agency(scope).rows
    assert [cell.value for cell in row.cells] == [2, 2, 0, 300_000]
    assert row.cells[-1].text == "Rp300.000"


def test_nothing_unverified_or_restricted_is_counted(scope, make_case, complaint, agency):
    make_case(agency=agency)
    complaint(by="konselor.cirebon", restricted=True, types=("GBV02",), account="")
    assert complaints_by_agency(scope) == []


def test_an_employer_is_a_person_perhaps_and_never_named(scope, make_case, cast):
    employer = create_agency(name="Keluarga Contoh", kind="employer", by=cast["admin.cirebon"])
    case = make_case(agency=employer)
    for verb in ("verify", "start"):
        move_case(case, verb, by=cast["meja.cirebon"])
    assert complaints_by_agency(scope) == []
