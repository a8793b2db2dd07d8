from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from ltsa.audit.models import Record
from ltsa.timeline.models import Event
from services import actions
from services.models import Consent, ConsentProof, ConsentText, Migrant
from services.proofs import Proof

LATER = timezone.localdate() + timedelta(days=30)


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.fixture
def ask(desk, migrant):
    """`ask(purpose="contact", …)`: her answer, written down by the desk."""

    def tell(**told):
        fields = {"purpose": "contact", "method": "tick", "expires_on": LATER, "by": desk} | told
        return actions.record_consent(migrant, **fields)

    return tell


def test_who_is_registered_has_her_consent_on_record(migrant, desk):
    kept = Consent.objects.get(migrant=migrant)
    assert (kept.purpose, kept.decision, kept.method) == ("record", "given", "tick")
    assert kept.groups == ["identity", "contact", "journey"]
    assert kept.is_valid
    assert ConsentText.objects.filter(purpose="record", version=kept.text_version).exists()


def test_without_a_name_no_group_of_data_is_on_record(make_migrant):
    nameless = make_migrant(full_name="", anonymous=True)
    assert Consent.objects.get(migrant=nameless).groups == []


def test_answering_differently_later_ends_the_first_answer(migrant, desk):
    first = Consent.objects.get(migrant=migrant)
    actions.edit_migrant(migrant, version=migrant.version, by=desk, anonymous=True)
    first.refresh_from_db()
    assert first.withdrawn_at
    assert Consent.objects.valid().get(migrant=migrant).groups == []


@pytest.mark.parametrize("decision", ["refused", "later"])
def test_a_no_and_a_later_are_kept_and_open_nothing(ask, decision):
    kept = ask(decision=decision)
    assert not kept.is_valid
    assert Consent.objects.get(pk=kept.pk).decision == decision


def test_a_no_takes_back_the_yes_of_before(ask, migrant):
    yes = ask()
    ask(decision="refused")
    yes.refresh_from_db()
    assert yes.withdrawn_at
    assert not Consent.objects.valid().filter(migrant=migrant, purpose="contact").exists()


def test_the_answer_stands_on_the_timeline_and_in_the_audit(ask):
    kept = ask()
    assert Event.objects.get(subject=kept.pk).verb == "consent.record"
    assert Record.objects.get(subject=kept.pk).verb == "create"


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"expires_on": timezone.localdate() - timedelta(days=1)}, "expires_on"),
        ({"purpose": "referral"}, "recipient"),
        ({"given_by": "guardian"}, "guardian"),
        ({"given_by": "exception"}, "given_by"),
    ],
)
def test_what_is_missing_is_named(ask, told, field):
    with pytest.raises(ValidationError) as refused:
        ask(**told)
    assert field in refused.value.error_dict


def test_a_tick_lets_no_data_leave_the_house_but_is_enough_for_a_no(ask, cast):
    house = cast["sbmi.cirebon"].posting.organisation
    with pytest.raises(ValidationError):
        ask(purpose="referral", recipient=house)
    assert ask(purpose="referral", recipient=house, decision="refused").pk


def test_the_database_refuses_a_tick_that_shares(ask, cast):
    house = cast["sbmi.cirebon"].posting.organisation
    kept = ask(purpose="referral", recipient=house, method="signature")
    with pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.filter(pk=kept.pk).update(method="tick")


def test_a_supervisor_may_record_that_the_guardian_is_suspected(ask, cast):
    assert ask(given_by="exception", by=cast["supervisor.cirebon"]).given_by == "exception"


def test_the_proof_is_unreadable_in_the_table(ask):
    kept = ask(method="signature", proof=Proof(b"\xff\xd8\xff gambar", "image/jpeg"))
    stored = ConsentProof.objects.extra(select={"raw": "content"}).values_list("raw").get()[0]
    assert "gambar" not in stored
    assert stored.startswith("gAAAA")
    assert kept.proof.digest == Proof(b"\xff\xd8\xff gambar", "image/jpeg").digest


