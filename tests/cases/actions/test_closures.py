"""A house that is closed makes nobody late; an emergency does not wait for it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from cases import actions
from cases.actions.closures import due_after, midnight, tend_closures
from cases.models import Referral
from ltsa.notifications.models import Notification
from ltsa.organisations.actions import cancel_closure, declare_closure
from tests.cases.deadlines import clock_of

DAY = timedelta(days=1)


def closed(house, head, first: int, last: int):
    today = timezone.localdate()
    days = {"starts_on": today + first * DAY, "ends_on": today + last * DAY}
    return declare_closure(house, reason="Pelatihan", by=head, **days)


@pytest.fixture
def head(cast):
    return cast["supervisor.wcc.cirebon"]


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        (1, 1, 2),  # over before it begins
        (4, 2, 9),  # a day of it, then three closed ones, then the other
        (6, 2, 10),  # sent while it was closed: counts from its end
        (9, 2, 11),  # afterwards
    ],
)
def test_only_open_days_count(start, days, due):
    def day(number):
        return midnight(date(2026, 6, number))

    shut = [(day(5), day(8))]
    assert due_after(day(start), days * DAY, shut) == day(due)


def test_a_closure_moves_what_is_due_and_its_end_moves_it_back(make_referral, head):
    sent = make_referral(priority="urgent")
    closure = closed(sent.to, head, 1, 3)
    later = Referral.objects.get(pk=sent.pk).due_at
    assert later == sent.due_at + 3 * DAY
    clock = clock_of(sent, "referral_answer")
    assert clock.due_at == later
    opens = timezone.localdate() + 4 * DAY
    waiting = [timezone.localdate(step.at) for step in clock.steps.filter(name="remind")]
    assert all(day <= timezone.localdate() or day >= opens for day in waiting)
    cancel_closure(closure, by=head)
    assert Referral.objects.get(pk=sent.pk).due_at == sent.due_at


def test_what_is_sent_to_a_closed_house_is_due_counted_from_its_opening(make_referral, head):
    closed(head.posting.organisation, head, 0, 1)
    sent = make_referral(priority="urgent")
    opens = midnight(timezone.localdate() + 2 * DAY)
    assert sent.due_at == opens + timedelta(hours=72)
    steps = clock_of(sent, "referral_answer").steps.all()
    assert min(step.at for step in steps) >= opens


def test_the_first_contact_waits_too(make_referral, head, cast):
    taken = actions.accept_referral(make_referral(priority="urgent"), by=cast["wcc.cirebon"])
    before = clock_of(taken, "referral_first_contact").due_at
    closed(taken.to, head, 1, 2)
    assert clock_of(taken, "referral_first_contact").due_at == before + 2 * DAY


@pytest.mark.parametrize("taken", [False, True])
def test_a_deadline_that_moves_by_days_is_told_to_the_sender_once(make_referral, head, cast, taken):
    sent = make_referral(priority="urgent")
    if taken:
        sent = actions.accept_referral(sent, by=cast["wcc.cirebon"])
    told = Notification.objects.filter(kind="referral_reoffer", subject=sent.pk)
    closed(sent.to, head, 1, 1)
    assert not told.exists()  # a day is no other house
    closure = closed(sent.to, head, 2, 4)
    assert [line.user for line in told] == [cast["meja.cirebon"]]
    assert told.get().link == f"/rujukan/{sent.pk}/"
    tend_closures(sent.to)
    cancel_closure(closure, by=head)
    assert told.count() == 1


def test_an_emergency_does_not_wait_and_its_sender_hears_at_once(make_referral, head, cast):
    sent = make_referral(priority="emergency")
    closed(sent.to, head, 0, 2)
    assert Referral.objects.get(pk=sent.pk).due_at == sent.due_at
    told = Notification.objects.filter(kind="referral_reoffer", subject=sent.pk)
    assert [line.user for line in told] == [cast["meja.cirebon"]]
    assert told.get().link == f"/rujukan/{sent.pk}/"
