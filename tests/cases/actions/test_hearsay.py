"""A house without accounts answered by phone or letter: whoever sent it writes it down."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases import actions
from cases.models import Referral
from cases.transitions import NotYours
from ltsa.timeline.models import Event
from services.models import AccessGrant

pytestmark = pytest.mark.django_db

NURSE = "Suster Contoh Wulan"


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.fixture
def outside(make_referral, no_accounts):
    return make_referral(to=no_accounts)


@pytest.fixture
def heard(desk):
    def write(referral, answer, **told):
        told = {"how": "phone", "name": NURSE, "by": desk} | told
        return actions.note_answer(referral, answer=answer, **told)

    return write


def test_a_yes_by_phone_is_an_answer_in_the_name_of_who_gave_it(outside, heard, desk):
    taken = heard(outside, "accept")
    assert (taken.state, taken.answered_by, taken.answered_outside) == ("accepted", None, NURSE)
    written = Event.objects.get(subject=outside.pk, verb="referral.note_answer")
    assert (written.by, written.detail["how"]) == (desk, "phone")


def test_a_no_keeps_its_reason_and_waits_for_the_next_house(outside, heard):
    declined = heard(outside, "decline", reason="full", how="letter")
    assert (declined.state, declined.decline_reason) == ("declined", "full")
    assert actions.heard_now(declined) == ["return", "report_service"]
    with pytest.raises(NotYours):
        heard(declined, "report_service")


def test_help_that_was_given_at_once_is_written_down_in_one_step(outside, heard):
    served = heard(outside, "report_service", note="Sudah diperiksa.")
    assert served.state == "service_given"
    report = served.notes.get(kind="service_report")
    assert (report.text, report.given_on, report.outside) == (
        "Sudah diperiksa.",
        timezone.localdate(),
        NURSE,
    )


def test_what_was_accepted_can_come_back(outside, heard):
    assert heard(heard(outside, "accept"), "return", note="Bidannya pindah.").state == "returned"


def test_rule_1_of_a_restricted_case_too_and_it_opens_her_to_nobody(
    make_case, make_referral, no_accounts, heard
):
    case = make_case(restricted=True, types=(), limits_explained=True)
    sent = make_referral(case, to=no_accounts)
    assert heard(sent, "accept").state == "accepted"
    assert not AccessGrant.objects.filter(subject=sent.pk, user__isnull=False).exists()


def test_a_house_with_accounts_answers_itself(referral, heard):
    with pytest.raises(NotYours):
        heard(referral, "accept")
    assert Referral.objects.get(pk=referral.pk).state == "sent"


def test_nobody_but_the_sender_writes_it_down(outside, heard, cast):
    for who in ("sbmi.cirebon", "meja.tulungagung", "admin.cirebon"):
        with pytest.raises(NotYours):
            heard(outside, "accept", by=cast[who])


@pytest.mark.parametrize(
    ("answer", "told", "field"),
    [
        ("return", {}, "answer"),
        ("accept", {"how": "dream"}, "how"),
        ("accept", {"name": " "}, "name"),
        ("decline", {"reason": ""}, "reason"),
        ("decline", {"reason": "other"}, "note"),
    ],
)
def test_it_says_what_is_missing_and_writes_nothing(outside, heard, answer, told, field):
    with pytest.raises(ValidationError) as refusal:
        heard(outside, answer, **told)
    assert field in refusal.value.message_dict
    assert Referral.objects.get(pk=outside.pk).state == "sent"


def test_rule_7_after_she_took_her_consent_back_no_yes_is_written_down(outside, heard, desk):
    actions.withdraw_consent(outside.consent, by=desk)
    with pytest.raises(NotYours):
        heard(Referral.objects.get(pk=outside.pk), "accept")
