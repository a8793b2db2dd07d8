"""Every cell of every table, written down a second time from the contract: state x verb x side."""

import pytest

from cases.codes import CaseState, ReferralState
from cases.models import ActionPlan, ActionStep, BreakGlass, Case, Mediation, Promise, Referral
from cases.transitions import (
    CASE_VERBS,
    REFERRAL_VERBS,
    TABLES,
    NotPossible,
    NotYours,
    check,
    possible,
)

# (state, verb): the state that follows
CASE = {
    ("new", "verify"): "verifying",
    ("verifying", "start"): "in_progress",
    ("reopened", "start"): "in_progress",
    ("in_progress", "monitor"): "monitoring",
    ("in_progress", "wait_for_client"): "waiting_for_client",
    ("waiting_for_client", "resume"): "in_progress",
    ("in_progress", "resolve"): "resolved",
    ("monitoring", "resolve"): "resolved",
    ("resolved", "close"): "closed",
    ("verifying", "close"): "closed",
    ("waiting_for_client", "close"): "closed",
    ("resolved", "reopen"): "reopened",
    ("closed", "reopen"): "reopened",
    # moments change no state
    ("verifying", "ask_closing"): "",
    ("waiting_for_client", "ask_closing"): "",
}
BROKEN = {(state, "promise_broken"): "reopened" for state in ("monitoring", "resolved", "closed")}
# The other tables: {(verb, target): states}; "" leaves the state as it is, or to what the action finds.
PARTS = {
    ActionPlan: {
        ("edit", "draft"): "draft sent_back",
        ("submit", "submitted"): "draft sent_back",
        ("approve", "approved"): "submitted",
        ("send_back", "sent_back"): "submitted",
        ("replace", "replaced"): "approved",
    },
    ActionStep: {
        ("finish", "done"): "open",
        ("drop", "dropped"): "open",
        ("resume", "open"): "done dropped",
        ("carry", "carried"): "open",
        ("thaw", ""): "open",
    },
    Mediation: {
        ("invite", "invited"): "requested invited hearing",
        ("hear", "hearing"): "requested invited hearing",
        ("agree", "agreed"): "hearing",
        ("agree_partly", "partly_agreed"): "hearing",
        ("fail", "failed"): "invited hearing",
        ("cancel", "cancelled"): "requested invited hearing",
        ("keep", "kept"): "hearing agreed partly_agreed broken",
        ("break", "broken"): "agreed partly_agreed",
        ("owe", ""): "kept",
    },
    Promise: {
        ("pay", ""): "open partly broken",
        ("keep", "kept"): "open partly broken",
        ("break", "broken"): "open partly",
        ("void", ""): "open partly kept broken",
    },
    BreakGlass: {
        ("allow", "open"): "asked",
        ("refuse", "refused"): "asked",
        ("end", "ended"): "open",
    },
}
BY_ITSELF = {
    Mediation: {"agree", "agree_partly", "keep", "break", "owe"},
    BreakGlass: {"end"},
}
SENDER = {
    ("draft", "send"): "sent",
    ("service_given", "complete"): "completed",
    ("sent", "withdraw"): "withdrawn",
    ("accepted", "withdraw"): "withdrawn",
    ("in_progress", "withdraw"): "withdrawn",
    ("service_given", "withdraw"): "withdrawn",
    ("draft", "discard"): "withdrawn",
    # moments change no state
    ("draft", "rewrite"): "",
    ("sent", "answer"): "",
    ("accepted", "answer"): "",
    ("in_progress", "answer"): "",
    ("sent", "call"): "",
    ("sent", "share"): "",
    ("accepted", "share"): "",
    ("in_progress", "share"): "",
    ("service_given", "share"): "",
    ("sent", "reoffer"): "",
    ("accepted", "reoffer"): "",
    ("declined", "reoffer"): "",
    ("returned", "reoffer"): "",
    ("expired", "reoffer"): "",
    ("service_given", "ask_client"): "",
    ("completed", "ask_client"): "",
    ("declined", "ask_client"): "",
    ("returned", "ask_client"): "",
    ("expired", "ask_client"): "",
}
RECIPIENT = {
    ("sent", "accept"): "accepted",
    ("sent", "decline"): "declined",
    ("accepted", "start"): "in_progress",
    ("in_progress", "report_service"): "service_given",
    ("accepted", "return"): "returned",
    ("in_progress", "return"): "returned",
    ("sent", "claim"): "",
    ("sent", "ask"): "",
    ("accepted", "ask"): "",
    ("in_progress", "ask"): "",
    ("in_progress", "feedback"): "",
    ("service_given", "feedback"): "",
    ("completed", "feedback"): "",
}
SYSTEM = {
    (state, "expire"): "expired" for state in ("sent", "accepted", "in_progress", "service_given")
} | {("accepted", "taken_over"): "completed"}
SIDES = {"meja.cirebon": SENDER, "wcc.cirebon": RECIPIENT, "sbmi.cirebon": {}, "admin.cirebon": {}}


def outcome(row, verb, by):
    try:
        return check(row, verb, by=by).target
    except NotYours:
        return "not yours"
    except NotPossible as refusal:
        assert refusal.row.state == row.state
        return "not possible"


