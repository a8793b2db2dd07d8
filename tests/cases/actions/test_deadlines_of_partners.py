"""The deadlines between houses, and of what was promised: each reminds, escalates and stops."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases import actions
from ltsa.clocks.models import Clock, ClockStep
from ltsa.clocks.tasks import tick
from ltsa.notifications.models import Notification
from tests.cases.deadlines import clock_of, come, last_of, told, verbs
from tests.cases.mediations import ask, hear, in_progress, money, pay

DAY = timedelta(days=1)


# --- Referrals


@pytest.mark.parametrize(
    ("priority", "step", "people"),
    [
        ("emergency", "call", {"meja.cirebon"}),
        ("urgent", "remind", {"wcc.cirebon"}),
        ("normal", "remind", {"wcc.cirebon"}),
    ],
)
def test_a_referral_reminds_by_its_priority_and_then_tells_both_houses(
    make_referral, priority, step, people
):
    referral = make_referral(priority=priority)
    clock = clock_of(referral, "referral_answer")
    assert clock.due_at == referral.due_at
    come(referral, "referral_answer", step)
    assert people <= told()
    senders_alone = priority == "emergency"
    assert ("wcc.cirebon" not in told()) == senders_alone
    Notification.objects.all().delete()
    come(referral, "referral_answer", "late")
    houses = {line.user.posting.organisation for line in Notification.objects.all()}
    assert houses == {referral.sender, referral.to}
    assert f"clock.referral_answer_{step}" in verbs(referral)


def test_a_partner_who_answers_in_time_hears_nothing(referral, cast):
    actions.accept_referral(referral, by=cast["wcc.cirebon"])
    assert last_of(referral, "referral_answer").outcome == "in_time"
    ClockStep.objects.filter(clock__kind="referral_answer").update(try_at=timezone.now())
    tick()
    assert told() == set()


def test_who_claimed_it_is_reminded_alone(make_referral, cast):
    referral = make_referral(priority="urgent")
    referral = actions.claim_referral(referral, by=cast["wcc.cirebon"])
    come(referral, "referral_answer", "remind")
    assert told() == {"wcc.cirebon"}
    assert clock_of(referral, "referral_answer").owner == cast["wcc.cirebon"]


@pytest.mark.parametrize("end", ["decline", "withdraw", "expire"])
def test_a_referral_that_has_ended_waits_for_nothing(referral, cast, end):
    if end == "decline":
        actions.decline_referral(referral, reason="full", by=cast["wcc.cirebon"])
    elif end == "withdraw":
        actions.withdraw_referral(referral, by=cast["meja.cirebon"])
    else:
        actions.expire_referral(referral)
    assert not Clock.objects.ticking().about(referral.pk).exists()
    outcome = "in_time" if end == "decline" else "dropped"
    assert last_of(referral, "referral_answer").outcome == outcome


def test_after_the_yes_the_first_contact_is_waited_for(make_referral, cast):
    referral = make_referral(priority="urgent")
    referral = actions.accept_referral(referral, contact="Ibu Contoh", by=cast["wcc.cirebon"])
    clock = clock_of(referral, "referral_first_contact")
    assert clock.due_at - referral.answered_at == 3 * DAY
    come(referral, "referral_first_contact", "remind")
    assert told() == {"wcc.cirebon"}
    come(referral, "referral_first_contact", "late")
    assert told("clock_late") == {"supervisor.cirebon", "supervisor.wcc.cirebon"}
    come(referral, "referral_first_contact", "reoffer")
    line = Notification.objects.get(kind="referral_reoffer")
    assert (line.user.username, line.link) == ("meja.cirebon", f"/rujukan/{referral.pk}/")
    actions.start_referral(referral, by=cast["wcc.cirebon"])
    assert clock_of(referral, "referral_first_contact") is None


def test_the_clock_of_a_restricted_referral_is_private(make_case, make_referral, cast):
    case = make_case(types=["GBV02"], by="konselor.cirebon", limits_explained=True)
    referral = make_referral(case, by="konselor.cirebon")
    clock = clock_of(referral, "referral_answer")
    assert (clock.private, clock.client) == (True, None)
    come(referral, "referral_answer", "late")
    assert "meja.cirebon" not in told()


# --- Promises


@pytest.fixture
def promised(case, cast):
    def make(meeting="mediation", result="agreed", days=5):
        desk = cast["meja.cirebon"]
        row = in_progress(case, by=desk)
        mediation = ask(row, by=desk)
        if meeting == "clarification_2":
            hear(mediation, meeting="clarification_1", result="continue", by=desk)
        hearing = hear(mediation, meeting=meeting, result=result, items=[money(days=days)], by=desk)
        return hearing.promises.get()

    return make


def test_a_promise_is_due_then_late_and_its_payment_ends_it(promised, cast):
    promise = promised()
    clock = clock_of(promise, "promise_due")
    assert timezone.localtime(clock.due_at).date() == promise.due_on
    come(promise, "promise_due", "day")
    assert told() == {"meja.cirebon"}
    come(promise, "promise_due", "late")
    assert told("clock_late") == {"meja.cirebon", "supervisor.cirebon"}
    pay(promise, "9200", by=cast["meja.cirebon"])
    assert clock_of(promise, "promise_due") is None
    assert "clock.promise_due_late" in verbs(promise.mediation.case)


def test_what_a_second_clarification_brings_has_a_clock_of_its_own(promised):
    promise = promised("clarification_2", "committed", days=7)
    assert clock_of(promise, "promise_due") is None
    assert clock_of(promise, "clarification_commitment").due_at - timezone.now() <= 8 * DAY


# --- After the answer, and when there is none


@pytest.mark.parametrize("priority", ["emergency", "urgent", "normal"])
def test_when_nobody_answers_the_sender_is_led_to_the_next_house(make_referral, priority):
    referral = make_referral(priority=priority)
    come(referral, "referral_answer", "late")
    come(referral, "referral_answer", "reoffer")
    line = Notification.objects.get(kind="referral_reoffer")
    assert (line.user.username, line.link) == ("meja.cirebon", f"/rujukan/{referral.pk}/")


def begun(referral, cast):
    partner = cast["wcc.cirebon"]
    taken = actions.accept_referral(referral, contact="Ibu Contoh", by=partner)
    return actions.start_referral(taken, by=partner)


def test_whoever_serves_says_how_it_goes_or_is_reminded_and_then_both_houses_hear(referral, cast):
    referral = begun(referral, cast)
    first = clock_of(referral, "referral_news")
    come(referral, "referral_news", "remind")
    assert told() == {"wcc.cirebon"}
    come(referral, "referral_news", "late")
    assert {"supervisor.cirebon", "supervisor.wcc.cirebon"} <= told("clock_late")
    Notification.objects.all().delete()
    come(referral, "referral_news", "silent")
    assert told() == {"supervisor.cirebon"}
    actions.write_note(referral, "feedback", text="Masih berjalan.", by=cast["wcc.cirebon"])
    assert clock_of(referral, "referral_news").pk != first.pk


def test_once_she_was_served_the_sender_is_reminded_to_ask_her_and_to_close(referral, cast):
    referral = actions.report_service(begun(referral, cast), by=cast["wcc.cirebon"])
    assert clock_of(referral, "referral_closing") is None
    actions.write_note(referral, "feedback", text="Layanan selesai.", by=cast["wcc.cirebon"])
    assert clock_of(referral, "referral_news") is None
    come(referral, "referral_closing", "remind")
    assert "meja.cirebon" in told("clock_reminder")
    come(referral, "referral_closing", "late")
    assert "supervisor.cirebon" in told("clock_late")
    actions.complete_referral(referral, by=cast["meja.cirebon"])
    assert not Clock.objects.ticking().about(referral.pk).exists()
