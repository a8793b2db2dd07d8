from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases import actions
from cases.models import Case, CaseClosing, Claim, Mediation, Promise, Recovery
from cases.transitions import NotPossible, NotYours
from ltsa.timeline.models import Event
from tests.cases.mediations import ask, hear, in_progress, money, pay


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.fixture
def mediation(make_case, desk):
    return ask(in_progress(make_case(), by=desk), by=desk)


@pytest.fixture
def agreed(mediation, desk):
    """Two instalments of 9,200 HKD."""
    return list(hear(mediation, items=[money(), money(days=45)], by=desk).promises.all())


def now(row):
    return type(row).objects.get(pk=row.pk)


def overdue(promise):
    day = timezone.localdate() - timedelta(days=1)
    Promise.objects.filter(pk=promise.pk).update(due_on=day)
    return now(promise)


def test_payments_move_a_promise_by_their_sum(agreed, desk):
    first, second = agreed
    pay(first, "4000.50", by=desk)
    assert now(first).state == "partly"
    pay(first, "5199.50", by=desk)
    assert now(first).state == "kept"
    assert now(first.mediation).state == "agreed"
    pay(second, "9200", by=desk)
    assert now(first.mediation).state == "kept"
    with pytest.raises(NotPossible):
        pay(first, "1", by=desk)


def test_money_is_kept_in_its_own_currency_and_in_rupiah(agreed, desk):
    row = pay(agreed[0], "9200", rate=Decimal("2081.5555"), by=desk)
    assert (row.currency, row.rupiah) == ("HKD", Decimal("19150310.60"))


def test_another_currency_is_refused(agreed, desk):
    with pytest.raises(ValidationError) as refusal:
        pay(agreed[0], "9200", currency="IDR", by=desk)
    assert "HKD" in refusal.value.message_dict["currency"][0]


def test_more_than_is_owed_is_asked_about_first(agreed, desk):
    with pytest.raises(ValidationError) as refusal:
        pay(agreed[0], "9200.01", by=desk)
    assert "amount" in refusal.value.message_dict
    pay(agreed[0], "9200.01", more_than_owed=True, by=desk)
    assert now(agreed[0]).state == "kept"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"rate": None}, "rate"),
        ({"rate": Decimal(0)}, "rate"),
        ({"rate": Decimal("99999999999")}, "rate"),
        ({"rate_on": None}, "rate_on"),
        ({"rate_on": timezone.localdate() + timedelta(days=1)}, "rate_on"),
        ({"rate_source": " "}, "rate_source"),
        ({"received_on": timezone.localdate() + timedelta(days=1)}, "received_on"),
        ({"received_on": timezone.localdate() - timedelta(days=1)}, "received_on"),
    ],
)
def test_a_payment_that_cannot_be_is_refused(agreed, desk, wrong, field):
    with pytest.raises(ValidationError) as refusal:
        pay(agreed[0], "100", by=desk, **wrong)
    assert field in refusal.value.message_dict
    assert not Recovery.objects.exists()


def test_rupiah_needs_no_rate(mediation, desk):
    (promise,) = hear(mediation, items=[money("500000", "IDR")], by=desk).promises.all()
    today = timezone.localdate()
    row = actions.record_payment(
        promise, amount=Decimal(500000), currency="IDR", received_on=today, by=desk
    )
    assert (row.rate, row.rate_on, row.rupiah) == (1, today, 500000)


def test_a_document_is_handed_back_once(mediation, desk):
    passport = {"kind": "documents", "text": "Paspor", "due_on": timezone.localdate()}
    (promise,) = hear(mediation, items=[passport], by=desk).promises.all()
    actions.record_payment(promise, received_on=timezone.localdate(), by=desk)
    assert (now(promise).state, now(mediation).state) == ("kept", "kept")


