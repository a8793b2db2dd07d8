"""Who has moved on sees nothing of what she left behind (domain 4.1: need to know, no visibility across districts)."""

import pytest

from cases.actions import accept_referral
from cases.models import Case
from ltsa.accounts.models import Posting, User
from ltsa.accounts.permissions import Role
from ltsa.notifications.models import Notification


def moved(cast, username: str, to: str, role: str) -> User:
    """The person of `username`, who works from today for the house of `to`; no manager spans two districts."""
    person, there = cast[username], cast[to].posting
    Posting.objects.filter(user=person).delete()
    Posting.objects.create(user=person, role=role, organisation=there.organisation)
    return User.objects.get(pk=person.pk)


@pytest.mark.parametrize(
    ("house", "role"),
    [("sbmi.cirebon", Role.COUNSELLOR), ("meja.blitar", Role.DESK_OFFICER)],
)
def test_rule_1_whoever_moves_to_another_house_takes_no_case_along(cast, make_case, house, role):
    case = make_case(by="konselor.cirebon")
    assert Case.objects.visible_to(cast["konselor.cirebon"]).filter(pk=case.pk).exists()
    person = moved(cast, "konselor.cirebon", house, role)
    assert not Case.objects.visible_to(person).filter(pk=case.pk).exists()


def test_rule_2_whoever_moved_on_cannot_hand_over_what_she_opened(cast, make_case):
    case = make_case(by="meja.cirebon", types=["GBV02"], account="")
    assert Case.objects.to_hand_over_by(cast["meja.cirebon"]).filter(pk=case.pk).exists()
    person = moved(cast, "meja.cirebon", "sbmi.cirebon", Role.COUNSELLOR)
    assert not Case.objects.known_to(person).filter(pk=case.pk).exists()
    assert not Case.objects.to_hand_over_by(person).filter(pk=case.pk).exists()


def test_rule_4_whoever_moved_on_is_not_told_of_the_answer(cast, referral):
    person = moved(cast, "meja.cirebon", "sbmi.cirebon", Role.COUNSELLOR)
    accept_referral(referral, by=cast["wcc.cirebon"])
    assert not Notification.objects.visible_to(person).filter(subject=referral.pk).exists()
