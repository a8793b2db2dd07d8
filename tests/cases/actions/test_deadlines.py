"""The deadlines of cases and referrals: each starts, reminds, escalates and stops; nobody waits for an hour here."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases import actions
from cases.models import ActionStep
from ltsa.accounts.models import Absence, User
from ltsa.clocks.models import Clock, ClockStep
from ltsa.clocks.tasks import tick
from ltsa.notifications.models import Notification
from ltsa.timeline.models import Event
from tests.cases.mediations import ask, hear, in_progress, money, pay

DAY = timedelta(days=1)


def clock_of(row, kind):
    return Clock.objects.ticking().filter(subject=row.pk, kind=kind).first()


def last_of(row, kind):
    return Clock.objects.filter(subject=row.pk, kind=kind).latest("started_at")


def come(row, kind, name):
    """The moment of this step has come."""
    steps = ClockStep.objects.filter(clock__subject=row.pk, clock__kind=kind, name=name)
    assert steps.filter(done_at=None).update(at=timezone.now(), try_at=timezone.now()) == 1
    tick()
    assert steps.get().result == "done"


def told(kind=None):
    lines = Notification.objects.filter(kind__startswith="clock_").order_by("created_at")
    if kind:
        lines = lines.filter(kind=kind)
    return {line.user.username for line in lines}


def verbs(row):
    return list(Event.objects.about(row.pk).values_list("verb", flat=True))


def start(case, cast):
    for verb in ("verify", "start"):
        case = actions.move_case(case, verb, by=cast["meja.cirebon"])
    return case


# --- Verification


@pytest.mark.parametrize(("priority", "hours"), [("urgent", 72), ("emergency", 24)])
def test_a_new_case_is_to_be_verified_in_the_time_of_its_priority(make_case, priority, hours):
    case = make_case(priority=priority)
    clock = clock_of(case, "case_verification")
    assert clock.due_at - case.opened_at == timedelta(hours=hours)
    assert (clock.owner, clock.organisation, clock.private) == (
        case.owner,
        case.organisation,
        False,
    )


def test_an_ordinary_one_has_three_working_days(make_case):
    clock = clock_of(make_case(priority="normal"), "case_verification")
    assert clock.workdays
    assert clock.due_at - clock.started_at >= 3 * DAY


def test_half_of_it_reminds_the_owner_the_end_tells_the_supervisor_too(case):
    come(case, "case_verification", "half")
    assert told() == {"meja.cirebon"}
    come(case, "case_verification", "late")
    assert told("clock_late") == {"meja.cirebon", "supervisor.cirebon"}
    assert {"clock.case_verification_half", "clock.case_verification_late"} <= set(verbs(case))


def test_who_verifies_in_time_hears_nothing(case, cast):
    actions.move_case(case, "verify", by=cast["meja.cirebon"])
    clock = last_of(case, "case_verification")
    assert (clock.state, clock.outcome) == ("stopped", "in_time")
    ClockStep.objects.filter(clock=clock).update(try_at=timezone.now())
    tick()
    assert told() == set()


def test_of_a_restricted_case_only_its_team_is_told(make_case):
    case = make_case(types=["GBV02"], by="konselor.cirebon", limits_explained=True)
    clock = clock_of(case, "case_verification")
    assert clock.private
    assert clock.client is None
    assert set(clock.named) == {member.user_id for member in case.members.current()}
    come(case, "case_verification", "late")
    team = {member.user.username for member in case.members.current()}
    assert told() == team
    event = Event.objects.about(case.pk).get(verb="clock.case_verification_late")
    assert event.client is None


def test_a_case_that_becomes_restricted_takes_its_clocks_along(case, cast):
    before = clock_of(case, "case_verification")
    case = actions.restrict_case(case, by=cast["supervisor.cirebon"])
    clock = clock_of(case, "case_verification")
    assert clock == before
    assert (clock.private, clock.client, clock.owner) == (True, None, case.owner)
    assert not Clock.objects.visible_to(cast["meja.cirebon"]).filter(pk=clock.pk).exists()
    come(case, "case_verification", "half")
    assert "meja.cirebon" not in told()


def test_after_a_hand_over_the_clock_is_the_new_teams_alone(make_case, cast):
    case = make_case(types=["GBV02"], account="", restricted=True)
    case = actions.hand_over_case(
        case,
        to=cast["wcc.cirebon"].posting.organisation,
        method="signature",
        by=cast["meja.cirebon"],
    )
    clock = clock_of(case, "case_verification")
    assert clock.organisation == case.organisation
    assert set(clock.named) == {member.user_id for member in case.members.current()}
    assert not Clock.objects.visible_to(cast["supervisor.cirebon"]).filter(pk=clock.pk).exists()


def test_a_stand_in_is_told_instead_of_somebody_who_is_away(case, cast):
    owner, stand_in = cast["meja.cirebon"], cast["supervisor.cirebon"]
    today = timezone.localdate()
    told_of = {"user": owner, "starts_on": today, "ends_on": today, "added_by": stand_in}
    Absence.objects.create(stand_in=stand_in, **told_of)
    come(case, "case_verification", "half")
    assert told() == {"supervisor.cirebon"}


def test_who_has_left_is_told_nothing_and_her_supervisor_is(case, cast):
    User.objects.filter(pk=case.owner_id).update(is_active=False)
    come(case, "case_verification", "half")
    assert told() == {"supervisor.cirebon"}


# --- Waiting for the client


def test_waiting_reminds_thrice_and_pauses_the_other_clocks(case, cast):
    desk, case = cast["meja.cirebon"], start(case, cast)
    due_on = timezone.localdate() + 5 * DAY
    task = actions.add_step(case, text="Minta slip gaji", who=desk, due_on=due_on, by=desk)
    case = actions.move_case(case, "wait_for_client", by=desk)
    assert clock_of(task, "step_due").state == "paused"
    waiting = clock_of(case, "waiting_for_client")
    assert waiting.due_at - waiting.started_at == 60 * DAY
    for name in ("14", "30", "60"):
        come(case, "waiting_for_client", name)
    assert Notification.objects.filter(kind="clock_reminder", user=desk).count() == 3
    assert case.state == "waiting_for_client"  # nothing closes by itself
    actions.move_case(case, "resume", by=desk)
    assert clock_of(case, "waiting_for_client") is None
    assert clock_of(task, "step_due").state == "running"


def test_a_task_that_is_written_while_waiting_stands_still_too(case, cast):
    desk, case = cast["meja.cirebon"], start(case, cast)
    case = actions.move_case(case, "wait_for_client", by=desk)
    due_on = timezone.localdate() + 5 * DAY
    task = actions.add_step(case, text="Telepon lagi", who=desk, due_on=due_on, by=desk)
    assert clock_of(task, "step_due").state == "paused"


# --- Tasks, and the next day of the case


def test_a_task_reminds_who_does_it_and_three_days_later_the_supervisor(case, cast):
    desk, today = cast["meja.cirebon"], timezone.localdate()
    due_on = today + 5 * DAY
    task = actions.add_step(case, text="Minta slip gaji", who=desk, due_on=due_on, by=desk)
    assert timezone.localtime(clock_of(task, "step_due").due_at).date() == due_on
    come(task, "step_due", "day")
    assert told() == {"meja.cirebon"}
    come(task, "step_due", "late")
    assert told("clock_late") == {"supervisor.cirebon"}
    line = Notification.objects.filter(kind="clock_late").get()
    assert "slip" not in line.mail_body + line.code
    actions.move_step(task, "finish", words="Sudah.", by=desk)
    assert clock_of(task, "step_due") is None
    assert last_of(task, "step_due").outcome == "in_time"
    assert {"clock.step_due_day", "clock.step_due_late"} <= set(verbs(case))


def test_a_task_that_is_dropped_or_frozen_reminds_nobody(case, cast):
    desk, due_on = cast["meja.cirebon"], timezone.localdate() + 5 * DAY
    task = actions.add_step(case, text="Minta slip gaji", who=desk, due_on=due_on, by=desk)
    actions.move_step(task, "drop", words="Tidak perlu lagi.", by=desk)
    assert last_of(task, "step_due").outcome == "dropped"
    actions.move_step(task, "resume", by=desk)
    assert clock_of(task, "step_due")


def test_a_closed_case_has_no_clocks(case, cast):
    desk, due_on = cast["meja.cirebon"], timezone.localdate() + 5 * DAY
    case = start(case, cast)
    task = actions.add_step(case, text="Minta slip gaji", who=desk, due_on=due_on, by=desk)
    actions.move_case(case, "resolve", reason="solved", outcomes=["money"], by=desk)
    assert not Clock.objects.ticking().about(case.pk, task.pk).exists()
    actions.move_case(case, "reopen", by=desk)
    assert clock_of(task, "step_due")


def test_the_next_day_of_a_case_is_told_once_and_a_task_takes_its_place(make_case, cast):
    desk, day = cast["meja.cirebon"], timezone.localdate() + 3 * DAY
    case = make_case(next_action_on=day)
    come(case, "case_review", "day")
    tick()
    lines = Notification.objects.filter(user=desk, kind="clock_reminder")
    assert lines.count() == 1
    actions.add_step(case, text="Minta slip gaji", who=desk, due_on=day, by=desk)
    assert clock_of(case, "case_review") is None
    assert ActionStep.objects.filter(case=case).count() == 1


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
    come(referral, "referral_first_contact", "late")
    assert told() == {"supervisor.cirebon"}
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
