from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from cases import actions
from cases.models import Case, Promise
from cases.money_figures import mediations_and_money
from ltsa.dashboard.periods import month_of
from ltsa.dashboard.sockets import Scope
from tests.cases.mediations import ask, hear, in_progress, money, pay

# "Yesterday" must lie in the month that is counted.
pytestmark = pytest.mark.usefixtures("mid_month")


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


def agreed(case, desk, *items):
    row = ask(in_progress(case, by=desk), by=desk)
    return list(hear(row, items=items or [money()], by=desk).promises.order_by("number"))


def section(**place):
    return mediations_and_money(Scope(month_of(timezone.localdate()), **place))


def cells(found, name):
    table = next(table for table in found.tables if table.name == name)
    return {row.code: [cell.value for cell in row.cells] for row in table.rows}


def test_money_is_summed_in_its_own_currency_and_in_rupiah(make_case, desk):
    hkd, idr = agreed(make_case(), desk, money(), money("500000", "IDR"))
    pay(hkd, "4000.50", by=desk)
    gone = pay(hkd, "1000", by=desk)
    actions.void_recovery(gone, reason="Salah catat", by=desk)
    today = timezone.localdate()
    actions.record_payment(idr, amount=Decimal(500000), currency="IDR", received_on=today, by=desk)
    found = cells(section(), "money-currency")
    assert found == {"HKD": [1, 1, 4000.5, 8327040.75], "IDR": [1, 1, 500000, 500000]}
    assert section().headlines[0].cell.value == 8827040.75
    assert section().headlines[0].cell.text == "Rp8.827.040,75"


def test_meetings_and_promises_are_counted(make_case, desk):
    (late,) = agreed(make_case(), desk)
    Promise.objects.filter(pk=late.pk).update(due_on=timezone.localdate() - timedelta(days=1))
    actions.break_promise(late, by=desk)
    failed = ask(in_progress(make_case(), by=desk), by=desk)
    hear(failed, result="no_agreement", by=desk)
    found = section()
    assert [row[0] for row in cells(found, "mediations").values()] == [2, 2, 2, 2, 1, 0]
    assert cells(found, "promises")["broken"] == [1, 100]
    assert found.headlines[1].cell.value == 50


def test_figures_are_of_the_place_that_asks(make_case, desk, cast):
    (promise,) = agreed(make_case(), desk)
    pay(promise, "9200", by=desk)
    here = desk.posting.organisation_id
    assert cells(section(district="32.09", organisation=here), "money-currency")
    there = cast["sbmi.cirebon"].posting.organisation_id
    assert cells(section(organisation=there), "money-currency") == {}
    assert cells(section(district="35.04"), "money-currency") == {}


def test_rule_8_restricted_money_stands_in_no_figure(make_case, desk):
    (promise,) = agreed(make_case(), desk)
    pay(promise, "9200", by=desk)
    Case.objects.update(restricted=True)
    assert cells(section(), "money-currency") == {}
    assert {row[0] for row in cells(section(), "mediations").values()} == {0}
