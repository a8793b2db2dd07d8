from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from cases import actions
from cases.models import ActionPlan, ActionStep
from cases.transitions import NotPossible, NotYours
from ltsa.accounts.models import Posting
from ltsa.notifications.models import Notification
from ltsa.versions import Stale


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.fixture
def head(cast):
    return cast["supervisor.cirebon"]


def row(who, text="Telepon P3MI.", days=3, id=None):
    return {"id": id, "text": text, "who": who, "due_on": timezone.localdate() + timedelta(days)}


@pytest.fixture
def write(case, desk):
    def make(*steps, goal="Uang kembali.", by=desk, **told):
        return actions.write_plan(case, goal=goal, steps=list(steps) or [row(by)], by=by, **told)

    return make


@pytest.fixture
def approved(write, desk, head):
    plan = write(row(desk, "Satu."), row(desk, "Dua.", 6))
    actions.move_plan(plan, "submit", by=desk)
    return actions.move_plan(plan, "approve", comment="Baik.", by=head)


def test_a_plan_is_written_submitted_and_approved_by_another(approved, desk, head):
    assert (approved.number, approved.state, approved.written_by) == (1, "approved", desk)
    assert (approved.decided_by, approved.comment) == (head, "Baik.")


def told_of(case):
    lines = Notification.objects.filter(subject=case.pk, kind="case_moved")
    return {(line.user.username, line.link) for line in lines}


def test_a_submitted_plan_is_told_to_who_may_approve_it(write, case, desk, head):
    plan = actions.move_plan(write(), "submit", by=desk)
    told = {(head.username, f"/kasus/{case.pk}/")}
    assert told_of(case) == told
    actions.move_plan(plan, "send_back", comment="Tambah satu.", by=head)
    assert told_of(case) == told


@pytest.mark.parametrize("on_team", [True, False])
def test_rule_1_of_a_restricted_case_only_supervisors_on_its_team_hear(
    make_case, cast, head, on_team
):
    worker = cast["konselor.cirebon"]
    case = make_case(types=["GBV02"], by="konselor.cirebon", limits_explained=True)
    if on_team:
        actions.add_member(case, person=head, by=worker)
        Notification.objects.all().delete()
    plan = actions.write_plan(case, goal="Aman.", steps=[row(worker)], by=worker)
    actions.move_plan(plan, "submit", by=worker)
    assert {username for username, _link in told_of(case)} == (
        {head.username} if on_team else set()
    )


def test_in_an_office_of_one_she_approves_alone_and_says_why(write, head):
    plan = actions.move_plan(write(by=head), "submit", by=head)
    with pytest.raises(ValidationError):
        actions.move_plan(plan, "approve", comment="ya", by=head)
    done = actions.move_plan(plan, "approve", comment="Supervisor lain belum ada.", by=head)
    assert done.alone_because == "Supervisor lain belum ada."
    assert list(ActionPlan.objects.alone(head)) == [done]


def test_where_there_is_another_nobody_approves_her_own_plan(write, head, cast):
    Posting.objects.filter(user=cast["konselor.cirebon"]).update(role="supervisor")
    plan = actions.move_plan(write(by=head), "submit", by=head)
    with pytest.raises(NotYours):
        actions.move_plan(plan, "approve", comment="Supervisor lain belum ada.", by=head)
    with pytest.raises(IntegrityError), transaction.atomic():
        ActionPlan.objects.filter(pk=plan.pk).update(
            state="approved", decided_by=head, decided_at=timezone.now()
        )


def test_a_worker_does_not_decide_and_a_sent_back_plan_says_why(write, desk, head):
    plan = actions.move_plan(write(), "submit", by=desk)
    with pytest.raises(NotYours):
        actions.move_plan(plan, "approve", by=desk)
    with pytest.raises(ValidationError):
        actions.move_plan(plan, "send_back", comment=" ", by=head)
    assert (
        actions.move_plan(plan, "send_back", comment="Kurang jelas.", by=head).state == "sent_back"
    )


