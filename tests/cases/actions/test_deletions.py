from datetime import timedelta

import pytest

from cases import actions
from cases.actions.deletions import CLOCK
from cases.models import DeletionRequest
from cases.transitions import NotYours
from ltsa.clocks.models import Clock
from ltsa.notifications.models import Notification


@pytest.fixture
def asked(cast, referral):
    """Asked of the women's centre after it had accepted."""
    actions.accept_referral(referral, contact="Ibu Contoh", by=cast["wcc.cirebon"])
    actions.withdraw_consent(referral.consent, by=cast["meja.cirebon"])
    return DeletionRequest.objects.get(referral=referral)


def test_rule_7_a_withdrawal_asks_the_recipient_to_confirm_within_72_hours(cast, asked):
    assert asked.due_at - asked.asked_at == timedelta(hours=72)
    assert asked.organisation == cast["wcc.cirebon"].posting.organisation
    told = Notification.objects.filter(subject=asked.pk)
    assert {line.user.username for line in told} >= {"wcc.cirebon"}
    assert Clock.objects.ticking().about(asked.pk).get(
        kind=CLOCK
    ).due_at - asked.due_at < timedelta(minutes=1)


def test_rule_7_one_button_confirms_with_who_and_when_and_twice_is_once(cast, asked):
    wcc, head = cast["wcc.cirebon"], cast["supervisor.wcc.cirebon"]
    done = actions.confirm_deletion(asked, by=wcc)
    assert (done.confirmed_by, done.confirmed_at is not None) == (wcc, True)
    assert actions.confirm_deletion(asked, by=head).confirmed_by == wcc
    assert not Clock.objects.ticking().about(asked.pk).exists()


def test_rule_7_the_sender_cannot_confirm_for_the_recipient(cast, asked):
    with pytest.raises(NotYours):
        actions.confirm_deletion(asked, by=cast["meja.cirebon"])


def test_a_recipient_who_never_opened_it_has_nothing_to_delete(cast, referral):
    actions.withdraw_consent(referral.consent, by=cast["meja.cirebon"])
    assert not DeletionRequest.objects.exists()


def test_rule_7_a_case_that_goes_home_asks_the_house_that_had_it(cast, make_case):
    desk, wcc = cast["meja.cirebon"], cast["wcc.cirebon"]
    case = actions.ask_special_help(make_case().migrant, by=desk)
    house = wcc.posting.organisation
    case = actions.hand_over_case(case, to=house, method="witness", people=[wcc], by=desk)
    actions.withdraw_consent(case.hand_over_consent, by=desk)
    row = DeletionRequest.objects.get(case=case)
    assert row.organisation == wcc.posting.organisation
    assert row.sender == desk.posting.organisation
    seers = {
        who
        for who in ("meja", "supervisor", "wcc", "supervisor.wcc", "sbmi", "admin", "uptdppa")
        if DeletionRequest.objects.visible_to(cast[f"{who}.cirebon"]).exists()
    }
    assert seers == {"wcc", "supervisor.wcc"}  # at home nobody has taken it on yet
