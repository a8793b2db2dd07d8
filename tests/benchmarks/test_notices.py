"""`make bench`: from a commit to the start of its task, and from the click to the mail handed over, in a quiet house.

Real web server, relay, broker, worker and mail server; each referral is sent when the one before has arrived.
"""

import os
import re
import statistics
import time
from functools import partial
from threading import Event, Thread
from typing import Self

import pytest
from celery import Celery
from django.db import transaction

from cases.actions import create_referral, send_referral
from ltsa.accounts.models import User
from ltsa.accounts.tokens import create_token
from tests.browser.house import House
from tests.faults.sent import ASKED, consent_until_soon, open_a_case
from tests.faults.test_races_have_one_winner import post

from .pages import p95

SCALES = {"tiny": 3, "small": 100, "middle": 300, "full": 1_000}
TIMES = SCALES[os.environ.get("SCALE") or "tiny"]
WORD = re.compile(r"[0-9a-f-]{36}")

pytestmark = [pytest.mark.bench, pytest.mark.django_db]


@pytest.fixture(scope="module")
def house(django_db_setup):
    with House("notices", telling=True) as house:
        yield house


class Starts:
    """{id of an outbox row: when a worker began with it}, as the workers themselves tell."""

    def __init__(self, url: str) -> None:
        self.app = Celery(broker=url)
        self.heard, self.asked, self.at = Event(), {}, {}
        handlers = {
            "worker-heartbeat": lambda event: self.heard.set(),
            "task-received": self.received,
            "task-started": self.started,
        }
        self.receiver = self.app.events.Receiver(self.app.connection_for_read(), handlers=handlers)
        # In one breath: what is told while nobody listens is never told again.
        listen = partial(self.receiver.capture, limit=None, timeout=None, wakeup=False)
        self.thread = Thread(target=listen, daemon=True)

    def __enter__(self) -> Self:
        self.thread.start()
        assert self.heard.wait(60)
        return self

    def __exit__(self, *exception) -> None:
        self.receiver.should_stop = True
        self.thread.join()
        self.receiver.connection.release()

    def received(self, event) -> None:
        if found := WORD.search(event["args"]):
            self.asked[event["uuid"]] = found[0]

    def started(self, event) -> None:
        if event["uuid"] in self.asked:
            self.at.setdefault(self.asked[event["uuid"]], event["timestamp"])


@pytest.fixture
def starts(house):
    with Starts(house.broker.url) as starts:
        yield starts


@pytest.fixture
def people(house):
    with house.database():
        desk, partner = (User.objects.get(username=f"{one}.cirebon") for one in ("meja", "wcc"))
        return desk, partner.posting.organisation, create_token(desk)


def draft(desk, centre):
    told = ASKED | {"to": centre, "consent": consent_until_soon(), "by": desk}
    return create_referral(open_a_case(desk), **told)


def lines_of(house, referral) -> list[str]:
    rows = house.sql(
        "SELECT id FROM notifications_notification WHERE subject = %s AND kind = 'referral_received'",
        [str(referral.pk)],
    )
    return [str(row) for (row,) in rows]


def arrivals(house) -> dict[str, float]:
    """{id of an outbox row: when the mail server took its mail}."""
    ids = (mail["Message-ID"].strip("<>").split("@")[0] for mail in house.mailbox.mails)
    return dict(zip(ids, house.mailbox.moments, strict=False))


def shown(name: str, taken: list[float]) -> str:
    in_ms = [seconds * 1000 for seconds in taken]
    return f"{name:<36}{statistics.median(in_ms):>8.1f}{p95(in_ms):>8.1f} ms"


def test_from_commit_to_task_and_from_click_to_mail(house, starts, people, capsys):
    desk, centre, token = people
    begun, handed, clicked, answered = [], [], [], []
    for _ in range(TIMES):
        with house.database(), transaction.atomic():
            referral = send_referral(draft(desk, centre), by=desk)
            committed: list[float] = []
            transaction.on_commit(lambda at=committed: at.append(time.time()))
        rows = lines_of(house, referral)
        house.until(lambda rows=rows: set(rows) <= starts.at.keys() & arrivals(house).keys())
        begun.append(min(starts.at[row] for row in rows) - committed[0])
        handed.append(min(arrivals(house)[row] for row in rows) - committed[0])
    for _ in range(TIMES):
        with house.database():
            referral = draft(desk, centre)
        click = time.time()
        code, body = post(house, f"referrals/{referral.pk}/send/", token, {})
        answered.append(time.time() - click)
        assert (code, body["state"]) == (200, "sent")
        rows = lines_of(house, referral)
        house.until(lambda rows=rows: set(rows) <= arrivals(house).keys())
        clicked.append(min(arrivals(house)[row] for row in rows) - click)
    with capsys.disabled():
        print(f"\n{TIMES} referrals each, median and p95")
        for name, taken in {
            "commit to task start": begun,
            "commit to mail handed over": handed,
            "click to answer": answered,
            "click to mail handed over": clicked,
        }.items():
            print(shown(name, taken))
        ratio = statistics.median(clicked) / statistics.median(answered)
        print(f"mail handed over / answer of the click: {ratio:.2f}")
    assert len(begun) == len(clicked) == TIMES