def test_a_voided_payment_counts_no_more(agreed, desk):
    first, second = agreed
    rows = [pay(first, "9200", by=desk), pay(second, "9200", by=desk)]
    assert now(first.mediation).state == "kept"
    with pytest.raises(ValidationError):
        actions.void_recovery(rows[0], reason=" ", by=desk)
    gone = actions.void_recovery(rows[0], reason="Salah catat", by=desk)
    assert (now(first).state, now(first.mediation).state) == ("open", "agreed")
    assert actions.void_recovery(gone, reason="Lagi", by=desk).void_reason == "Salah catat"


def test_a_promise_is_broken_after_its_day_only(agreed, desk, cast):
    with pytest.raises(ValidationError) as refusal:
        actions.break_promise(agreed[0], by=desk)
    assert "sesudah" in refusal.value.message
    late = overdue(agreed[0])
    assert list(Promise.objects.late()) == [late]
    with pytest.raises(NotYours):
        actions.break_promise(late, by=cast["sbmi.cirebon"])
    actions.break_promise(late, by=desk)
    mediation = now(late.mediation)
    assert (now(late).state, mediation.state) == ("broken", "broken")
    assert mediation.advice == ["sanction", "legal_aid"]
    assert Case.objects.get(pk=mediation.case_id).state == "in_progress"
    assert Event.objects.filter(subject=mediation.case_id, verb="promise.break").exists()
    with pytest.raises(NotPossible):
        actions.break_promise(late, by=desk)


@pytest.mark.parametrize("verbs", [["monitor"], ["monitor", "resolve"]])
def test_a_broken_promise_opens_an_ended_case_again(agreed, desk, verbs):
    case = agreed[0].mediation.case
    for verb in verbs:
        case = actions.move_case(case, verb, by=desk)
    actions.break_promise(overdue(agreed[0]), by=desk)
    assert now(case).state == "reopened"
    assert Event.objects.filter(subject=case.pk, verb="case.promise_broken", by=None).exists()


def test_a_closed_case_opens_again_and_keeps_its_closing(agreed, desk, cast):
    case = agreed[0].mediation.case
    head = cast["supervisor.cirebon"]
    case = actions.move_case(case, "resolve", by=desk)
    actions.move_case(case, "close", reason="settled", outcomes=["money"], by=head)
    actions.break_promise(overdue(agreed[0]), by=desk)
    assert (now(case).state, now(case).closed_at) == ("reopened", None)
    assert CaseClosing.objects.get(case=case).reopened_at


def test_a_broken_clarification_calls_the_next_meeting_and_recommends(mediation, desk):
    told = {"result": "committed", "items": [money()], "by": desk}
    (promise,) = hear(mediation, meeting="clarification_1", **told).promises.all()
    actions.break_promise(overdue(promise), by=desk)
    assert (now(mediation).state, now(mediation).advice) == ("hearing", ["sanction", "legal_aid"])
    soon = timezone.now() + timedelta(days=2)
    actions.invite(mediation, meeting="clarification_2", meets_at=soon, place="LTSA", by=desk)


def test_a_kept_clarification_is_a_kept_mediation(mediation, desk):
    told = {"result": "committed", "items": [money()], "by": desk}
    (promise,) = hear(mediation, meeting="clarification_1", **told).promises.all()
    row = pay(promise, "9200", by=desk)
    assert now(mediation).state == "kept"
    actions.void_recovery(row, reason="Salah catat", by=desk)
    assert now(mediation).state == "hearing"


def test_what_comes_after_all_keeps_a_broken_promise(agreed, desk):
    first, second = agreed
    actions.break_promise(overdue(first), by=desk)
    pay(first, "1", by=desk)
    assert now(first).state == "broken"
    last = pay(first, "9199", by=desk)
    assert (now(first).state, now(first.mediation).state) == ("kept", "broken")
    pay(second, "9200", by=desk)
    assert now(first.mediation).state == "kept"
    actions.void_recovery(last, reason="Salah catat", by=desk)
    assert (now(first).state, now(first.mediation).state) == ("broken", "broken")


