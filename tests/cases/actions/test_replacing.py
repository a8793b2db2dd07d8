from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases import actions
from cases.models import Referral
from ltsa.timeline.models import Event
from services.models import AccessGrant

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.fixture
def offer(desk, cast):
    """Drafts the same request for the house of this person."""

    def draft(referral, who="sbmi.cirebon"):
        agreed = {"method": "signature", "expires_on": timezone.localdate() + timedelta(days=30)}
        to = cast[who].posting.organisation
        return actions.draft_reoffer(referral, to=to, consent=agreed, by=desk)

    return draft


def now(referral) -> str:
    return Referral.objects.get(pk=referral.pk).state


def told(referral) -> bool:
    return Event.objects.about(referral.pk).filter(verb="referral.reoffer").exists()


def is_let_in(referral) -> bool:
    return AccessGrant.objects.filter(subject=referral.pk, until__gt=timezone.now()).exists()


def test_the_one_before_goes_on_until_the_next_is_sent(referral, offer, desk):
    draft = offer(referral)
    assert (now(referral), told(referral)) == ("sent", False)
    actions.send_referral(draft, by=desk)
    assert (now(referral), told(referral)) == ("withdrawn", True)


def test_what_had_been_accepted_loses_sight_of_her_as_the_next_is_sent(referral, offer, desk, cast):
    taken = actions.accept_referral(referral, by=cast["wcc.cirebon"])
    draft = offer(taken)
    assert is_let_in(taken)
    actions.send_referral(draft, by=desk)
    assert not is_let_in(taken)


def test_what_is_being_served_is_not_taken_away(referral, offer, desk, cast):
    draft = offer(referral)
    taken = actions.accept_referral(referral, contact="Contoh", by=cast["wcc.cirebon"])
    begun = actions.start_referral(taken, by=cast["wcc.cirebon"])
    with pytest.raises(ValidationError) as refusal:
        actions.send_referral(draft, by=desk)
    assert "previous" in refusal.value.message_dict
    assert (now(begun), now(draft)) == ("in_progress", "draft")


def test_of_two_drafts_the_first_that_is_sent_takes_its_place(referral, offer, desk):
    first, second = offer(referral), offer(referral, "uptdppa.cirebon")
    actions.send_referral(first, by=desk)
    with pytest.raises(ValidationError):
        actions.send_referral(second, by=desk)
    assert now(second) == "draft"


def test_what_the_sender_had_taken_back_is_followed_and_nothing_else(referral, offer, desk):
    draft = offer(referral)
    actions.withdraw_referral(referral, by=desk)
    actions.send_referral(draft, by=desk)
    assert (now(draft), told(referral)) == ("sent", False)


def test_whom_a_house_refers_on_stays_with_it(make_referral, make_case, cast):
    first = make_referral(disclose=["identity", "needs"])
    actions.accept_referral(first, by=cast["wcc.cirebon"])
    own = make_case(first.case.migrant, by="wcc.cirebon")
    second = make_referral(own, to="uptdppa.cirebon", by="wcc.cirebon", disclose=["needs"])
    assert (second.previous, actions.replaced_by(second)) == (first, None)
    assert now(first) == "accepted"


def test_a_yes_that_came_after_the_draft_is_not_taken_away_unseen(referral, offer, desk, cast):
    draft = offer(referral)
    taken = actions.accept_referral(referral, by=cast["wcc.cirebon"])
    with pytest.raises(ValidationError) as refusal:
        actions.send_referral(draft, by=desk)
    assert "previous" in refusal.value.message_dict
    assert (now(taken), now(draft)) == ("accepted", "draft")