def test_rule_7_a_withdrawal_acts_at_once_whatever_way_she_says_it(ask, desk):
    kept = ask()
    actions.withdraw_consent(kept, way="phone", by=desk)
    assert not Consent.objects.get(pk=kept.pk).is_valid
    event = Event.objects.get(subject=kept.pk, verb="consent.withdraw")
    assert event.detail == {"way": "phone", "purpose": "contact"}
    assert Record.objects.get(subject=kept.pk, verb="change").reason == "phone"


def test_rule_7_withdrawing_twice_is_once(ask, desk):
    kept = ask()
    actions.withdraw_consent(kept, by=desk)
    first = Consent.objects.get(pk=kept.pk).withdrawn_at
    actions.withdraw_consent(kept, by=desk)
    assert Consent.objects.get(pk=kept.pk).withdrawn_at == first
    assert Event.objects.filter(subject=kept.pk, verb="consent.withdraw").count() == 1


def test_who_no_longer_wants_to_be_contacted_is_marked_unsafe_to_contact(make_migrant, desk):
    client = make_migrant(phone="081234567890", phone_safe="yes")
    kept = actions.record_consent(
        client, purpose="contact", method="tick", expires_on=LATER, by=desk
    )
    actions.withdraw_consent(kept, by=desk)
    assert Migrant.objects.get(pk=client.pk).phone_safe == "no"


def test_who_no_longer_wants_to_be_asked_leaves_the_list_of_follow_ups(ask, desk, migrant):
    talk = actions.log_session(
        migrant=migrant,
        kind="legal",
        channel="phone",
        started_at=timezone.now(),
        outcome="follow_up",
        follow_up_on=timezone.localdate(),
        by=desk,
    )
    actions.withdraw_consent(ask(purpose="follow_up"), by=desk)
    talk.refresh_from_db()
    assert talk.follow_up_on is None


def test_a_no_to_being_called_holds_though_there_was_no_yes_before(ask, desk, migrant):
    actions.edit_migrant(migrant, version=1, phone="081234567890", phone_safe="yes", by=desk)
    soon = timezone.now() + timedelta(days=2)
    planned = actions.plan_appointment(migrant, at=soon, channel="phone", safe_to_remind=True, by=desk)  # fmt: skip
    ask(decision="refused")
    planned.refresh_from_db()
    assert (Migrant.objects.get(pk=migrant.pk).phone_safe, planned.safe_to_remind) == ("no", False)


@pytest.mark.parametrize("said_on", ["the one that stays", "the one that goes"])
def test_what_she_takes_back_holds_for_all_her_records(desk, make_migrant, said_on):
    pair = [make_migrant(phone="081234567890", phone_safe="yes") for _n in range(2)]
    stays, goes = pair
    actions.merge_clients(goes, into=stays, reason="NIK sama", by=desk)
    soon = timezone.now() + timedelta(days=2)
    plans = [
        actions.plan_appointment(one, at=soon, channel="phone", safe_to_remind=True, by=desk)
        for one in pair
    ]
    told = {"purpose": "contact", "method": "tick", "expires_on": LATER, "by": desk}
    given = actions.record_consent(stays if said_on == "the one that stays" else goes, **told)
    actions.withdraw_consent(given, by=desk)
    for one, plan in zip(pair, plans, strict=True):
        plan.refresh_from_db()
        assert (Migrant.objects.get(pk=one.pk).phone_safe, plan.safe_to_remind) == ("no", False)


def test_a_no_ends_the_yes_that_stands_on_a_merged_record(desk, make_migrant):
    stays, goes = make_migrant(), make_migrant()
    told = {"purpose": "story", "method": "tick", "expires_on": LATER, "by": desk}
    given = actions.record_consent(goes, **told)
    actions.merge_clients(goes, into=stays, reason="NIK sama", by=desk)
    actions.record_consent(stays, decision="refused", **told)
    assert not Consent.objects.get(pk=given.pk).is_valid
