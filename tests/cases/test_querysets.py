"""Who has moved on sees nothing of what she left behind (domain 4.1: need to know, no visibility across districts)."""

from datetime import UTC, datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.utils import timezone

from cases import actions
from cases.actions import accept_referral, hand_over_case
from cases.models import Case, Referral
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


NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize("end", ["handed_over_at", "closed_at"])
def test_rule_2_the_opener_loses_sight_of_a_restricted_case_some_days_after_its_end(
    cast, make_case, settings, end
):
    settings.OPENER_SEES_DAYS = 30
    desk, case = cast["meja.cirebon"], make_case(by="meja.cirebon", restricted=True)
    ended = {end: NOON}
    if end == "closed_at":
        ended |= {"state": "closed", "closed_by": cast["supervisor.cirebon"]}
        ended |= {"closing_reason": "resolved"}
    Case.objects.filter(pk=case.pk).update(**ended)
    knows = lambda now: Case.objects.known_to(desk, now).filter(pk=case.pk).exists()  # noqa: E731
    assert knows(NOON + timedelta(days=30, seconds=-1))
    assert not knows(NOON + timedelta(days=30))


def test_rule_2_the_opener_sees_a_case_that_nobody_has_taken_for_as_long_as_it_waits(
    cast, make_case
):
    desk, case = cast["meja.cirebon"], make_case(by="meja.cirebon", restricted=True)
    later = timezone.now() + timedelta(days=400)
    assert Case.objects.known_to(desk, later).filter(pk=case.pk).exists()


def test_rule_2_after_those_days_the_page_of_the_opener_is_that_of_no_case(
    as_user, cast, make_case, settings
):
    settings.DEMO, settings.SECURE_SSL_REDIRECT = False, False
    case = make_case(by="meja.cirebon", restricted=True)
    wcc, opener = cast["wcc.cirebon"], cast["meja.cirebon"]
    Authenticator.objects.create(user=opener, type="totp", data={"secret": "x"})
    hand_over_case(case, to=wcc.posting.organisation, method="witness", by=cast["meja.cirebon"])
    desk = as_user("meja.cirebon")
    assert case.code in desk.get("/kasus/").content.decode()
    assert case.code in desk.get(f"/kasus/{case.pk}/").content.decode()
    ago = timezone.now() - timedelta(days=settings.OPENER_SEES_DAYS, minutes=1)
    Case.objects.filter(pk=case.pk).update(handed_over_at=ago)
    assert case.code not in desk.get("/kasus/").content.decode()
    assert desk.get(f"/kasus/{case.pk}/").status_code == 404


def test_rule_4_whoever_moved_on_is_not_told_of_the_answer(cast, referral):
    person = moved(cast, "meja.cirebon", "sbmi.cirebon", Role.COUNSELLOR)
    accept_referral(referral, by=cast["wcc.cirebon"])
    assert not Notification.objects.visible_to(person).filter(subject=referral.pk).exists()


@pytest.mark.django_db
def test_what_came_back_late_or_served_wants_its_sender_until_it_is_offered_on(make_referral, cast):
    desk = cast["meja.cirebon"]
    sent = make_referral()
    wanting = lambda: list(Referral.objects.outgoing(desk).wanting_the_sender())  # noqa: E731
    assert wanting() == []
    Referral.objects.filter(pk=sent.pk).update(due_at=timezone.now() - timedelta(hours=1))
    assert wanting() == [sent]
    for state in ("declined", "returned", "expired", "service_given"):
        reason = "full" if state == "declined" else ""
        Referral.objects.filter(pk=sent.pk).update(
            state=state, decline_reason=reason, contact="Contoh"
        )
        assert wanting() == [sent]
    Referral.objects.filter(pk=sent.pk).update(state="declined", decline_reason="full")
    house = cast["sbmi.cirebon"].posting.organisation
    consent = {"method": "signature", "expires_on": timezone.localdate() + timedelta(days=9)}
    draft = actions.draft_reoffer(sent, to=house, consent=consent, by=desk)
    assert wanting() == [sent]
    actions.send_referral(draft, by=desk)
    assert wanting() == []


@pytest.mark.django_db
def test_of_a_case_that_is_over_no_referral_wants_anything(make_referral, cast):
    sent = make_referral()
    Referral.objects.filter(pk=sent.pk).update(state="declined", decline_reason="full")
    Case.objects.filter(pk=sent.case_id).update(state="resolved")
    assert not Referral.objects.outgoing(cast["meja.cirebon"]).wanting_the_sender().exists()
