from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases import actions
from cases.disclosure import shown_parts
from cases.models import Referral
from cases.transitions import NotPossible, NotYours
from ltsa.audit.models import Record
from ltsa.notifications.models import Notification
from services.models import AccessGrant, Consent, Migrant


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.fixture
def wcc(cast):
    return cast["wcc.cirebon"]


def spoil(draft, **values):
    Consent.objects.filter(pk=draft.consent_id).update(**values)
    return Referral.objects.get(pk=draft.pk)


def is_refused(draft, by) -> bool:
    with pytest.raises(ValidationError) as refusal:
        actions.send_referral(draft, by=by)
    draft.refresh_from_db()
    told = Notification.objects.filter(subject=draft.pk).exists()
    return "consent" in refusal.value.message_dict and draft.state == "draft" and not told


def test_rule_5_nothing_is_sent_on_a_consent_that_has_ended(make_referral, desk):
    yesterday = timezone.localdate() - timedelta(days=1)
    assert is_refused(spoil(make_referral(sent=False), expires_on=yesterday), desk)


def test_rule_5_a_consent_counts_on_its_last_day(make_referral, desk):
    assert actions.send_referral(make_referral(sent=False, days=0), by=desk).state == "sent"


def test_rule_5_nothing_is_sent_on_a_consent_that_was_withdrawn(make_referral, desk):
    assert is_refused(spoil(make_referral(sent=False), withdrawn_at=timezone.now()), desk)


def test_rule_5_nothing_is_sent_on_a_consent_for_another_recipient(cast, make_referral, desk):
    other = cast["sbmi.cirebon"].posting.organisation
    assert is_refused(spoil(make_referral(sent=False), recipient=other), desk)


def test_rule_5_nothing_is_sent_on_another_clients_consent(make_referral, make_migrant, desk):
    other = make_migrant(full_name="Lestari Andaisari")
    assert is_refused(spoil(make_referral(sent=False), migrant=other), desk)


def test_rule_5_nothing_is_sent_beyond_what_she_allowed(make_referral, desk):
    assert is_refused(spoil(make_referral(sent=False), groups=["contact", "needs"]), desk)


def test_rule_5_a_referral_without_a_consent_stays_a_draft(make_referral, desk):
    draft = make_referral(sent=False)
    Referral.objects.filter(pk=draft.pk).update(consent=None)
    assert is_refused(Referral.objects.get(pk=draft.pk), desk)


def test_rule_5_a_consent_cannot_begin_in_the_past(make_referral):
    with pytest.raises(ValidationError) as refusal:
        make_referral(sent=False, days=-1)
    assert "expires_on" in refusal.value.message_dict


def test_rule_6_the_recipient_sees_the_minimum_until_she_accepts(referral, wcc):
    assert shown_parts(referral, wcc).keys() == {"minimum"}
    assert shown_parts(referral, wcc)["minimum"].keys() == {"client_code", "age_band", "sex"}
    accepted = actions.accept_referral(referral, by=wcc)
    assert shown_parts(accepted, wcc).keys() == {"minimum", "identity", "contact", "needs"}


def test_rule_6_what_was_not_ticked_never_opens(make_referral, wcc):
    referral = actions.accept_referral(make_referral(disclose=["needs"]), by=wcc)
    assert shown_parts(referral, wcc).keys() == {"minimum", "needs"}
    client = referral.case.migrant
    assert Migrant.objects.visible_to(wcc).filter(pk=client.pk).exists()
    assert not Migrant.objects.identified_for(wcc).filter(pk=client.pk).exists()


def test_rule_6_the_page_before_accepting_names_nobody(as_user, referral):
    page = as_user("wcc.cirebon").get(f"/rujukan/{referral.pk}/").text
    assert referral.case.migrant.full_name not in page
    assert referral.case.migrant.village.name not in page
    assert "Perlu teman bicara." not in page


def test_rule_7_withdrawing_hides_everything_at_once_and_tells_the_recipient(referral, desk, wcc):
    referral = actions.accept_referral(referral, by=wcc)
    actions.withdraw_consent(referral.consent, by=desk)
    referral = Referral.objects.get(pk=referral.pk)
    assert referral.state == "expired"
    assert shown_parts(referral, wcc) == {}
    assert not Migrant.objects.visible_to(wcc).filter(pk=referral.case.migrant_id).exists()
    assert not AccessGrant.objects.current().filter(subject=referral.pk).exists()
    line = Notification.objects.filter(subject=referral.pk, user=wcc, kind="referral_withdrawn")
    assert line.exists()


