import pytest

from cases import actions
from cases.models import Case
from ltsa.notifications.models import Notification
from services.actions import record_consent, usual_end
from services.models import AccessGrant, Consent, Migrant


def seen(user, referral) -> bool:
    return Migrant.objects.visible_to(user).filter(pk=referral.case.migrant_id).exists()


def test_rule_7_a_withdrawn_consent_closes_the_client_of_a_live_referral(cast, referral):
    desk, partner = cast["meja.cirebon"], cast["wcc.cirebon"]
    actions.accept_referral(referral, by=partner)
    assert seen(partner, referral)
    actions.withdraw_consent(referral.consent, by=desk)
    assert not seen(partner, referral)
    referral.refresh_from_db()
    assert referral.state == "expired"


def test_rule_7_a_withdrawn_consent_closes_the_client_of_a_completed_referral_too(cast, referral):
    desk, partner = cast["meja.cirebon"], cast["wcc.cirebon"]
    actions.accept_referral(referral, contact="Ibu Contoh", by=partner)
    actions.start_referral(referral, by=partner)
    actions.report_service(referral, by=partner)
    actions.complete_referral(referral, by=desk)
    assert seen(partner, referral)
    actions.withdraw_consent(referral.consent, by=desk)
    assert not seen(partner, referral)
    referral.refresh_from_db()
    assert referral.state == "completed"


@pytest.fixture
def handed(cast, make_case):
    """A restricted case that the desk opened and gave to the women's centre."""
    case = make_case(restricted=True, types=(), account="")
    house = cast["wcc.cirebon"].posting.organisation
    actions.hand_over_case(
        case, to=house, method="signature", people=[cast["wcc.cirebon"]], by=cast["meja.cirebon"]
    )
    return Case.objects.get(pk=case.pk)


def test_rule_7_a_withdrawn_hand_over_takes_the_case_home(cast, handed):
    desk, wcc = cast["meja.cirebon"], cast["wcc.cirebon"]
    assert Case.objects.visible_to(wcc).filter(pk=handed.pk).exists()
    actions.withdraw_consent(handed.hand_over_consent, by=desk)
    assert not Case.objects.visible_to(wcc).filter(pk=handed.pk).exists()
    assert not Migrant.objects.visible_to(wcc).filter(pk=handed.migrant_id).exists()
    assert not AccessGrant.objects.current().filter(subject=handed.pk).exists()
    home = cast["supervisor.cirebon"]
    assert not Case.objects.visible_to(home).filter(pk=handed.pk).exists()
    assert Case.objects.waiting_for(home).filter(pk=handed.pk).exists()
    assert Notification.objects.filter(user=wcc, subject=handed.pk, kind="case_moved").exists()


def test_what_was_taken_home_can_be_handed_over_again(cast, handed):
    desk, wcc = cast["meja.cirebon"], cast["wcc.cirebon"]
    actions.withdraw_consent(handed.hand_over_consent, by=desk)
    again = Case.objects.to_hand_over_by(desk).get(pk=handed.pk)
    house = wcc.posting.organisation
    actions.hand_over_case(again, to=house, method="signature", people=[wcc], by=desk)
    assert Case.objects.visible_to(wcc).filter(pk=handed.pk).exists()


def test_rule_7_the_hand_over_is_taken_back_on_a_page(as_user, handed):
    desk, consent = as_user("meja.cirebon"), handed.hand_over_consent_id
    address = f"/persetujuan/{consent}/cabut/"
    assert address in desk.get(f"/klien/{handed.migrant_id}/").content.decode()
    assert desk.post(address, {"way": "phone"}).status_code == 302
    assert Consent.objects.get(pk=consent).withdrawn_at


def test_rule_1_that_a_restricted_case_went_to_the_womens_centre_is_told_to_nobody_else(
    as_user, cast, handed
):
    house = str(cast["wcc.cirebon"].posting.organisation)
    for who in ("meja.cirebon", "konselor.cirebon"):
        assert house not in as_user(who).get(f"/klien/{handed.migrant_id}/").content.decode()
    for person, sees in (("konselor", False), ("meja", True), ("supervisor", True), ("wcc", True)):
        seen = Consent.objects.visible_to(cast[f"{person}.cirebon"])
        assert seen.filter(pk=handed.hand_over_consent_id).exists() is sees, person
    page = as_user("meja.cirebon").get(f"/persetujuan/{handed.hand_over_consent_id}/")
    assert house not in page.content.decode()
    page = as_user("meja.cirebon").get(f"/persetujuan/{handed.hand_over_consent_id}/cabut/")
    assert house not in page.content.decode()


def test_a_partner_is_not_told_that_she_was_refused(cast, migrant):
    desk, union = cast["meja.cirebon"], cast["sbmi.cirebon"]
    refused = record_consent(
        migrant,
        decision="refused",
        recipient=union.posting.organisation,
        method="tick",
        expires_on=usual_end("referral"),
        by=desk,
    )
    assert not Consent.objects.visible_to(union).filter(pk=refused.pk).exists()
