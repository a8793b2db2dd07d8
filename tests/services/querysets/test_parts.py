"""Rule 11: whoever is kept out of a client reads nothing that hangs on her."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from cases.models import Case, Referral
from services import actions
from services.models import (
    AccessGrant,
    Appointment,
    Consent,
    CounsellingSession,
    DocumentCheck,
    Journey,
    Migrant,
)

READ = [Migrant, CounsellingSession, Appointment, Consent, DocumentCheck, Journey, Case, Referral]


@pytest.fixture
def client(cast, make_case, make_referral):
    """One with a row of each kind, all written by the desk of Cirebon."""
    desk, tomorrow = cast["meja.cirebon"], timezone.now() + timedelta(days=1)
    migrant = make_referral(make_case(by=desk), by=desk).case.migrant
    actions.log_session(
        migrant=migrant,
        kind="legal",
        channel="phone",
        started_at=timezone.now(),
        outcome="enough",
        by=desk,
    )
    actions.plan_appointment(migrant, at=tomorrow, channel="phone", by=desk)
    seen = {"visa": {"state": "missing", "flags": [], "valid_until": None}}
    actions.check_documents(migrant, seen=seen, version=0, by=desk)
    return migrant


@pytest.mark.parametrize("model", READ)
def test_rule_11_a_conflict_of_interest_shuts_her_own_rows_too(cast, client, model):
    desk = cast["meja.cirebon"]
    assert model.objects.visible_to(desk).exists()
    AccessGrant.objects.create(
        migrant=client, user=desk, reason="conflict", deny=True, subject=uuid4()
    )
    assert not model.objects.visible_to(desk).exists()


def test_rule_11_a_meeting_without_a_client_stays_readable(cast, client):
    desk = cast["meja.cirebon"]
    told = {"kind": "information", "channel": "village_post", "outcome": "enough"}
    counts = [{"sex": "female", "phase": "before", "age_band": "25-35", "count": 9}]
    meeting = actions.log_session(started_at=timezone.now(), counts=counts, by=desk, **told)
    AccessGrant.objects.create(
        migrant=client, user=desk, reason="conflict", deny=True, subject=uuid4()
    )
    assert list(CounsellingSession.objects.visible_to(desk)) == [meeting]