def test_rule_7_a_withdrawn_consent_freezes_what_was_open(referral, desk, wcc):
    actions.withdraw_consent(referral.consent, by=desk)
    with pytest.raises((NotPossible, ValidationError)):
        actions.accept_referral(Referral.objects.get(pk=referral.pk), by=wcc)


def test_rule_7_the_consent_is_asked_at_every_read(referral, wcc):
    referral = actions.accept_referral(referral, by=wcc)
    yesterday = timezone.localdate() - timedelta(days=1)
    Consent.objects.filter(pk=referral.consent_id).update(expires_on=yesterday)
    assert shown_parts(Referral.objects.get(pk=referral.pk), wcc) == {}


def test_the_snapshot_is_what_was_sent_not_what_is_typed_later(referral, wcc):
    Migrant.objects.filter(pk=referral.case.migrant_id).update(full_name="Nama Baru")
    referral = actions.accept_referral(referral, by=wcc)
    assert shown_parts(referral, wcc)["identity"]["full_name"] == "Suharti Contohsari"


@pytest.mark.parametrize(
    ("priority", "hours"), [("emergency", 24), ("urgent", 72), ("normal", 336)]
)
def test_the_clock_runs_by_priority(make_referral, priority, hours):
    referral = make_referral(priority=priority)
    assert referral.due_at - referral.sent_at == timedelta(hours=hours)


def test_the_whole_way_from_both_sides(referral, desk, wcc):
    referral = actions.open_referral(referral, by=wcc)
    referral = actions.claim_referral(referral, by=wcc)
    assert (referral.state, referral.claimed_by) == ("sent", wcc)
    referral = actions.accept_referral(referral, by=wcc)
    referral = actions.start_referral(referral, contact="Ibu Piket", by=wcc)
    referral = actions.report_service(referral, note="Bertemu dua kali.", by=wcc)
    referral = actions.complete_referral(referral, by=desk)
    assert (referral.state, referral.answered_by) == ("completed", wcc)
    assert referral.notes.get().service == "psychosocial"


def test_service_begins_with_a_contact_person(referral, wcc):
    referral = actions.accept_referral(referral, by=wcc)
    with pytest.raises(ValidationError) as refusal:
        actions.start_referral(referral, by=wcc)
    assert "contact" in refusal.value.message_dict


def test_a_declined_referral_can_go_to_another_partner(make_referral, referral, wcc):
    declined = actions.decline_referral(referral, reason="full", note="Penuh.", by=wcc)
    assert (declined.state, declined.decline_reason) == ("declined", "full")
    assert make_referral(referral.case, to="uptdppa.cirebon").state == "sent"
    with pytest.raises(ValidationError):
        actions.decline_referral(referral, reason="because", by=wcc)


def test_returning_takes_the_client_out_of_sight(referral, wcc):
    referral = actions.accept_referral(referral, by=wcc)
    with pytest.raises(ValidationError):
        actions.return_referral(referral, reason=" ", by=wcc)
    actions.return_referral(referral, reason="Klien pindah.", by=wcc)
    assert not Migrant.objects.visible_to(wcc).filter(pk=referral.case.migrant_id).exists()


def test_the_other_side_cannot_do_my_verbs(referral, desk, wcc):
    for mine, theirs in ((actions.accept_referral, desk), (actions.withdraw_referral, wcc)):
        with pytest.raises(NotYours):
            mine(referral, by=theirs)


def test_one_open_referral_a_case_and_partner(referral, make_referral):
    with pytest.raises(ValidationError) as refusal:
        make_referral(referral.case, sent=False)
    assert "to" in refusal.value.message_dict


def test_opening_is_a_moment_and_happens_once(referral, desk, wcc):
    assert actions.open_referral(referral, by=desk).first_opened_at is None
    first = actions.open_referral(referral, by=wcc).first_opened_at
    again = actions.open_referral(Referral.objects.get(pk=referral.pk), by=wcc).first_opened_at
    assert first == again is not None


def test_what_was_shared_is_on_record_by_names_of_groups(referral, desk):
    line = Record.objects.get(verb="share", subject=referral.pk)
    assert line.by == desk
    assert set(line.fields) == {"minimum", "identity", "contact", "needs"}
