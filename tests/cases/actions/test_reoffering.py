from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases import actions
from cases.models import Referral
from cases.transitions import NotPossible, NotYours
from ltsa.timeline.models import Event
from services.models import AccessGrant
from tests.cases.views.test_files import paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.fixture
def union(cast):
    return cast["sbmi.cirebon"].posting.organisation


@pytest.fixture
def agreed():
    return {"method": "signature", "expires_on": timezone.localdate() + timedelta(days=30)}


def test_the_same_request_goes_to_the_next_house_and_the_silent_one_is_taken_back(
    referral, desk, union, agreed
):
    following = actions.reoffer_referral(referral, to=union, consent=agreed, by=desk)
    assert (following.state, following.to, following.previous) == ("sent", union, referral)
    assert (following.needs, following.services) == (referral.needs, referral.services)
    assert Referral.objects.get(pk=referral.pk).state == "withdrawn"
    assert Event.objects.about(referral.pk).filter(verb="referral.reoffer").exists()


def test_what_was_accepted_and_never_begun_loses_its_data_when_it_is_offered_on(
    referral, desk, union, agreed, cast
):
    taken = actions.accept_referral(referral, by=cast["wcc.cirebon"])
    actions.reoffer_referral(taken, to=union, consent=agreed, by=desk)
    assert not AccessGrant.objects.filter(subject=taken.pk, until__gt=timezone.now()).exists()


def test_what_was_declined_stays_declined(referral, desk, union, agreed, cast):
    declined = actions.decline_referral(referral, reason="full", by=cast["wcc.cirebon"])
    actions.reoffer_referral(declined, to=union, consent=agreed, by=desk)
    assert Referral.objects.get(pk=referral.pk).state == "declined"


def test_rule_5_without_consent_for_the_new_house_nothing_is_changed(referral, desk, union):
    with pytest.raises(ValidationError) as refusal:
        actions.reoffer_referral(referral, to=union, by=desk)
    assert "consent" in refusal.value.message_dict
    assert Referral.objects.get().state == "sent"


def test_it_is_offered_on_once(referral, desk, union, agreed, cast):
    declined = actions.decline_referral(referral, reason="full", by=cast["wcc.cirebon"])
    actions.reoffer_referral(declined, to=union, consent=agreed, by=desk)
    clinic = cast["uptdppa.cirebon"].posting.organisation
    with pytest.raises(ValidationError):
        actions.reoffer_referral(declined, to=clinic, consent=agreed, by=desk)
    assert Referral.objects.count() == 2


def test_nobody_but_the_sender_offers_it_on_and_not_what_is_served(
    referral, desk, union, agreed, cast
):
    partner = cast["wcc.cirebon"]
    with pytest.raises(NotYours):
        actions.reoffer_referral(referral, to=union, consent=agreed, by=partner)
    taken = actions.accept_referral(referral, contact="Contoh", by=partner)
    begun = actions.start_referral(taken, by=partner)
    with pytest.raises(NotPossible):
        actions.reoffer_referral(begun, to=union, consent=agreed, by=desk)


def test_a_referral_of_another_case_is_no_previous_one(
    make_referral, make_migrant, make_case, referral
):
    with pytest.raises(ValidationError):
        make_referral(make_case(make_migrant()), previous=referral)


def test_no_file_goes_to_the_next_house_that_was_not_named(
    make_referral, case, desk, union, agreed
):
    file = actions.add_file(case, upload=paper(), kind="payslip", note="", by=desk)
    sent = make_referral(case, attachments=[file])
    following = actions.reoffer_referral(sent, to=union, consent=agreed, by=desk)
    assert not following.attachments.exists()
