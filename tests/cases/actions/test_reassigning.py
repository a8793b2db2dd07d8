from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases.actions import add_member, preview_reassigning, reassign_cases, restrict_case
from cases.actions.reassigning import hand_on_cases, hand_on_steps
from cases.models import ActionStep, Case, CaseNote
from ltsa.accounts.absences import add_absence
from ltsa.accounts.actions import disable_person, end_posting
from ltsa.notifications.models import Notification
from ltsa.timeline.models import Event
from services.models import AccessGrant


@pytest.fixture
def team(cast):
    return cast["meja.cirebon"], cast["supervisor.cirebon"]


def _step(case, who):
    return ActionStep.objects.create(
        case=case, text="Telepon P3MI", who=who, due_on=timezone.localdate(), added_by=who
    )


def test_a_case_goes_with_its_open_tasks_and_a_note(make_case, team):
    desk, head = team
    case = make_case(by=desk)
    step = _step(case, desk)
    moved = reassign_cases(Case.objects.filter(pk=case.pk), to=head, note="Tunggu slip.", by=head)
    case.refresh_from_db()
    step.refresh_from_db()
    assert (moved, case.owner, step.who) == (1, head, head)
    assert CaseNote.objects.get(case=case).text == "Tunggu slip."
    assert Event.objects.about(case.pk).filter(verb="reassign.case").exists()


def test_a_note_goes_into_no_restricted_case_before_the_limits_were_explained(make_case, cast):
    """By hand or because she leaves: it stays with the cases that may hold words."""
    head, counsellor = cast["supervisor.cirebon"], cast["konselor.cirebon"]
    ordinary = make_case(by=counsellor)
    silent = make_case(types=(), restricted=True, account="", by=counsellor)
    told = make_case(types=["GBV02"], limits_explained=True, by=counsellor)
    for one in (silent, told):
        add_member(one, person=head, by=counsellor)
    cases = [ordinary, silent, told]
    noted = lambda: set(CaseNote.objects.values_list("case", flat=True))  # noqa: E731
    assert reassign_cases(cases, to=head, note="Diancam suaminya.", by=head) == 3
    assert noted() == {ordinary.pk, told.pk}
    CaseNote.objects.all().delete()
    hand_on_cases(head, head.posting.organisation, to=counsellor, note="Diancam suaminya.", by=head)
    assert ordinary.pk in noted() and silent.pk not in noted()


def test_many_cases_tell_the_colleague_once(make_case, team):
    desk, head = team
    pks = [make_case(by=head).pk for _n in range(3)]
    assert reassign_cases(Case.objects.filter(pk__in=pks), to=desk, note="Serah.", by=head) == 3
    line = Notification.objects.get(user=desk, kind="case_handed_over")
    assert (line.code, line.link) == ("3", "/kasus/")


def test_the_preview_says_what_stays_and_why_and_moves_nothing(make_case, team):
    desk, head = team
    ordinary = make_case(by=head)
    restricted = make_case(restricted=True, types=(), account="", by=head)
    shut = make_case(by=head)
    AccessGrant.objects.create(
        migrant=shut.migrant, user=desk, deny=True, reason="conflict", subject=shut.pk
    )
    cases = Case.objects.filter(pk__in=[ordinary.pk, restricted.pk, shut.pk])
    found = preview_reassigning(cases, desk)
    assert found.able == [ordinary]
    assert {(case.pk, why) for case, why in found.unable} == {
        (restricted.pk, "restricted"),
        (shut.pk, "conflict"),
    }
    assert set(cases.values_list("owner", flat=True)) == {head.pk}


def test_nobody_of_another_house_gets_a_case(make_case, cast, team):
    _desk, head = team
    case = make_case(by=head)
    with pytest.raises(ValidationError):
        reassign_cases([case], to=cast["sbmi.cirebon"], note="Serah.", by=head)


def test_a_posting_with_open_cases_does_not_end_without_a_successor(make_case, cast, team):
    desk, head = team
    case = make_case(by=desk)
    with pytest.raises(ValidationError) as refused:
        end_posting(desk.posting, by=cast["admin.cirebon"])
    assert "successor" in refused.value.message_dict
    end_posting(desk.posting, successor=head, note="Pindah tugas.", by=cast["admin.cirebon"])
    case.refresh_from_db()
    assert case.owner == head
    assert desk.postings.current().count() == 0


def test_disabling_somebody_hands_her_open_tasks_to_the_owner_of_the_case(make_case, cast, team):
    desk, head = team
    step = _step(make_case(by=head), desk)
    disable_person(desk, successor=head, by=cast["admin.cirebon"])
    step.refresh_from_db()
    assert step.who == head


def test_a_restricted_case_goes_to_no_successor(make_case, cast):
    wcc, head = cast["wcc.cirebon"], cast["supervisor.wcc.cirebon"]
    case = make_case(restricted=True, types=(), account="", by=wcc)
    end_posting(wcc.posting, successor=head, by=head)
    case.refresh_from_db()
    assert case.owner is None
    assert case.members.current().count() == 0


def test_a_closed_case_stays_with_whoever_had_it(make_case, cast, team):
    desk, _head = team
    case = make_case(by=desk)
    Case.objects.filter(pk=case.pk).update(state="resolved")
    end_posting(desk.posting, by=cast["admin.cirebon"])
    case.refresh_from_db()
    assert case.owner == desk


def test_an_absence_has_an_end_and_is_noted_once(cast, team):
    desk, head = team
    today = timezone.localdate()
    told = {"user": desk, "stand_in": head, "starts_on": today, "by": head}
    add_absence(ends_on=today + timedelta(days=3), **told)
    with pytest.raises(ValidationError):
        add_absence(ends_on=today, **told)


def test_a_case_that_was_just_closed_to_others_stays_where_it_is(make_case, team):
    """The list was read before; what counts is the case as it stands when it moves."""
    desk, head = team
    read = make_case(by=head)
    restrict_case(Case.objects.get(pk=read.pk), by=head)
    assert not read.restricted
    assert reassign_cases([read], to=desk, note="Serah.", by=head) == 0
    assert not Case.objects.visible_to(desk).filter(pk=read.pk).exists()


def test_a_case_that_went_to_another_house_meanwhile_does_not_come_back(make_case, cast, team):
    desk, head = team
    read = make_case(by=head)
    Case.objects.filter(pk=read.pk).update(organisation=cast["wcc.cirebon"].posting.organisation)
    assert reassign_cases([read], to=desk, note="Serah.", by=head) == 0
    assert Case.objects.get(pk=read.pk).owner == head


def test_nobody_inherits_a_task_of_a_case_that_she_does_not_see(make_case, cast):
    desk, counsellor = cast["meja.cirebon"], cast["konselor.cirebon"]
    head = cast["supervisor.cirebon"]
    case = make_case(restricted=True, types=(), account="", by=counsellor)
    Case.objects.filter(pk=case.pk).update(owner=None)
    step = _step(case, counsellor)
    hand_on_steps(counsellor, counsellor.posting.organisation, to=desk, note="", by=head)
    step.refresh_from_db()
    assert step.who == counsellor
    hand_on_steps(counsellor, counsellor.posting.organisation, to=head, note="", by=head)
    step.refresh_from_db()
    assert step.who == counsellor
    add_member(case, person=head, by=counsellor)
    hand_on_steps(counsellor, counsellor.posting.organisation, to=head, note="", by=head)
    step.refresh_from_db()
    assert step.who == head
