"""The relay on a real LISTEN: a commit wakes it, a rollback does not, and a broker that is away stops nobody."""

import base64
import json
import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from ltsa.celery import app
from ltsa.notifications import relay
from ltsa.notifications.actions import notify
from ltsa.notifications.models import Heartbeat, Notification

NOBODY = "redis://127.0.0.1:1/0"


@pytest.fixture
def no_broker(monkeypatch):
    monkeypatch.setattr(app.conf, "broker_write_url", NOBODY)
    # Celery keeps the connections of the broker that it knew.
    monkeypatch.setattr(app, "_pool", None)
    monkeypatch.setattr(app.amqp, "_producer_pool", None)


@pytest.fixture
def queued():
    """The ids that were handed to Celery; the broker of the tests has no worker, so they wait in its queue."""
    with app.connection_for_write() as broker:
        redis = broker.default_channel.client

        def ids() -> list[str]:
            # In one step: what is queued between a look and a removal would be seen by nobody.
            waiting = [json.loads(message) for message in redis.rpop("celery", 1000) or []]
            told = [json.loads(base64.b64decode(one["body"]))[0] for one in waiting]
            return [
                args[0] if args else one["headers"]["task"]
                for args, one in zip(told, waiting, strict=True)
            ]

        ids()
        yield ids


@pytest.fixture
def listening():
    """`listening()` starts a relay in a thread of its own, and waits until it has swept for the first time."""
    stop, threads = threading.Event(), []

    def run():
        try:
            relay.listen(stop)
        finally:
            connection.close()

    def start():
        thread = threading.Thread(target=run)
        thread.start()
        threads.append(thread)
        wait_for(lambda: Heartbeat.objects.filter(part="broker").exists())

    yield start
    stop.set()
    for thread in threads:
        thread.join(10)


def wait_for(true, seconds=15):
    turn = threading.Event()
    for _ in range(seconds * 20):
        if found := true():
            return found
        turn.wait(0.05)
    raise AssertionError("it never came true")


@pytest.mark.django_db(transaction=True)
def test_a_commit_wakes_the_relay_and_a_rollback_does_not(cast, queued, listening):
    listening()
    queued()
    with pytest.raises(RuntimeError), transaction.atomic():
        notify([cast["wcc.cirebon"]], "referral_received")
        raise RuntimeError
    (line,) = notify([cast["wcc.cirebon"]], "referral_received")
    woken = wait_for(lambda: set(queued()) - {"notifications.catch_up"})
    assert woken == {str(line.pk)}


def test_a_sweep_has_the_workers_catch_up_when_a_row_is_due(cast, queued):
    (line,) = notify([cast["wcc.cirebon"]], "referral_received")
    relay.sweep()
    assert set(queued()) == {"notifications.catch_up"}
    Notification.objects.filter(pk=line.pk).update(
        next_attempt_at=timezone.now() + timedelta(hours=1)
    )
    relay.sweep()
    assert queued() == []


def test_with_the_broker_away_nothing_is_lost_and_nobody_waits(cast, no_broker):
    (line,) = notify([cast["wcc.cirebon"]], "referral_received")
    assert relay.wake([line.pk]) is False
    assert relay.pulse() is False
    assert set(Heartbeat.objects.values_list("part", flat=True)) == {"relay"}
    assert Notification.objects.due().get() == line


def test_with_the_broker_away_every_save_works(as_user, no_broker, referral):
    answer = as_user("wcc.cirebon").post(f"/rujukan/{referral.pk}/accept/", {"contact": ""})
    assert answer.status_code == 302
    referral.refresh_from_db()
    assert referral.state == "accepted"
    assert Notification.objects.filter(kind="referral_accepted", state="pending").exists()
