from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases.actions import add_claim, edit_claim, record_recovery
from cases.models import Claim
from cases.transitions import NotPossible, NotYours
from ltsa.timeline.models import Event
from ltsa.versions import Stale


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.fixture
def wages(case, desk):
    return add_claim(case, kind="money", amount=Decimal(18400), currency="HKD", by=desk)


def test_money_is_claimed_in_its_own_currency(wages):
    assert (wages.amount, wages.currency, wages.state) == (Decimal(18400), "HKD", "open")
    event = Event.objects.filter(subject=wages.case_id, verb="claim.add").get()
    assert event.detail == {"part": str(wages.pk), "kind": "money", "state": "open"}


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"kind": "money", "currency": "HKD"}, "amount"),
        ({"kind": "money", "amount": Decimal(0), "currency": "HKD"}, "amount"),
        ({"kind": "money", "amount": Decimal("0.001"), "currency": "HKD"}, "amount"),
        ({"kind": "money", "amount": Decimal(5), "currency": "XXX"}, "currency"),
        ({"kind": "hadiah"}, "kind"),
    ],
)
def test_a_claim_that_says_nothing_is_refused(case, desk, told, field):
    with pytest.raises(ValidationError) as refused:
        add_claim(case, by=desk, **told)
    assert list(refused.value.error_dict) == [field]


def test_how_far_money_is_met_follows_what_was_received(wages, desk):
    received = {"kind": "money", "currency": "HKD", "received_on": timezone.localdate()}
    rate = {"rate": Decimal(2000), "rate_on": timezone.localdate(), "rate_source": "BI"}
    record_recovery(wages.case, amount=Decimal(9200), by=desk, **received, **rate)
    wages.refresh_from_db()
    assert wages.state == "partly"
    told = {"amount": Decimal(9200), "currency": "HKD", "state": "open"}
    assert edit_claim(wages, version=wages.version, by=desk, **told).state == "met"
    with pytest.raises(ValidationError):
        edit_claim(wages, version=wages.version, by=desk, **(told | {"currency": "IDR"}))


def test_money_can_be_given_up_and_taken_up_again(wages, desk):
    told = {"amount": wages.amount, "currency": "HKD"}
    wages = edit_claim(wages, version=1, state="dropped", by=desk, **told)
    assert wages.state == "dropped"
    assert edit_claim(wages, version=wages.version, state="open", by=desk, **told).state == "open"


def test_what_is_no_money_is_met_by_hand(case, desk):
    claim = add_claim(case, kind="legal", text="Lapor polisi.", by=desk)
    assert edit_claim(claim, version=1, state="partly", by=desk).state == "partly"


def test_a_stale_edit_changes_nothing(case, desk):
    claim = add_claim(case, kind="return", by=desk)
    edit_claim(Claim.objects.get(pk=claim.pk), version=1, state="met", by=desk)
    with pytest.raises(Stale):
        edit_claim(claim, version=1, state="dropped", by=desk)
    assert Claim.objects.get(pk=claim.pk).state == "met"


def test_nobody_of_another_house_and_nobody_at_all_after_its_end_adds_a_claim(case, desk, cast):
    with pytest.raises(NotYours):
        add_claim(case, kind="return", by=cast["wcc.cirebon"])
    case.__class__.objects.filter(pk=case.pk).update(state="resolved")
    with pytest.raises(NotPossible):
        add_claim(case, kind="return", by=desk)


def test_a_restricted_case_takes_no_claim_before_the_limits_are_explained(silent, wcc):
    with pytest.raises(ValidationError) as refused:
        add_claim(silent, kind="legal", text="Kata-katanya.", by=wcc)
    assert refused.value.code == "limits"
