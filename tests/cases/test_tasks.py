from datetime import timedelta

import pytest
from django.utils import timezone

from cases import actions
from cases.models import Referral
from cases.tasks import expire_referrals
from services.models import Consent


@pytest.mark.parametrize("accepted", [False, True])
def test_a_referral_ends_with_its_consent(cast, referral, accepted):
    if accepted:
        actions.accept_referral(referral, by=cast["wcc.cirebon"])
    yesterday = timezone.localdate() - timedelta(days=1)
    Consent.objects.filter(pk=referral.consent_id).update(expires_on=yesterday)
    expire_referrals()
    expire_referrals()
    assert Referral.objects.get(pk=referral.pk).state == "expired"


def test_nobody_answered_for_thirty_days_past_the_deadline(referral):
    for days, state in ((29, "sent"), (31, "expired")):
        Referral.objects.update(due_at=timezone.now() - timedelta(days=days))
        expire_referrals()
        assert Referral.objects.get(pk=referral.pk).state == state


def test_a_draft_and_a_finished_one_are_left_alone(cast, make_referral, referral):
    draft = make_referral(sent=False)
    actions.decline_referral(referral, reason="full", by=cast["wcc.cirebon"])
    yesterday = timezone.localdate() - timedelta(days=1)
    Consent.objects.update(expires_on=yesterday)
    expire_referrals()
    states = set(Referral.objects.values_list("pk", "state"))
    assert states == {(draft.pk, "draft"), (referral.pk, "declined")}
