from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases import actions
from cases.disclosure import shown_parts
from cases.models import Case, Referral
from cases.transitions import NotYours
from ltsa.notifications.models import Notification
from services.models import Consent, Migrant


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


def test_sending_keeps_what_was_shared_as_its_first_version(make_referral, desk):
    draft = make_referral(sent=False)
    assert not draft.shares.exists()
    sent = actions.send_referral(draft, by=desk)
    share = sent.shares.get()
    assert (share.number, share.by, share.groups) == (1, desk, sent.disclose)
    assert share.snapshot == sent.snapshot


def test_a_later_edit_of_the_client_changes_no_version_that_was_shared(make_referral):
    sent = make_referral()
    before = sent.snapshot
    Migrant.objects.filter(pk=sent.case.migrant_id).update(full_name="Contoh Nama Lain")
    assert sent.shares.get().snapshot == Referral.objects.get(pk=sent.pk).snapshot == before


def test_owner_and_team_stay_as_they_were_when_it_was_sent(make_referral, cast):
    sent = make_referral()
    owner = sent.case.owner
    team = [member.user_id for member in sent.case.members.current()]
    Case.objects.filter(pk=sent.case_id).update(owner=cast["supervisor.cirebon"])
    sent.refresh_from_db()
    assert sent.owner_at_sending == owner
    assert sent.team_at_sending == team


def emergency(make_referral, **told):
    return make_referral(priority="emergency", **told)


def test_shared_again_the_recipient_reads_the_newer_data_and_the_older_stay_on_record(
    make_referral, cast, desk
):
    sent = actions.accept_referral(make_referral(), by=cast["wcc.cirebon"])
    again = actions.share_again(sent, needs="Butuh rumah aman malam ini.", by=desk)
    first, second = again.shares.all()
    assert (
        shown_parts(again, cast["wcc.cirebon"])["needs"]["needs"] == "Butuh rumah aman malam ini."
    )
    assert (first.snapshot, second.snapshot) == (sent.snapshot, again.snapshot)
    told = Notification.objects.filter(kind="referral_shared", subject=sent.pk)
    assert [line.user for line in told] == [cast["wcc.cirebon"]]


def test_what_has_not_changed_is_not_shared_again(make_referral, desk):
    sent = make_referral()
    with pytest.raises(ValidationError) as refusal:
        actions.share_again(sent, by=desk)
    assert "needs" in refusal.value.message_dict
    assert sent.shares.count() == 1


def test_rule_5_nothing_is_shared_again_once_the_consent_has_ended(make_referral, desk):
    sent = make_referral()
    yesterday = timezone.localdate() - timedelta(days=1)
    Consent.objects.filter(pk=sent.consent_id).update(expires_on=yesterday)
    with pytest.raises(ValidationError) as refusal:
        actions.share_again(sent, needs="Lebih banyak.", by=desk)
    assert "consent" in refusal.value.message_dict
    assert sent.shares.count() == 1


def test_the_recipient_cannot_share_what_is_the_senders(make_referral, cast):
    with pytest.raises(NotYours):
        actions.share_again(make_referral(), needs="Lain.", by=cast["wcc.cirebon"])


def test_a_phone_call_is_kept_with_who_called_and_whether_somebody_answered(make_referral, desk):
    called = actions.note_call(emergency(make_referral), result="no_answer", by=desk)
    assert (called.called_by, called.call_result, called.state) == (desk, "no_answer", "sent")
    again = actions.note_call(called, result="reached", by=desk)
    assert again.call_result == "reached"


def test_a_result_that_is_not_on_the_list_is_refused(make_referral, desk):
    with pytest.raises(ValidationError):
        actions.note_call(emergency(make_referral), result="maybe", by=desk)
