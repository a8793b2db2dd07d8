from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases import actions
from cases.disclosure import shown_parts
from cases.models import Case, Referral
from cases.tasks import expire_referrals
from cases.transitions import NotYours
from ltsa.notifications.models import Notification
from ltsa.timeline.models import Event
from services.actions import edit_migrant
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


WHY = {"override": "life_in_danger", "override_reason": "Ia dikejar dan tidak dapat ditanya."}


@pytest.fixture
def without_consent(make_case, cast):
    """`without_consent(by="supervisor.cirebon")`: a draft that goes without her word."""

    def make(by="supervisor.cirebon", **why):
        person = cast[by]
        return actions.create_referral(
            make_case(by="meja.cirebon"),
            to=cast["wcc.cirebon"].posting.organisation,
            services=["shelter"],
            priority="emergency",
            needs="Perlu tempat aman malam ini.",
            disclose=["needs"],
            override=WHY | why,
            by=person,
        )

    return make


def test_rule_5_a_supervisor_sends_without_consent_with_a_reason_and_others_are_told(
    without_consent, cast
):
    head = cast["supervisor.cirebon"]
    sent = actions.send_referral(without_consent(), by=head)
    assert (sent.state, sent.consent, sent.override_by) == ("sent", None, head)
    told = Notification.objects.filter(kind="referral_override", subject=sent.pk)
    assert cast["ppdp.cirebon"] in [line.user for line in told]
    assert Event.objects.about(sent.pk).filter(verb="referral.override").exists()
    taken = actions.accept_referral(sent, by=cast["wcc.cirebon"])
    assert set(shown_parts(taken, cast["wcc.cirebon"])) == {"minimum", "needs"}


def test_rule_5_nobody_but_a_supervisor_goes_on_without_consent(without_consent, desk):
    with pytest.raises(NotYours):
        without_consent(by="meja.cirebon")
    with pytest.raises(NotYours):
        actions.send_referral(without_consent(), by=desk)


def test_rule_5_an_override_without_a_reason_or_any_consent_is_refused(
    without_consent, make_case, cast, desk
):
    with pytest.raises(ValidationError):
        without_consent(override_reason=" ")
    with pytest.raises(ValidationError) as refusal:
        actions.create_referral(
            make_case(by="meja.cirebon"),
            to=cast["wcc.cirebon"].posting.organisation,
            services=["shelter"],
            priority="normal",
            needs="Perlu tempat aman.",
            disclose=[],
            by=desk,
        )
    assert "consent" in refusal.value.message_dict


@pytest.mark.parametrize(("age", "open_still"), [(30, True), (31, False)])
def test_rule_5_what_went_without_consent_is_closed_after_thirty_days(
    without_consent, cast, age, open_still
):
    partner = cast["wcc.cirebon"]
    sent = actions.send_referral(without_consent(), by=cast["supervisor.cirebon"])
    taken = actions.accept_referral(sent, by=partner)
    Referral.objects.update(sent_at=timezone.now() - timedelta(days=age))
    taken.refresh_from_db()
    assert bool(shown_parts(taken, partner)) == open_still
    expire_referrals()
    assert Referral.objects.get(pk=sent.pk).state == ("accepted" if open_still else "expired")


def test_rule_6_later_edits_of_her_record_reach_the_partner_only_when_shared_again(
    cast, as_user, api, make_referral, make_migrant, make_case
):
    """The issue: later edits travel only when shared again, on her own page, in lists and by API alike."""
    told = {"full_name": "Suharti Contohsari", "phone": "+6281234567890", "phone_safe": "yes"}
    client = make_migrant(**told)
    groups = ["identity", "contact", "needs"]
    sent = actions.accept_referral(
        make_referral(make_case(client), disclose=groups), by=cast["wcc.cirebon"]
    )
    changed = {"full_name": "Wagiyem Barusari", "phone": "+6281298765432"}
    edit_migrant(client, version=client.version, by=cast["meja.cirebon"], **changed)
    wcc = as_user("wcc.cirebon")
    pages = (f"/klien/{client.pk}/", "/klien/", f"/rujukan/{sent.pk}/")
    for page in pages:
        shown = wcc.get(page).text
        assert "Suharti Contohsari" in shown, page
        assert "Wagiyem" not in shown and "5432" not in shown, page
    answer = api("wcc.cirebon").get(f"/api/v1/migrants/{client.pk}/").json()
    assert (answer["full_name"], answer["phone"][-3:]) == ("Suharti Contohsari", "890")
    asked = wcc.post(
        f"/klien/{client.pk}/tampilkan/phone/", {"field": "phone", "why": "call", "about": sent.pk}
    )
    assert "98765432" not in asked.text
    actions.share_again(Referral.objects.get(pk=sent.pk), by=cast["meja.cirebon"])
    for page in pages:
        assert "Wagiyem Barusari" in wcc.get(page).text, page


@pytest.mark.django_db
def test_a_draft_of_a_case_that_was_resolved_meanwhile_does_not_leave(make_referral, desk):
    draft = make_referral(sent=False)
    Case.objects.filter(pk=draft.case_id).update(state="resolved")
    with pytest.raises(ValidationError) as refusal:
        actions.send_referral(Referral.objects.get(pk=draft.pk), by=desk)
    assert "case" in refusal.value.message_dict
    assert Referral.objects.get(pk=draft.pk).state == "draft"