def claim_of(case, by, amount="18400", currency="HKD"):
    told = {"kind": "money", "amount": Decimal(amount), "currency": currency}
    return Claim.objects.create(case=case, added_by=by, **told)


def test_a_claim_follows_what_was_received_for_it(agreed, desk):
    first, second = agreed
    claim = claim_of(first.mediation.case, desk)
    pay(first, "9200", by=desk)
    assert now(claim).state == "partly"
    last = pay(second, "9200", by=desk)
    assert now(claim).state == "met"
    actions.void_recovery(last, reason="Salah catat", by=desk)
    assert now(claim).state == "partly"


def test_a_claim_in_another_currency_is_not_met_by_it(agreed, desk):
    case = agreed[0].mediation.case
    other = claim_of(case, desk, currency="IDR")
    with pytest.raises(ValidationError):
        pay(agreed[0], "9200", claim=other, by=desk)
    claims = [claim_of(case, desk), claim_of(case, desk)]
    assert pay(agreed[0], "9200", claim=claims[1], by=desk).claim == claims[1]


def test_money_that_came_without_a_promise(make_case, desk):
    case = in_progress(make_case(), by=desk)
    today = timezone.localdate()
    told = {"kind": "money", "amount": Decimal(3000000), "currency": "IDR", "received_on": today}
    assert actions.record_recovery(case, by=desk, **told).rupiah == 3000000
    with pytest.raises(ValidationError):
        actions.record_recovery(case, kind="documents", received_on=today, by=desk)
    with pytest.raises(ValidationError):
        actions.record_recovery(case, by=desk, **told | {"kind": "gold"})


@pytest.mark.parametrize("who", ["admin.cirebon", "sbmi.cirebon"])
def test_only_who_works_on_cases_of_the_house_writes_or_voids_what_came(agreed, cast, desk, who):
    case, other = agreed[0].mediation.case, cast[who]
    told = {"kind": "money", "amount": Decimal(3000000), "currency": "IDR"}
    with pytest.raises(NotYours):
        actions.record_recovery(case, received_on=timezone.localdate(), by=other, **told)
    with pytest.raises(NotYours):
        pay(agreed[0], "4000", by=other)
    row = actions.record_recovery(case, received_on=timezone.localdate(), by=desk, **told)
    with pytest.raises(NotYours):
        actions.void_recovery(row, reason="Salah catat", by=other)
    assert [one.voided_at for one in Recovery.objects.filter(case=case)] == [None]


cents = st.integers(1, 60_000).map(lambda n: Decimal(n) / 100)
steps = st.lists(st.tuples(st.sampled_from(["pay", "pay", "void", "break"]), cents), max_size=8)


@given(owed=cents, steps=steps)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_sums_never_lose_a_cent_and_the_state_follows(make_case, desk, owed, steps):
    mediation = ask(in_progress(make_case(), by=desk), by=desk)
    (promise,) = hear(mediation, items=[money(str(owed))], by=desk).promises.all()
    mine, broken = {}, False
    for what, amount in steps:
        state = now(promise).state
        if what == "pay" and state != "kept":
            mine[pay(promise, amount, more_than_owed=True, by=desk)] = amount
        elif what == "void" and mine:
            row = next(iter(mine))
            actions.void_recovery(row, reason="Salah catat", by=desk)
            del mine[row]
        elif what == "break" and state in ("open", "partly"):
            actions.break_promise(overdue(promise), by=desk)
            broken = True
        came = sum(mine.values())
        rows = Recovery.objects.filter(promise=promise, voided_at=None)
        assert sum(row.amount for row in rows) == came
        assert all(abs(row.rupiah - row.amount * row.rate) <= Decimal("0.005") for row in rows)
        short = "broken" if broken else "partly" if came else "open"
        assert now(promise).state == ("kept" if came >= owed else short)
        whole = {"kept": "kept", "broken": "broken"}.get(now(promise).state, "agreed")
        assert Mediation.objects.get(pk=mediation.pk).state == whole
