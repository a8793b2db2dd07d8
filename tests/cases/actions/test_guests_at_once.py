"""Many hands on one link at the same moment: no more than five tries, and one browser."""

import pytest

from cases.models import OutsideLink
from tests.cases.actions.test_races import at_once
from tests.cases.links import entered, linked, state, wrong

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def referral(make_referral, no_accounts):
    return make_referral(to=no_accounts)


def test_racing_pins_never_get_a_sixth_try(cast, referral):
    link, secret = linked(referral, cast["meja.cirebon"])
    results = at_once(*[lambda: entered(secret, pin=wrong(secret))] * 16)
    assert results == [None] * 16
    link.refresh_from_db()
    assert (link.wrong_pins, state(link)) == (5, "wrong_pin")
    assert link.views.filter(what="wrong_pin").count() == 5
    assert entered(secret) is None


def test_of_browsers_with_the_right_pin_one_is_let_in(cast, referral):
    _, secret = linked(referral, cast["meja.cirebon"])
    results = at_once(*[lambda: entered(secret)] * 8)
    assert sum(result is not None for result in results) == 1
    assert OutsideLink.objects.get().dead_at is None


def test_of_two_links_made_at_once_one_lives(cast, referral):
    desk = cast["meja.cirebon"]
    made = at_once(*[lambda: linked(referral, desk)] * 4)
    assert OutsideLink.objects.filter(dead_at=None).count() == 1
    assert sum(entered(secret) is not None for _, secret in made) == 1
