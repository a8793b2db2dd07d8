from datetime import timedelta

import pytest
from django.utils import timezone

from cases import actions
from cases.models import Referral

pytestmark = pytest.mark.django_db


@pytest.fixture
def declined(referral, cast):
    return actions.decline_referral(referral, reason="full", by=cast["wcc.cirebon"])


@pytest.fixture
def told(cast, referral):
    return {
        "to": cast["sbmi.cirebon"].posting.organisation_id,
        "services": referral.services,
        "priority": "urgent",
        "needs": "Perlu teman bicara.",
        "disclose": ["needs"],
        "consent_given": "on",
        "method": "signature",
        "expires_on": (timezone.localdate() + timedelta(days=20)).strftime("%d/%m/%Y"),
        "idempotency_key": "6c9f4b1e-98a5-4d9e-8d0c-4a1f5c2d7b10",
    }


def address(referral):
    return f"/rujukan/{referral.pk}/tawarkan/"


def test_the_sender_confirms_the_next_house_and_comes_to_the_new_referral(as_user, declined, told):
    desk = as_user("meja.cirebon")
    asked = desk.get(address(declined))
    assert "Perlu teman bicara." in asked.text
    assert "Cocok" in asked.text
    first, second = (desk.post(address(declined), told) for _ in range(2))
    new = Referral.objects.get(previous=declined)
    assert first.url == second.url == f"/rujukan/{new.pk}/"
    assert (new.state, new.priority, new.disclose) == ("sent", "urgent", ["needs"])


def test_sorting_the_houses_keeps_what_was_typed_and_sends_nothing(as_user, declined, told):
    shown = as_user("meja.cirebon").post(
        address(declined), told | {"needs": "Kalimat baru.", "susun": "1", "services": ["legal"]}
    )
    assert "Kalimat baru." in shown.text
    assert Referral.objects.count() == 1


def test_the_house_that_declined_is_not_offered_again(as_user, declined):
    assert str(declined.to_id) not in as_user("meja.cirebon").get(address(declined)).text


def test_whoever_may_not_offer_it_on_is_sent_away(as_user, declined, referral):
    assert as_user("wcc.cirebon").get(address(declined)).status_code in (403, 404)
    assert as_user("meja.tulungagung").get(address(declined)).status_code == 404
