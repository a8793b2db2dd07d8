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
from tests.cases.deadlines import clock_of, come, last_of, start, told, verbs

DAY = timedelta(days=1)


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
