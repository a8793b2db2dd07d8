"""Closing is the second person's act; it needs an outcome, and a reason whose day has come (domain 1.3, 3.4)."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases import actions
from cases.closing import earliest
from cases.codes import LEGAL_REASONS, ClosingReason
from cases.models import Case, CaseClosing, ConflictLock
from cases.transitions import NotPossible, NotYours
from ltsa.accounts.models import Posting
from ltsa.timeline.models import Event
from services.models import AccessGrant, Relationship

WHY = "Supervisor sedang cuti panjang."


def walk(case, *verbs, by, **told):
    for verb in verbs:
        case = actions.move_case(case, verb, by=by, **told)
    return case


def wait(case, days):
    """As if it had been opened, and stood where it stands, so many days ago."""
    ago = timezone.now() - timedelta(days=days)
    started = ago if case.started_at else None
    Case.objects.filter(pk=case.pk).update(opened_at=ago, state_since=ago, started_at=started)
    return Case.objects.get(pk=case.pk)


def refusal(case, verb, *, by, **told) -> ValidationError:
    with pytest.raises(ValidationError) as said:
        actions.move_case(case, verb, by=by, **told)
    return said.value


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.fixture
def head(cast):
    return cast["supervisor.cirebon"]


@pytest.fixture
def resolved(case, desk):
    case = walk(case, "verify", "start", by=desk)
    return actions.move_case(
        case, "resolve", outcomes=["informed", "money"], reason="solved", by=desk
    )


def test_the_supervisor_closes_what_the_officer_has_resolved(resolved, desk, head):
    assert (resolved.closing_asked_by, resolved.closing_asked) == (desk, "solved")
    case = actions.move_case(resolved, "close", reason="partly_solved", note="Puas.", by=head)
    closing = CaseClosing.objects.get(case=case)
    assert (closing.reason, closing.outcomes) == ("partly_solved", ["money", "informed"])
    assert (closing.asked_by, closing.closed_by, closing.alone_because) == (desk, head, "")
    assert (case.closed_by, case.closing_reason) == (head, "partly_solved")
    assert case.outcomes == closing.outcomes
    told = Event.objects.get(subject=case.pk, verb="case.close").detail
    assert told["reason"] == "partly_solved"
    assert "Puas" not in str(told)


def test_what_close_is_not_told_the_proposal_says(resolved, head):
    assert actions.move_case(resolved, "close", by=head).closing_reason == "solved"


def test_nobody_closes_her_own_work_where_another_could(resolved, cast, desk, head):
    for who in (desk, cast["konselor.cirebon"]):
        with pytest.raises(NotYours) as said:
            actions.move_case(resolved, "close", reason="solved", by=who)
        assert "supervisor" in str(said.value.says)
    again = walk(resolved, "reopen", "start", by=desk)
    mine = actions.move_case(again, "resolve", outcomes=["informed"], by=head)
    assert mine.closing_asked_by == head
    # There is no second supervisor at this desk: she is alone, and has to say so.
    assert "alone_because" in refusal(mine, "close", reason="solved", by=head).message_dict


def test_the_sentence_is_for_the_house_alone(resolved, cast):
    with pytest.raises(NotYours) as said:
        actions.move_case(resolved, "close", reason="solved", by=cast["wcc.cirebon"])
    assert said.value.says == ""


def test_an_office_of_one_closes_with_a_reason_that_is_listed(cast, make_case):
    one = cast["sbmi.cirebon"]
    case = walk(make_case(by=one), "verify", "start", by=one)
    case = actions.move_case(case, "resolve", outcomes=["documents"], by=one)
    for why in ("", "  .  "):
        assert (
            refusal(case, "close", reason="solved", alone_because=why, by=one)
            .error_dict["alone_because"][0]
            .code
            == "alone"
        )
    actions.move_case(case, "close", reason="solved", alone_because=WHY, by=one)
    assert [row.alone_because for row in CaseClosing.objects.alone(one)] == [WHY]
    assert not CaseClosing.objects.alone(cast["meja.cirebon"]).exists()


def test_a_reason_for_being_alone_is_dropped_where_a_second_person_closes(resolved, head):
    case = actions.move_case(resolved, "close", reason="solved", alone_because=WHY, by=head)
    assert case.closings.get().alone_because == ""


def test_no_closing_without_an_outcome(case, desk, head):
    case = walk(case, "verify", "start", "resolve", by=desk)
    said = refusal(case, "close", reason="solved", by=head)
    assert said.error_dict["outcomes"][0].code == "no_outcome"
    assert not CaseClosing.objects.exists()
    assert refusal(case, "close", reason="solved", outcomes=["none", "money"], by=head)
    assert refusal(case, "close", reason="solved", outcomes=["gold"], by=head)
    assert actions.move_case(
        case, "close", reason="solved", outcomes=["home"], by=head
    ).outcomes == ["home"]


def test_an_unsolved_case_closes_for_a_legal_reason_only(make_case, desk, head):
    for reason in ClosingReason.values:
        case = wait(walk(make_case(), "verify", by=desk), 400)
        if reason in LEGAL_REASONS:
            assert actions.move_case(case, "close", reason=reason, by=head).outcomes == ["none"]
        else:
            said = refusal(case, "close", reason=reason, by=head)
            assert said.error_dict["reason"][0].code == "not_legal"


@pytest.mark.parametrize(
    ("reason", "days"), [("documents_30", 30), ("unreachable_60", 60), ("unsolvable_6m", 185)]
)
def test_a_legal_reason_waits_for_its_day(make_case, desk, head, reason, days):
    case = walk(make_case(), "verify", "start", "wait_for_client", by=desk)
    said = refusal(case, "close", reason=reason, by=head)
    assert said.error_dict["reason"][0].code == "too_early"
    day = timezone.localdate() + timedelta(days=0)
    due = earliest(case, reason)
    assert due > day
    assert str(due.year) in said.messages[0]
    assert refusal(wait(case, days - 10), "close", reason=reason, by=head)
    assert actions.move_case(wait(case, days), "close", reason=reason, by=head).state == "closed"


def test_the_day_before_the_day_is_too_early(make_case, desk, head):
    case = walk(make_case(), "verify", by=desk)
    assert refusal(wait(case, 29), "close", reason="documents_30", by=head)
    assert actions.move_case(wait(case, 30), "close", reason="documents_30", by=head)


def test_six_months_after_the_last_day_of_a_long_month(case):
    case.started_at = timezone.make_aware(timezone.datetime(2026, 8, 31, 10))
    assert str(earliest(case, "unsolvable_6m")) == "2027-03-01"
    case.started_at = timezone.make_aware(timezone.datetime(2026, 3, 31, 10))
    assert str(earliest(case, "unsolvable_6m")) == "2026-10-01"
    case.started_at = timezone.make_aware(timezone.datetime(2026, 6, 30, 10))
    assert str(earliest(case, "unsolvable_6m")) == "2026-12-30"


def test_asking_to_close_an_unsolved_case_changes_no_state(case, desk, head):
    case = walk(case, "verify", by=desk)
    since = case.state_since
    assert refusal(case, "ask_closing", by=desk).error_dict["reason"][0].code == "reason"
    assert refusal(case, "ask_closing", reason="solved", by=desk)
    assert refusal(case, "ask_closing", reason="documents_30", by=desk)
    case = actions.move_case(case, "ask_closing", reason="client_withdrew", by=desk)
    assert (case.state, case.state_since) == ("verifying", since)
    assert list(Case.objects.waiting_for_closing()) == [case]
    case = actions.move_case(case, "close", by=head)
    assert (case.closing_reason, case.outcomes) == ("client_withdrew", ["none"])
    assert not Case.objects.waiting_for_closing().exists()


def test_work_that_goes_on_withdraws_the_wish_to_close(case, desk):
    case = walk(case, "verify", by=desk)
    case = actions.move_case(case, "ask_closing", reason="duplicate", by=desk)
    case = walk(case, "start", by=desk)
    assert (case.closing_asked_by, case.closing_asked) == (None, "")


def test_nothing_is_verified_without_a_complainant(make_case, make_migrant, desk):
    case = make_case(reported_by="union")
    said = refusal(case, "verify", by=desk)
    assert said.error_dict["complainant"][0].code == "complainant"
    case.complainant = "Contoh Pelapor"
    case.save()
    assert walk(case, "verify", by=desk).state == "verifying"
    family = make_case(make_migrant(full_name="Sumarni Misalwati"), reported_by="family")
    assert refusal(family, "verify", by=desk)
    aunt = make_migrant(full_name="Karti Umpamasih", client_type="family")
    Relationship.objects.create(relative=aunt, migrant=family.migrant, relation="other")
    assert walk(family, "verify", by=desk).state == "verifying"


def test_every_verb_says_since_when_and_starting_says_when_it_was_taken_on(case, desk):
    case = wait(case, 5)
    for verb in ("verify", "start", "monitor", "resolve", "reopen", "start"):
        before = case.state_since
        case = walk(case, verb, by=desk)
        assert case.state_since > before, verb
    assert case.started_at == case.state_since or case.started_at <= case.state_since


def test_reopening_forgets_who_closed_it_and_keeps_the_closing(resolved, desk, head):
    case = actions.move_case(resolved, "close", by=head)
    case = actions.move_case(case, "reopen", by=desk)
    assert (case.closed_by, case.closed_at, case.closing_reason) == (None, None, "")
    assert (case.closing_asked_by, case.closing_asked, case.outcomes) == (None, "", [])
    kept = case.closings.get()
    assert (kept.reason, kept.closed_by, kept.reopened_by) == ("solved", head, desk)
    case = walk(case, "start", by=desk)
    case = actions.move_case(case, "resolve", outcomes=["money"], reason="settled", by=desk)
    actions.move_case(case, "close", by=head)
    assert [row.reason for row in case.closings.all()] == ["settled", "solved"]


def test_a_broken_promise_opens_it_again_and_nobody_has_to_ask(resolved, head):
    case = actions.move_case(resolved, "close", by=head)
    case = actions.move_case(case, "promise_broken", by=None)
    assert case.state == "reopened"
    assert case.closings.get().reopened_by is None
    with pytest.raises(NotPossible):
        actions.move_case(case, "promise_broken", by=None)


def test_no_person_breaks_a_promise_by_hand(resolved, head):
    with pytest.raises(NotYours):
        actions.move_case(resolved, "promise_broken", by=head)


def test_a_stale_reading_does_not_close_for_another_reason(resolved, desk, head):
    """It was read as resolved; since then it is waiting: no solution may be claimed."""
    actions.move_case(resolved, "reopen", by=desk)
    now = walk(Case.objects.get(pk=resolved.pk), "start", "wait_for_client", by=desk)
    said = refusal(resolved, "close", reason="solved", outcomes=["money"], by=head)
    assert said.error_dict["reason"][0].code == "not_legal"
    assert Case.objects.get(pk=now.pk).state == "waiting_for_client"


def test_a_restricted_case_that_nobody_owns_is_closed_alone_by_its_team_of_one(cast, make_case):
    head = cast["supervisor.cirebon"]
    case = make_case(types=["GBV02"], account="", by="meja.cirebon")
    case = walk(case, "verify", by=head)
    assert refusal(case, "close", reason="client_withdrew", by=head)
    said = refusal(case, "close", reason="client_withdrew", note="Ceritanya.", by=head)
    assert said.error_dict["note"][0].code == "limits"
    case = actions.move_case(case, "close", reason="client_withdrew", alone_because=WHY, by=head)
    assert case.state == "closed"
    assert not CaseClosing.objects.alone(cast["supervisor.wcc.cirebon"]).exists()


def test_whoever_is_shut_out_of_the_client_is_nobody_s_second_person(resolved, desk, head):
    AccessGrant.objects.create(
        migrant=resolved.migrant, user=head, reason="conflict", deny=True, subject=resolved.pk
    )
    assert refusal(resolved, "close", by=desk).error_dict["alone_because"][0].code == "alone"
    assert actions.move_case(resolved, "close", alone_because=WHY, by=desk).state == "closed"


def test_a_lock_of_her_own_makes_nobody_an_office_of_one(resolved, desk, head, make_case):
    """The officer who shuts her supervisor out cannot close behind her back; a colleague's lock is another matter."""
    locked = ConflictLock.objects.create(
        case=resolved, kind="person", user=head, reason=WHY, by=desk
    )
    AccessGrant.objects.create(
        migrant=resolved.migrant, user=head, reason="conflict", deny=True, subject=locked.pk
    )
    with pytest.raises(NotYours):
        actions.move_case(resolved, "close", alone_because=WHY, by=desk)
    ConflictLock.objects.filter(pk=locked.pk).update(lifted_at=timezone.now(), lifted_by=desk)
    assert actions.move_case(resolved, "close", alone_because=WHY, by=desk).state == "closed"


def test_whoever_hands_her_own_case_on_is_no_second_person_to_it(make_case, desk, head):
    case = wait(walk(make_case(by=head), "verify", by=head), 40)
    actions.reassign_cases([case], to=desk, note="Serah.", by=head)
    case = Case.objects.get(pk=case.pk)
    said = refusal(case, "close", reason="documents_30", by=head)
    assert said.error_dict["alone_because"][0].code == "alone"
    case = actions.move_case(case, "ask_closing", reason="documents_30", by=desk)
    assert actions.move_case(case, "close", by=head).state == "closed"


def test_where_another_may_close_it_she_who_handed_it_on_may_not_at_all(
    make_case, desk, head, cast
):
    other = cast["konselor.cirebon"]
    Posting.objects.filter(user=other).update(role="supervisor")
    case = wait(walk(make_case(by=head), "verify", by=head), 40)
    actions.reassign_cases([case], to=desk, note="Serah.", by=head)
    with pytest.raises(NotYours):
        actions.move_case(case, "close", reason="documents_30", alone_because=WHY, by=head)
