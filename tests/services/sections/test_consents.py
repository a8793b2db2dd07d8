from datetime import timedelta

import pytest
from django.utils import timezone

from services import actions
from services.models import Consent
from services.sections.consents import consents

SOON = timezone.localdate() + timedelta(days=30)


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


def test_each_answer_is_a_line_with_its_state_and_what_is_in_force_can_be_taken_back(desk, migrant):
    told = {"method": "tick", "expires_on": SOON, "by": desk}
    actions.record_consent(migrant, purpose="story", decision="later", **told)
    actions.record_consent(migrant, purpose="contact", decision="refused", **told)
    gone = actions.record_consent(migrant, purpose="follow_up", **told)
    actions.withdraw_consent(gone, by=desk)
    rows = consents(migrant, desk).rows
    assert {row["tag"] for row in rows} == {"berlaku", "nanti", "ditolak", "dicabut"}
    assert [row.get("edit_label", "") for row in rows] == ["cabut", "", "", ""]


def test_one_that_ends_soon_says_so(desk, migrant):
    Consent.objects.update(expires_on=timezone.localdate() + timedelta(days=3))
    assert consents(migrant, desk).rows[0]["tag"] == "segera berakhir"


def test_a_partner_sees_only_what_lets_her_in(cast, referral):
    partner = consents(referral.case.migrant, cast["wcc.cirebon"])
    assert [row["url"] for row in partner.rows] == [f"/persetujuan/{referral.consent_id}/"]
    assert consents(referral.case.migrant, cast["sbmi.cirebon"]).rows == []
