"""Who of a house is told of a referral that comes in, and who is left in peace once somebody has it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases import actions, notices
from cases.models import Referral
from cases.transitions import NotYours
from ltsa.accounts.absences import add_absence
from ltsa.accounts.duties import add_duty
from ltsa.accounts.leaving import WORK
from ltsa.notifications.models import Notification
from tests.cases.deadlines import come, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(cast):
    return cast["wcc.cirebon"]


@pytest.fixture
def head(cast):
    return cast["supervisor.wcc.cirebon"]


@pytest.fixture
def today():
    day = timezone.localdate()
    return {"starts_on": day, "ends_on": day}


def test_without_a_roster_everybody_who_may_answer_is_told(referral, officer, head):
    assert set(notices.alerted(referral)) == {officer, head}


def test_who_is_on_duty_is_told_alone_also_by_the_reminder(
    make_referral, officer, head, today, cast
):
    add_duty(user=officer, **today, by=head)
    referral = make_referral(priority="urgent")
    lines = Notification.objects.filter(kind="referral_received")
    assert [line.user for line in lines] == [officer]
    Notification.objects.all().delete()
    come(referral, "referral_answer", "remind")
    assert told() == {"wcc.cirebon"}


def test_a_roster_of_other_days_counts_for_nothing(referral, officer, head):
    later = timezone.localdate() + timedelta(days=1)
    add_duty(user=officer, starts_on=later, ends_on=later, by=head)
    assert set(notices.alerted(referral)) == {officer, head}


def test_for_who_is_away_her_stand_in_is_told(referral, officer, head, today):
    add_duty(user=officer, **today, by=head)
    add_absence(user=officer, **today, stand_in=head, by=head)
    assert list(notices.alerted(referral)) == [head]


def test_who_is_on_duty_and_shut_out_leaves_it_to_the_others(referral, officer, head, today, cast):
    add_duty(user=officer, **today, by=head)
    boss = cast["supervisor.cirebon"]
    actions.lock_out(referral.case, kind="person", target=officer, reason="Kerabat", by=boss)
    assert list(notices.alerted(referral)) == [head]


def test_when_everybody_is_away_everybody_is_told(referral, officer, head, today):
    add_absence(user=officer, **today, stand_in=head, by=head)
    add_absence(user=head, **today, stand_in=officer, by=head)
    assert set(notices.alerted(referral)) == {officer, head}


@pytest.mark.parametrize("verb", ["claim", "accept", "decline"])
def test_whoever_takes_it_silences_her_colleagues_and_nobody_else(
    referral, officer, head, cast, verb
):
    if verb == "claim":
        actions.claim_referral(referral, by=officer)
    elif verb == "accept":
        actions.accept_referral(referral, by=officer)
    else:
        actions.decline_referral(referral, reason="full", by=officer)
    hers = Notification.objects.get(user=head, kind="referral_received")
    assert hers.read_at is not None
    assert hers.state == "cancelled"
    own = Notification.objects.get(user=officer, kind="referral_received")
    assert own.state == "pending"


def test_the_second_of_two_who_claim_is_told_whose_it_is(referral, officer, head, as_user):
    first, second = as_user("wcc.cirebon"), as_user("supervisor.wcc.cirebon")
    here, version = f"/rujukan/{referral.pk}/claim/", {"version": referral.version}
    assert first.post(here, version).status_code == 302
    said = second.post(here, version, follow=True).content.decode()
    assert f"sudah ditangani {officer}" in said.replace("&#x27;", "'")
    with pytest.raises(ValidationError):
        actions.claim_referral(referral, by=head)
    assert actions.claim_referral(referral, by=officer).claimed_by == officer
    assert Referral.objects.get(pk=referral.pk).claimed_by == officer


def test_a_question_answered_goes_to_who_has_it(referral, officer, head, cast):
    actions.claim_referral(referral, by=officer)
    actions.write_note(referral, "ask", text="Boleh datang Senin?", by=officer)
    Notification.objects.all().delete()
    actions.write_note(referral, "answer", text="Boleh.", by=cast["meja.cirebon"])
    assert [line.user for line in Notification.objects.all()] == [officer]


def test_who_took_it_gives_it_back_and_the_others_hear_of_it_again(referral, officer, head, cast):
    taken = actions.claim_referral(referral, by=officer)
    Notification.objects.all().delete()
    back = actions.release_referral(taken, by=officer)
    assert (back.claimed_by, back.claimed_at, back.state) == (None, None, "sent")
    lines = Notification.objects.filter(kind="referral_received")
    assert [line.user for line in lines] == [head]


def test_a_supervisor_gives_back_for_her_and_a_colleague_does_not(referral, officer, head):
    with pytest.raises(NotYours):  # nobody took it
        actions.release_referral(referral, by=head)
    taken = actions.claim_referral(referral, by=head)
    with pytest.raises(NotYours):
        actions.release_referral(taken, by=officer)
    actions.release_referral(taken, by=head)
    taken = actions.claim_referral(Referral.objects.get(pk=referral.pk), by=officer)
    assert actions.release_referral(taken, by=head).claimed_by is None


def test_while_she_who_took_it_is_away_or_shut_out_the_others_hear(
    referral, officer, head, today, cast
):
    taken = actions.claim_referral(referral, by=officer)
    assert list(notices.handlers(taken)) == [officer]
    absent = add_absence(user=officer, **today, stand_in=head, by=head)
    assert list(notices.handlers(taken)) == [head]
    absent.delete()
    boss = cast["supervisor.cirebon"]
    actions.lock_out(referral.case, kind="person", target=officer, reason="Kerabat", by=boss)
    assert list(notices.handlers(taken)) == [head]
    assert Referral.objects.get(pk=taken.pk).claimed_by is None


def test_who_leaves_leaves_what_she_took_to_those_on_duty(referral, officer, head):
    actions.claim_referral(referral, by=officer)
    Notification.objects.all().delete()
    (work,) = [one for one in WORK if one.count.__name__ == "claimed"]
    assert work.count(officer, referral.to) == 1
    work.hand_on(officer, referral.to, to=None, note="", by=head)
    assert Referral.objects.get(pk=referral.pk).claimed_by is None
    assert head in {line.user for line in Notification.objects.filter(subject=referral.pk)}
