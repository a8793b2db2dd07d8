"""Every cell of both tables, written down a second time from the contract: state x verb x side."""

import pytest

from cases.codes import CaseState, ReferralState
from cases.models import Case, Referral
from cases.transitions import (
    CASE_VERBS,
    REFERRAL_VERBS,
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
}
SENDER = {
    ("draft", "send"): "sent",
    ("service_given", "complete"): "completed",
    ("sent", "withdraw"): "withdrawn",
    ("accepted", "withdraw"): "withdrawn",
    ("in_progress", "withdraw"): "withdrawn",
    ("service_given", "withdraw"): "withdrawn",
    # moments change no state
    ("sent", "answer"): "",
    ("accepted", "answer"): "",
    ("in_progress", "answer"): "",
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
}
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
    desk = cast["meja.cirebon"]
    row = Case(organisation=desk.posting.organisation)
    for row.state in CaseState.values:
        for verb in CASE_VERBS:
            expected = CASE.get((row.state, verb), "not possible")
            assert outcome(row, verb, desk) == expected, (row.state, verb)
            for other in ("wcc.cirebon", "meja.tulungagung", "admin.cirebon", "kader.cirebon"):
                assert outcome(row, verb, cast[other]) == "not yours", (row.state, verb, other)
        offered = {line.verb for line in possible(row, desk)}
        assert offered == {verb for state, verb in CASE if state == row.state}


@pytest.mark.parametrize("who", SIDES)
def test_every_cell_of_the_referral_table_from_each_side(cast, who):
    row = Referral(
        sender_id=cast["meja.cirebon"].posting.organisation_id,
        to_id=cast["wcc.cirebon"].posting.organisation_id,
    )
    theirs = {verb for _, verb in SIDES[who]}
    for row.state in ReferralState.values:
        for verb in [*REFERRAL_VERBS, "expire"]:
            expected = "not possible" if verb in theirs else "not yours"
            expected = SIDES[who].get((row.state, verb), expected)
            assert outcome(row, verb, cast[who]) == expected, (row.state, verb)
        offered = {line.verb for line in possible(row, cast[who])}
        assert offered == {verb for state, verb in SIDES[who] if state == row.state}


def test_the_system_lets_a_referral_expire_and_does_nothing_else():
    row = Referral()
    for row.state in ReferralState.values:
        assert outcome(row, "expire", None) == SYSTEM.get((row.state, "expire"), "not possible")


def test_a_verb_that_does_not_exist_is_a_key_error(cast):
    with pytest.raises(KeyError):
        check(Case(state="new"), "explode", by=cast["meja.cirebon"])
