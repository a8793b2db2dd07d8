from datetime import timedelta

import pytest
from django.utils import timezone

from cases import actions
from cases.models import Referral
from cases.tasks import expire_referrals, remind_drafts
from cases.transitions import NotPossible
from ltsa.notifications.models import Notification
from services.models import AccessGrant, Consent


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


def test_a_draft_is_discarded_and_a_finished_one_left_alone_when_the_consent_ends(
    cast, make_referral, referral
):
    draft = make_referral(sent=False)
    actions.decline_referral(referral, reason="full", by=cast["wcc.cirebon"])
    yesterday = timezone.localdate() - timedelta(days=1)
    Consent.objects.update(expires_on=yesterday)
    expire_referrals()
    states = set(Referral.objects.values_list("pk", "state"))
    assert states == {(draft.pk, "withdrawn"), (referral.pk, "declined")}


def test_the_author_of_a_draft_is_reminded_once_after_seven_days(cast, make_referral):
    draft = make_referral(sent=False)
    for days, reminded in ((6, 0), (8, 1), (9, 1)):
        Referral.objects.update(created_at=timezone.now() - timedelta(days=days))
        remind_drafts()
        told = Notification.objects.filter(kind="clock_reminder", subject=draft.pk)
        assert [line.user for line in told] == [cast["meja.cirebon"]] * reminded


def test_what_was_answered_while_the_list_was_read_is_not_expired(cast, referral):
    late = timezone.now() - timedelta(days=60)
    Referral.objects.filter(pk=referral.pk).update(due_at=late)
    stale = Referral.objects.get(pk=referral.pk)
    actions.accept_referral(referral, by=cast["wcc.cirebon"])
    over = Referral.objects.filter(state="sent", due_at__lt=timezone.now())
    with pytest.raises(NotPossible):
        actions.expire_referral(stale, still=lambda row: over.filter(pk=row.pk).exists())
    referral.refresh_from_db()
    assert referral.state == "accepted"
    assert AccessGrant.objects.current().filter(subject=referral.pk).exists()


@pytest.mark.parametrize(("priority", "hours"), [("emergency", 1), ("urgent", 24)])
def test_the_more_urgent_the_sooner_its_author_is_reminded_of_a_draft(
    make_referral, priority, hours
):
    draft = make_referral(sent=False, priority=priority)
    for minutes, reminded in ((hours * 60 - 5, 0), (hours * 60 + 5, 1)):
        Referral.objects.update(created_at=timezone.now() - timedelta(minutes=minutes))
        remind_drafts()
        told = Notification.objects.filter(kind="clock_reminder", subject=draft.pk)
        assert told.count() == reminded


def test_whoever_wrote_a_draft_is_told_that_its_consent_has_ended(cast, make_referral):
    draft = make_referral(sent=False)
    yesterday = timezone.localdate() - timedelta(days=1)
    Consent.objects.filter(pk=draft.consent_id).update(expires_on=yesterday)
    expire_referrals()
    told = Notification.objects.filter(kind="referral_withdrawn", subject=draft.pk)
    assert [line.user for line in told] == [cast["meja.cirebon"]]
