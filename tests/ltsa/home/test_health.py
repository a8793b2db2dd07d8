from datetime import timedelta

import pytest
from django.utils import timezone

from ltsa.home.health import PARTS, SEEN_WITHIN
from ltsa.notifications.actions import beat, notify
from ltsa.notifications.models import Heartbeat, Notification


@pytest.fixture
def alive(db):
    for part in PARTS:
        beat(part)


def test_all_is_well(client, alive):
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json() == {"database": True, **dict.fromkeys(PARTS, True), "oldest_pending_seconds": 0, "degraded": False}  # fmt: skip


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_fell_silent_is_named_and_the_page_stays_200(client, alive, part):
    silent = timezone.now() - SEEN_WITHIN - timedelta(seconds=1)
    Heartbeat.objects.filter(part=part).update(at=silent)
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()["degraded"], answer.json()[part]) == (200, True, False)  # fmt: skip


def test_it_says_how_long_the_oldest_mail_waits_and_names_nobody(client, cast, alive):
    notify([cast["wcc.cirebon"]], "referral_received", link="/rujukan/1/")
    Notification.objects.update(created_at=timezone.now() - timedelta(seconds=90))
    answer = client.get("/healthz")
    assert 89 <= answer.json()["oldest_pending_seconds"] <= 120
    assert "cirebon" not in answer.text