def test_every_cell_of_the_case_table(cast):
    """The desk works on it; closing it is the supervisor's, who is another than the one who did the work."""
    desk, head = cast["meja.cirebon"], cast["supervisor.cirebon"]
    row = Case(organisation=desk.posting.organisation, owner=desk)
    for row.state in CaseState.values:
        for verb in CASE_VERBS:
            expected = CASE.get((row.state, verb), "not possible")
            assert outcome(row, verb, head) == expected, (row.state, verb)
            hers = "not yours" if verb == "close" else expected
            assert outcome(row, verb, desk) == hers, (row.state, verb)
            for other in ("wcc.cirebon", "meja.tulungagung", "admin.cirebon", "kader.cirebon"):
                assert outcome(row, verb, cast[other]) == "not yours", (row.state, verb, other)
        offered = {line.verb for line in possible(row, head)}
        assert offered == {verb for state, verb in CASE if state == row.state}
        assert {line.verb for line in possible(row, desk)} == offered - {"close"}


def test_a_broken_promise_opens_a_case_again_and_nobody_says_so_by_hand(cast):
    row = Case(organisation=cast["meja.cirebon"].posting.organisation)
    for row.state in CaseState.values:
        found = outcome(row, "promise_broken", None)
        assert found == BROKEN.get((row.state, "promise_broken"), "not possible")
        assert outcome(row, "promise_broken", cast["supervisor.cirebon"]) == "not yours"


@pytest.mark.parametrize("model", PARTS, ids=lambda model: model.__name__)
def test_every_cell_of_the_table_of_a_part(model):
    row = model()
    told = {
        (state, verb): to for (verb, to), states in PARTS[model].items() for state in states.split()
    }
    assert {line.verb for line in TABLES[model]} == {verb for _state, verb in told}
    for row.state, _label in model._meta.get_field("state").choices:
        for verb in {verb for _state, verb in told}:
            assert outcome(row, verb, None) == told.get((row.state, verb), "not possible")


@pytest.mark.parametrize("model", PARTS, ids=lambda model: model.__name__)
def test_what_happens_by_itself_is_nobody_s_verb(cast, model):
    asked = {line.verb for line in TABLES[model] if line.permission is None}
    assert asked == BY_ITSELF.get(model, set())


def test_whoever_wrote_a_plan_or_asked_to_read_does_not_approve_it(cast):
    head, desk = cast["supervisor.cirebon"], cast["meja.cirebon"]
    here = Case(organisation=head.posting.organisation)
    for verb in ("approve", "send_back"):
        # The only one who could approves alone, with a reason: tests/cases/actions/test_plans.py.
        assert (
            outcome(ActionPlan(case=here, state="submitted", written_by=desk), verb, desk)
            == "not yours"
        )
        assert (
            outcome(ActionPlan(case=here, state="submitted", written_by=desk), verb, head)
            != "not yours"
        )
    for verb in ("allow", "refuse"):
        assert (
            outcome(BreakGlass(case=here, state="asked", asked_by=head), verb, head) == "not yours"
        )
        assert (
            outcome(BreakGlass(case=here, state="asked", asked_by=desk), verb, head) != "not yours"
        )
        assert (
            outcome(BreakGlass(case=here, state="asked", asked_by=head), verb, desk) == "not yours"
        )


def test_no_table_is_left_out():
    assert set(TABLES) == {Case, Referral, *PARTS}


@pytest.mark.parametrize("who", SIDES)
def test_every_cell_of_the_referral_table_from_each_side(cast, who):
    row = Referral(
        case=Case(state="in_progress"),
        sender_id=cast["meja.cirebon"].posting.organisation_id,
        to_id=cast["wcc.cirebon"].posting.organisation_id,
        priority="emergency",
    )
    theirs = {verb for _, verb in SIDES[who]}
    for row.state in ReferralState.values:
        for verb in [*REFERRAL_VERBS, "expire"]:
            expected = "not possible" if verb in theirs else "not yours"
            expected = SIDES[who].get((row.state, verb), expected)
            assert outcome(row, verb, cast[who]) == expected, (row.state, verb)
        offered = {line.verb for line in possible(row, cast[who])}
        assert offered == {verb for state, verb in SIDES[who] if state == row.state}


def test_a_phone_call_belongs_to_an_emergency(cast):
    desk = cast["meja.cirebon"]
    row = Referral(sender_id=desk.posting.organisation_id, state="sent", priority="urgent")
    assert outcome(row, "call", desk) == "not yours"


def test_what_was_asked_for_a_closed_case_is_not_offered_on(cast):
    desk = cast["meja.cirebon"]
    sender = desk.posting.organisation_id
    row = Referral(case=Case(state="closed"), sender_id=sender, state="declined")
    assert outcome(row, "reoffer", desk) == "not yours"


def test_the_system_lets_a_referral_expire_and_ends_a_transfer_and_does_nothing_else():
    row = Referral()
    for row.state in ReferralState.values:
        for verb in ("expire", "taken_over"):
            assert outcome(row, verb, None) == SYSTEM.get((row.state, verb), "not possible")


def test_a_case_that_moved_is_no_service_to_be_offered_on_or_rated(cast):
    desk = cast["meja.cirebon"]
    sender, here = desk.posting.organisation_id, Case(state="in_progress")
    row = Referral(case=here, sender_id=sender, state="declined", kind="transfer")
    assert {outcome(row, verb, desk) for verb in ("reoffer", "ask_client")} == {"not yours"}


def test_a_verb_that_does_not_exist_is_a_key_error(cast):
    with pytest.raises(KeyError):
        check(Case(state="new"), "explode", by=cast["meja.cirebon"])
