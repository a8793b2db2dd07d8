"""A case goes to the desk of another district: when it may, what moves, what stays behind."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases import actions
from cases.models import Case, DeletionRequest, Referral
from cases.transitions import NotPossible, NotYours
from ltsa.clocks.models import Clock
from ltsa.timeline.models import Event
from services.actions import withdraw_consent
from services.codes import DisclosureGroup
from services.models import Migrant
from tests.cases.mediations import ask, in_progress

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.fixture
def there(cast):
    """Who answers at the desk of Tulungagung."""
    return cast["supervisor.tulungagung"]


@pytest.fixture
def make_transfer(make_referral, case, desk):
    def make(of=None, *, by=desk, **told):
        told = {"services": [], "disclose": DisclosureGroup.values, "kind": "transfer"} | told
        return make_referral(of or case, to="supervisor.tulungagung", by=by, **told)

    return make


def accepted(transfer, by) -> Case:
    actions.accept_referral(Referral.objects.get(pk=transfer.pk), by=by)
    return Case.objects.get(pk=transfer.case_id)


def test_before_it_is_accepted_the_other_desk_reads_the_minimum_and_the_case_stays(
    make_transfer, there, desk, as_user
):
    transfer = make_transfer()
    shown = as_user(there).get(f"/rujukan/{transfer.pk}/").context["parts"]
    assert [part["title"] for part in shown] == ["Selalu dikirim"]
    assert not Case.objects.visible_to(there).exists()
    assert Case.objects.visible_to(desk).filter(pk=transfer.case_id).exists()


def test_accepting_moves_house_district_owner_team_tasks_and_clocks(
    make_transfer, case, there, desk
):
    step = actions.add_step(
        case, text="Hubungi keluarga", who=desk, due_on=timezone.localdate() + timedelta(days=3), by=desk
    )  # fmt: skip
    moved = accepted(make_transfer(), there)
    home = there.posting.organisation
    assert (moved.organisation, moved.district_id, moved.owner) == (home, home.district_id, there)
    assert [member.user for member in moved.members.current()] == [there]
    step.refresh_from_db()
    assert step.who == there
    clocks = Clock.objects.ticking().about(case.pk, step.pk)
    assert {(one.organisation, one.district_id) for one in clocks} == {(home, home.district_id)}
    assert Case.objects.visible_to(there).filter(pk=case.pk).exists()
    assert Migrant.objects.identified_for(there).filter(pk=case.migrant_id).exists()
    assert Referral.objects.get(kind="transfer").state == "completed"
    assert Event.objects.about(case.pk).filter(verb="case.transfer").exists()


def test_the_old_house_keeps_a_trace_and_nothing_that_it_could_read_or_do(
    make_transfer, there, desk, as_user
):
    transfer = make_transfer()
    accepted(transfer, there)
    client = as_user(desk)
    assert client.get(f"/kasus/{transfer.case_id}/").status_code == 404
    trace = client.get(f"/rujukan/{transfer.pk}/")
    assert trace.context["parts"] == []
    assert not any(trace.context["verbs"].values())
    assert f"/kasus/{transfer.case_id}/" not in trace.text
    assert client.get(f"/rujukan/{transfer.pk}/dibagikan/").status_code == 404


def test_the_colleague_who_was_not_on_the_team_sees_no_trace(make_transfer, there, cast):
    transfer = make_transfer()
    accepted(transfer, there)
    assert Referral.objects.visible_to(cast["supervisor.cirebon"]).filter(pk=transfer.pk).exists()
    assert not Referral.objects.visible_to(cast["konselor.cirebon"]).exists()


def test_a_restricted_case_comes_to_whoever_accepted_it_and_the_supervisors_alone(
    make_transfer, make_case, there, cast
):
    head = cast["supervisor.cirebon"]
    hidden = make_case(by=head, restricted=True, types=(), limits_explained=True)
    moved = accepted(make_transfer(hidden, by=head), there)
    assert {member.user for member in moved.members.current()} == {there}
    assert not Case.objects.visible_to(cast["meja.tulungagung"]).exists()
    assert not Case.objects.visible_to(head).filter(pk=hidden.pk).exists()
    assert not Event.objects.filter(verb="case.transfer", client=hidden.migrant_id).exists()
    assert not Clock.objects.ticking().about(hidden.pk).exclude(private=True).exists()


def test_another_open_referral_stands_in_its_way_at_every_step(
    make_transfer, make_referral, case, there
):
    transfer = make_transfer()
    other = make_referral(case)
    with pytest.raises(ValidationError, match="rujukan yang berjalan"):
        accepted(transfer, there)
    with pytest.raises(ValidationError):
        make_transfer(sent=False)
    actions.withdraw_referral(other, by=other.created_by)
    assert accepted(transfer, there).owner == there


def test_a_mediation_under_way_stands_in_its_way(make_transfer, case, desk):
    ask(in_progress(case, by=desk), by=desk)
    case.refresh_from_db()
    with pytest.raises(ValidationError, match="Mediasi masih berjalan"):
        make_transfer(sent=False)


def test_a_case_that_is_over_does_not_move(make_transfer, case):
    Case.objects.filter(pk=case.pk).update(state="resolved")
    case.refresh_from_db()
    with pytest.raises(ValidationError, match="selesai atau ditutup"):
        make_transfer(sent=False)


def test_who_may_not_move_cases_neither_writes_nor_sends_one(make_transfer, make_case, cast):
    counsellor = cast["konselor.cirebon"]
    with pytest.raises(NotYours):
        make_transfer(make_case(by=counsellor), by=counsellor)


def test_a_desk_that_is_locked_out_gets_no_case(make_transfer, case, cast, there):
    head = cast["supervisor.cirebon"]
    house = there.posting.organisation
    actions.lock_out(case, kind="organisation", target=house, reason="Kerabat", by=head)
    with pytest.raises(ValidationError):
        make_transfer(sent=False)


def test_declined_or_withdrawn_before_it_is_accepted_nothing_moves(make_transfer, there, desk):
    first = actions.decline_referral(make_transfer(), reason="full", by=there)
    second = make_transfer()
    actions.withdraw_referral(second, by=desk)
    assert Case.objects.get(pk=first.case_id).organisation == desk.posting.organisation
    assert not Case.objects.visible_to(there).exists()
    with pytest.raises(NotPossible):
        accepted(second, there)


def test_when_she_withdraws_her_consent_the_case_comes_home(make_transfer, there, desk, cast):
    transfer = make_transfer()
    accepted(transfer, there)
    withdraw_consent(transfer.consent, by=desk)
    case = Case.objects.get(pk=transfer.case_id)
    assert (case.organisation, case.district_id) == (desk.posting.organisation, "32.09")
    assert not Case.objects.visible_to(there).exists()
    assert Case.objects.visible_to(cast["supervisor.cirebon"]).filter(pk=case.pk).exists()
    (asked,) = DeletionRequest.objects.filter(organisation=there.posting.organisation)
    assert (asked.case, asked.referral) == (case, None)


def test_rule_7_a_restricted_case_comes_home_and_waits_there(make_transfer, make_case, there, cast):
    head = cast["supervisor.cirebon"]
    hidden = make_case(by=head, restricted=True, types=(), limits_explained=True)
    transfer = make_transfer(hidden, by=head)
    accepted(transfer, there)
    withdraw_consent(transfer.consent, by=there)
    case = Case.objects.get(pk=hidden.pk)
    assert case.organisation == head.posting.organisation
    assert Case.objects.waiting_for(head).filter(pk=case.pk).exists()
    assert not Case.objects.visible_to(head).filter(pk=case.pk).exists()
    assert not Case.objects.visible_to(there).exists()
    assert not Case.objects.visible_to(cast["meja.cirebon"]).filter(pk=case.pk).exists()


@pytest.fixture
def moved_twice(make_transfer, make_referral, there, cast):
    """From Cirebon to Tulungagung, and on to Blitar: (case, first consent, second consent)."""
    first = make_transfer()
    case = accepted(first, there)
    told = {"services": [], "disclose": DisclosureGroup.values, "kind": "transfer"}
    second = make_referral(case, to="supervisor.blitar", by=there, **told)
    case = accepted(second, cast["supervisor.blitar"])
    return case, first.consent, second.consent


def test_rule_7_who_had_the_case_in_between_is_asked_to_delete_it(moved_twice, cast, there, desk):
    case, first, _ = moved_twice
    withdraw_consent(first, by=desk)
    asked = DeletionRequest.objects.get(consent=first)
    assert asked.organisation == there.posting.organisation
    assert (
        Case.objects.get(pk=case.pk).organisation == cast["supervisor.blitar"].posting.organisation
    )


def test_rule_7_taken_back_from_the_last_house_it_stays_with_the_one_she_still_agrees_to(
    moved_twice, there, desk
):
    case, first, second = moved_twice
    withdraw_consent(second, by=there)
    case.refresh_from_db()
    assert (case.organisation, case.hand_over_consent) == (there.posting.organisation, first)
    withdraw_consent(first, by=desk)
    case.refresh_from_db()
    assert (case.organisation, case.hand_over_consent) == (desk.posting.organisation, None)


def test_rule_7_it_never_goes_back_to_a_house_that_she_refused(moved_twice, there, desk):
    case, first, second = moved_twice
    withdraw_consent(first, by=desk)
    withdraw_consent(second, by=there)
    case.refresh_from_db()
    assert (case.organisation, case.hand_over_consent) == (desk.posting.organisation, None)
