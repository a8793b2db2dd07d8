from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases import actions
from cases.models import Hearing, Promise
from cases.transitions import NotPossible, NotYours
from tests.cases.mediations import ask, hear, in_progress, money


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.fixture
def mediation(make_case, desk):
    return ask(in_progress(make_case(), by=desk), by=desk)


def refused(mediation, **told):
    with pytest.raises(ValidationError) as refusal:
        hear(mediation, **told)
    assert not Hearing.objects.filter(mediation=mediation).exists()
    assert not Promise.objects.exists()
    return refusal.value.message_dict


def test_an_agreement_makes_a_promise_of_each_item(mediation, desk):
    passport = {"kind": "documents", "text": "Paspor", "due_on": timezone.localdate()}
    row = hear(mediation, items=[money(), money(days=45), passport], by=desk)
    assert [one.number for one in row.promises.order_by("number")] == [1, 2, 3]
    mediation.refresh_from_db()
    assert (mediation.state, mediation.respondent_willing) == ("agreed", True)


def test_hearings_are_counted_a_meeting(mediation, desk):
    numbers = [
        hear(mediation, meeting=meeting, result="continue", by=desk).number
        for meeting in ("clarification_1", "clarification_1", "clarification_2", "mediation")
    ]
    assert numbers == [1, 2, 1, 1]


def test_a_settlement_that_sums_to_nothing_is_refused(mediation, desk):
    assert "items" in refused(mediation, items=[], by=desk)
    for amount in ("0", "-5", "0.001"):
        assert "items" in refused(mediation, items=[money(), money(amount)], by=desk)
    assert "items" in refused(mediation, items=[money() | {"amount": None}], by=desk)


@pytest.mark.parametrize(
    "wrong",
    [
        {"currency": "XXX"},
        {"kind": "gold"},
        {"kind": "documents"},
        {"kind": "documents", "amount": None, "currency": ""},
        {"due_on": timezone.localdate() - timedelta(days=1)},
        {"due_on": timezone.localdate() + timedelta(days=9999)},
    ],
)
def test_an_item_that_makes_no_sense_is_named_by_its_number(mediation, desk, wrong):
    told = refused(mediation, items=[money(), money() | wrong], by=desk)
    assert told["items"][0].startswith("Janji 2")


def test_the_second_clarification_is_kept_within_seven_days(mediation, desk):
    hear(mediation, meeting="clarification_1", result="no_agreement", by=desk)
    told = {"meeting": "clarification_2", "result": "committed", "by": desk}
    with pytest.raises(ValidationError) as refusal:
        hear(mediation, items=[money(days=8)], **told)
    assert "7 hari" in refusal.value.message_dict["items"][0]
    row = hear(mediation, items=[money(days=7)], **told)
    assert row.promises.count() == 1
    mediation.refresh_from_db()
    assert mediation.state == "hearing"


@pytest.mark.parametrize("days", [1, -1])
def test_dates_out_of_order_are_refused(mediation, desk, days):
    at = timezone.now() + timedelta(days=days)
    assert "held_at" in refused(mediation, held_at=at, items=[money()], by=desk)


def test_no_meeting_before_its_invitation_or_the_one_before(mediation, desk):
    past = timezone.now() - timedelta(days=3)
    type(mediation).objects.filter(pk=mediation.pk).update(requested_at=past)
    mediation.refresh_from_db()
    soon = timezone.now() + timedelta(days=2)
    actions.invite(mediation, meeting="mediation", meets_at=soon, place="LTSA", by=desk)
    early = timezone.now() - timedelta(hours=2)
    assert "held_at" in refused(mediation, held_at=early, items=[money()], by=desk)
    hear(mediation, result="continue", by=desk)
    with pytest.raises(ValidationError):
        hear(mediation, held_at=early, items=[money()], by=desk)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"came": False, "items": [money()]}, "respondent_came"),
        ({"result": "absent"}, "respondent_came"),
        ({"result": "committed", "items": [money()]}, "result"),
        ({"result": "continue", "items": [money()]}, "items"),
        ({"place": "  ", "items": [money()]}, "place"),
    ],
)
def test_result_attendance_and_items_fit_together(mediation, desk, told, field):
    assert field in refused(mediation, by=desk, **told)


def test_no_agreement_ends_a_mediation_and_no_clarification(mediation, desk):
    hear(mediation, meeting="clarification_1", result="no_agreement", by=desk)
    mediation.refresh_from_db()
    assert mediation.state == "hearing"
    hear(mediation, result="no_agreement", by=desk)
    mediation.refresh_from_db()
    assert (mediation.state, bool(mediation.ended_at)) == ("failed", True)
    with pytest.raises(NotPossible):
        hear(mediation, items=[money()], by=desk)


def test_who_did_not_come_is_written_down(mediation, desk):
    row = hear(mediation, meeting="clarification_1", result="absent", came=False, by=desk)
    assert not row.respondent_came
    mediation.refresh_from_db()
    assert mediation.respondent_willing is None


def test_minutes_are_signed_and_given_later(mediation, desk):
    row = hear(mediation, items=[money()], by=desk)
    told = {"signed": True, "copy_given": False, "version": row.version, "by": desk}
    assert actions.sign_minutes(row, **told).signed


def test_only_who_works_on_cases_of_the_house_signs_minutes(mediation, cast, desk):
    row = hear(mediation, items=[money()], by=desk)
    told = {"signed": True, "copy_given": True, "version": row.version}
    for who in ("admin.cirebon", "sbmi.cirebon"):
        with pytest.raises(NotYours):
            actions.sign_minutes(row, **told, by=cast[who])
    assert not Hearing.objects.get(pk=row.pk).signed
