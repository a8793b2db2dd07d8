from cases import actions
from services.models import Migrant


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