def test_a_plan_that_was_sent_back_is_written_in_and_submitted_again(write, desk, head):
    plan = actions.move_plan(write(), "submit", by=desk)
    actions.move_plan(plan, "send_back", comment="Kurang jelas.", by=head)
    again = write(goal="Uang dan ijazah kembali.")
    assert (again.pk, again.state, again.comment) == (plan.pk, "draft", "Kurang jelas.")
    actions.move_plan(again, "submit", by=desk)
    assert actions.move_plan(again, "approve", by=head).state == "approved"


def test_a_plan_that_waits_for_a_decision_is_not_written_in(write, desk):
    actions.move_plan(write(), "submit", by=desk)
    with pytest.raises(NotPossible):
        write(goal="Lain.")


def test_a_new_version_carries_the_open_steps_on_and_the_old_one_stays_readable(
    approved, write, desk
):
    one, two = approved.steps.all()
    actions.move_step(one, "finish", words="Sudah.", by=desk)
    new = write(row(desk, "Dua, lebih cepat.", 4, id=two.pk), row(desk, "Tiga."), goal="Baru.")
    assert (new.number, new.state) == (2, "draft")
    assert sorted(step.text for step in new.steps.all()) == ["Dua, lebih cepat.", "Tiga."]
    approved.refresh_from_db()
    assert (approved.state, approved.goal) == ("replaced", "Uang kembali.")
    assert [(step.text, step.state) for step in approved.steps.all()] == [
        ("Satu.", "done"), ("Dua.", "carried"),
    ]  # fmt: skip


def test_a_step_left_out_of_the_new_version_is_dropped(approved, write, desk):
    write(row(desk, "Tiga."))
    assert {step.state for step in approved.steps.all()} == {"dropped"}


def test_a_frozen_step_stays_frozen_in_the_new_version(approved, write, desk):
    step = approved.steps.first()
    ActionStep.objects.filter(pk=step.pk).update(frozen_at=timezone.now())
    new = write(row(desk, id=step.pk))
    assert new.steps.get().frozen_at is not None


def test_a_step_of_a_replaced_version_does_not_come_back(approved, write, desk):
    one = approved.steps.first()
    actions.move_step(one, "finish", by=desk)
    write(row(desk))
    with pytest.raises(NotYours):
        actions.move_step(ActionStep.objects.get(pk=one.pk), "resume", by=desk)


def test_in_a_draft_steps_change_and_an_emptied_one_is_dropped(write, desk):
    plan = write(row(desk, "Satu."), row(desk, "Dua.", 6))
    one, two = plan.steps.all()
    again = write(row(desk, "Satu, rinci.", id=one.pk), version=plan.version)
    assert again.pk == plan.pk
    assert {step.pk: (step.text, step.state) for step in plan.steps.all()} == {
        one.pk: ("Satu, rinci.", "open"), two.pk: ("Dua.", "dropped"),
    }  # fmt: skip


def test_whoever_read_an_older_state_of_the_plan_is_told_so(write, approved):
    with pytest.raises(Stale):
        write(version=approved.version - 1)


def test_a_step_of_another_case_is_never_taken_over(make_case, write, desk):
    other = actions.add_step(
        make_case(), **{k: v for k, v in row(desk).items() if k != "id"}, by=desk
    )
    plan = write(row(desk, "Milik kasus ini.", id=other.pk))
    other.refresh_from_db()
    assert (other.text, other.state) == ("Telepon P3MI.", "open")
    assert plan.steps.get().pk != other.pk


def test_a_plan_without_goal_or_steps_is_refused(case, desk):
    with pytest.raises(ValidationError):
        actions.write_plan(case, goal=" ", steps=[row(desk)], by=desk)
    with pytest.raises(ValidationError):
        actions.write_plan(case, goal="Ada.", steps=[], by=desk)


def test_words_are_encrypted_in_the_columns(approved):
    with connection.cursor() as cursor:
        cursor.execute("SELECT goal || comment FROM cases_actionplan")
        assert "Uang" not in str(cursor.fetchall())
        cursor.execute("SELECT text FROM cases_actionstep")
        assert "Satu" not in str(cursor.fetchall())


def test_replacing_and_editing_are_no_verbs_of_their_own(approved, desk):
    for verb in ("replace", "edit", "fly"):
        with pytest.raises(KeyError):
            actions.move_plan(approved, verb, by=desk)
