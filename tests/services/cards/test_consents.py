from datetime import timedelta

import pytest
from django.utils import timezone

from cases.actions import expire_referral
from services import actions
from services.cards.consents import consents
from services.models import Appointment, Consent

SOON = timezone.localdate() + timedelta(days=9)


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


def codes(user) -> list[str]:
    shown = consents(user)
    return [line.text for line in shown.lines] if shown else []


def test_a_consent_that_ends_while_a_referral_needs_it_stands_on_my_day(desk, make_referral):
    referral = make_referral(days=9)
    assert codes(desk) == [referral.case.migrant.code]
    expire_referral(referral)
    assert codes(desk) == []


def test_one_that_ends_later_does_not(desk, make_referral):
    make_referral(days=60)
    assert codes(desk) == []


def test_it_stands_there_for_who_recorded_it(cast, make_referral):
    make_referral(days=9)
    assert codes(cast["supervisor.cirebon"]) == codes(cast["wcc.cirebon"]) == []


def test_an_appointment_needs_the_consent_to_be_contacted(desk, migrant):
    actions.record_consent(migrant, purpose="contact", method="tick", expires_on=SOON, by=desk)
    assert codes(desk) == []
    Appointment.objects.create(
        migrant=migrant,
        at=timezone.now() + timedelta(days=2),
        channel="phone",
        organisation=desk.posting.organisation,
        by=desk,
    )
    assert codes(desk) == [migrant.code]


def test_who_took_back_that_her_name_is_kept_waits_until_it_is_gone(desk, migrant):
    actions.withdraw_consent(Consent.objects.get(migrant=migrant), by=desk)
    assert codes(desk) == [migrant.code]
    migrant.refresh_from_db()
    actions.edit_migrant(migrant, version=migrant.version, by=desk, anonymous=True)
    assert codes(desk) == []
