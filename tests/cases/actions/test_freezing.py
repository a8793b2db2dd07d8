"""Domain 4 rule 7: a consent that is withdrawn freezes the open tasks of the house that it let in."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases import actions
from cases.models import ActionStep, Case
from ltsa.timeline.models import Event


def task(case, by) -> ActionStep:
    due = timezone.localdate() + timedelta(days=2)
    return actions.add_step(case, text="Jenguk.", who=by, due_on=due, by=by)


def is_frozen(step) -> bool:
    return ActionStep.objects.get(pk=step.pk).frozen_at is not None


@pytest.fixture
def handed(cast, make_case):
    """A restricted case that the desk opened and gave to the women's centre."""
    case = make_case(restricted=True, types=(), account="", limits_explained=True)
    house = cast["wcc.cirebon"].posting.organisation
    actions.hand_over_case(
        case, to=house, method="signature", people=[cast["wcc.cirebon"]], by=cast["meja.cirebon"]
    )
    return Case.objects.get(pk=case.pk)


def test_rule_7_tasks_of_a_case_that_is_taken_home_are_frozen(cast, handed):
    step = task(handed, cast["wcc.cirebon"])
    actions.withdraw_consent(handed.hand_over_consent, by=cast["meja.cirebon"])
    assert is_frozen(step)
    assert Event.objects.filter(subject=handed.pk, verb="step.freeze").count() == 1


def test_the_supervisor_at_home_lets_a_frozen_task_go_on_as_hers(cast, handed):
    step = task(handed, cast["wcc.cirebon"])
    actions.withdraw_consent(handed.hand_over_consent, by=cast["meja.cirebon"])
    step = ActionStep.objects.get(pk=step.pk)
    head = cast["supervisor.cirebon"]
    actions.take_on_case(handed, by=head)
    step.refresh_from_db()
    assert actions.move_step(step, "thaw", by=head).who == head


def test_handing_over_anew_lets_the_tasks_go_on(cast, handed):
    step = task(handed, cast["wcc.cirebon"])
    actions.withdraw_consent(handed.hand_over_consent, by=cast["meja.cirebon"])
    house = cast["wcc.cirebon"].posting.organisation
    actions.hand_over_case(
        handed, to=house, method="signature", people=[cast["wcc.cirebon"]], by=cast["meja.cirebon"]
    )
    assert not is_frozen(step)


@pytest.fixture
def theirs(cast, referral):
    """The women's centre accepted a referral and opened a case of its own for her."""
    partner = cast["wcc.cirebon"]
    actions.accept_referral(referral, by=partner)
    kind = referral.case.primary_type
    case = actions.open_case(
        referral.case.migrant, types=[kind], account="Pendampingan.", reported_by="self", by=partner
    )
    return task(case, partner)


def test_rule_7_tasks_of_the_recipients_own_case_of_her_are_frozen(cast, referral, theirs, case):
    home = task(referral.case, cast["meja.cirebon"])
    actions.withdraw_consent(referral.consent, by=cast["meja.cirebon"])
    assert is_frozen(theirs)
    assert not is_frozen(home)


def test_a_house_that_another_consent_still_lets_in_goes_on(
    cast, referral, theirs, make_referral, make_case
):
    second = make_referral(make_case(referral.case.migrant))
    actions.accept_referral(second, by=cast["wcc.cirebon"])
    actions.withdraw_consent(referral.consent, by=cast["meja.cirebon"])
    assert not is_frozen(theirs)


def test_rule_7_the_consent_of_a_draft_that_was_thrown_away_keeps_no_task_going(
    cast, referral, theirs, make_referral, make_case
):
    draft = make_referral(make_case(referral.case.migrant), sent=False)
    actions.discard_referral(draft, by=cast["meja.cirebon"])
    assert draft.consent.is_valid
    actions.withdraw_consent(referral.consent, by=cast["meja.cirebon"])
    assert is_frozen(theirs)


def test_a_new_referral_that_is_accepted_thaws_them(
    cast, referral, theirs, make_referral, make_case
):
    actions.withdraw_consent(referral.consent, by=cast["meja.cirebon"])
    anew = make_referral(make_case(referral.case.migrant))
    actions.accept_referral(anew, by=cast["wcc.cirebon"])
    assert not is_frozen(theirs)


def test_what_is_done_is_not_frozen(cast, referral, theirs):
    actions.move_step(theirs, "finish", words="Sudah.", by=cast["wcc.cirebon"])
    actions.withdraw_consent(referral.consent, by=cast["meja.cirebon"])
    assert not is_frozen(theirs)
