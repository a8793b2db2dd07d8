from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases import actions
from cases.models import ActionStep, Case
from cases.transitions import NotPossible, NotYours
from ltsa.timeline.models import Event
from ltsa.versions import Stale

TODAY = timezone.localdate


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.fixture
def add(case, desk):
    """`add(3)`: a task of the desk, due in three days."""

    def make(days=3, *, to=case, by=desk, who=None, text="Telepon P3MI."):
        due = TODAY() + timedelta(days=days)
        return actions.add_step(to, text=text, who=who or by, due_on=due, by=by)

    return make


def test_the_case_is_looked_at_next_when_its_nearest_open_task_is_due(case, add, desk):
    far, near = add(9), add(2)
    case.refresh_from_db()
    assert case.next_action_on == near.due_on
    actions.move_step(near, "finish", words="Sudah ditelepon.", by=desk)
    case.refresh_from_db()
    assert case.next_action_on == far.due_on
    actions.move_step(far, "drop", words="Tidak perlu lagi.", by=desk)
    case.refresh_from_db()
    assert case.next_action_on is None


def test_a_case_without_tasks_keeps_the_day_that_was_typed(make_case):
    day = TODAY() + timedelta(days=4)
    assert make_case(next_action_on=day).next_action_on == day


def test_a_finished_task_says_who_and_what_came_of_it_and_can_be_taken_up_again(add, desk):
    done = actions.move_step(add(), "finish", words="Kontrak diterima.", by=desk)
    assert (done.state, done.ended_by, done.result) == ("done", desk, "Kontrak diterima.")
    again = actions.move_step(done, "resume", by=desk)
    assert (again.state, again.ended_at, again.ended_by) == ("open", None, None)


def test_a_task_is_not_dropped_without_a_reason(add, desk):
    with pytest.raises(ValidationError):
        actions.move_step(add(), "drop", words="  ", by=desk)


def test_the_timeline_tells_of_a_task_in_codes_only(case, add):
    step = add(text="Kata rahasia.")
    event = Event.objects.get(subject=case.pk, verb="step.add")
    assert event.client == case.migrant_id
    assert event.detail == {"part": str(step.pk)}


def test_nobody_gets_a_task_in_a_case_that_she_does_not_see(case, add, cast):
    for stranger in ("wcc.cirebon", "meja.tulungagung", "kader.cirebon"):
        with pytest.raises(ValidationError):
            add(who=cast[stranger])
    assert not ActionStep.objects.filter(case=case).exists()


def test_in_a_restricted_case_only_the_named_team_gets_tasks(make_case, cast, add):
    head, desk = cast["supervisor.cirebon"], cast["meja.cirebon"]
    secret = make_case(restricted=True, types=(), account="", limits_explained=True)
    actions.take_on_case(secret, by=head)
    assert add(to=secret, by=head).who == head
    assert Event.objects.get(subject=secret.pk, verb="step.add").client is None
    with pytest.raises(ValidationError):
        add(to=secret, by=head, who=desk)


def test_before_the_limits_are_explained_no_words_are_taken(make_case, cast, add):
    secret = make_case(restricted=True, types=(), account="")
    with pytest.raises(ValidationError) as refusal:
        add(to=secret, by=cast["supervisor.cirebon"])
    assert refusal.value.code == "limits"


def test_a_stranger_to_the_house_and_an_ended_case_are_refused(case, add, cast):
    step = add()
    with pytest.raises(NotYours):
        actions.move_step(step, "finish", by=cast["wcc.cirebon"])
    Case.objects.filter(pk=case.pk).update(state="resolved")
    with pytest.raises(NotPossible):
        actions.move_step(step, "finish", by=cast["meja.cirebon"])
    with pytest.raises(NotPossible):
        add()


def test_of_two_who_finish_at_once_one_is_told_that_it_changed(add, desk):
    step = add()
    actions.move_step(step, "finish", version=step.version, by=desk)
    with pytest.raises(NotPossible):
        actions.move_step(step, "finish", version=step.version, by=desk)
    other = add()
    with pytest.raises(Stale):
        actions.move_step(other, "finish", version=other.version + 1, by=desk)


def test_a_frozen_task_cannot_be_finished_until_a_supervisor_lets_it_go_on(add, desk, cast):
    step = add()
    ActionStep.objects.filter(pk=step.pk).update(frozen_at=timezone.now())
    with pytest.raises(ValidationError) as refusal:
        actions.move_step(step, "finish", by=desk)
    assert refusal.value.code == "frozen"
    with pytest.raises(NotYours):
        actions.move_step(step, "thaw", by=desk)
    actions.move_step(step, "thaw", by=cast["supervisor.cirebon"])
    assert actions.move_step(step, "finish", by=desk).state == "done"


def test_a_frozen_task_does_not_set_the_next_day(case, add):
    near, far = add(1), add(5)
    ActionStep.objects.filter(pk=near.pk).update(frozen_at=timezone.now())
    third = add(8)
    case.refresh_from_db()
    assert case.next_action_on == far.due_on < third.due_on


def test_carrying_on_is_no_verb_of_its_own(add, desk):
    with pytest.raises(KeyError):
        actions.move_step(add(), "carry", by=desk)
    with pytest.raises(KeyError):
        actions.move_step(add(), "fly", by=desk)
