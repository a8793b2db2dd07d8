"""Whatever carries a referral breaks in turn; in the end referrals, outbox and what the mail server took are compared.

KILLS and REFERRALS lengthen it; `make faults` takes 200 and 10,000. A mail may come twice, under its one id, where the
server never said that it has it.
"""

import os
import random
import signal
import time
import uuid
from contextlib import contextmanager

import pytest
import redis
from django.db import transaction

from ltsa.accounts.models import User
from tests.browser.house import House

from .sent import send_a_referral

KILLS = int(os.environ.get("KILLS") or 8)
REFERRALS = int(os.environ.get("REFERRALS") or 40)
BACKLOG_SECONDS = 60  # after the last trouble
FORGOTTEN = """
SELECT count(*) FROM cases_referral referral WHERE state = 'sent' AND NOT EXISTS (
  SELECT FROM notifications_notification line
  WHERE line.subject = referral.id AND line.kind = 'referral_received' AND line.state = 'sent')
"""
GHOSTS = """
SELECT count(*) FROM notifications_notification line WHERE kind = 'referral_received' AND NOT EXISTS (
  SELECT FROM cases_referral referral WHERE referral.id = line.subject AND state = 'sent')
"""
DOUBLES = """
SELECT subject, user_id, kind, channel FROM notifications_notification
WHERE subject IS NOT NULL GROUP BY 1, 2, 3, 4 HAVING count(*) > 1
"""
LINES = (
    "SELECT id FROM notifications_notification WHERE state = 'sent' AND kind = 'referral_received'"
)
WRITTEN = "SELECT count(*) FROM cases_referral WHERE state = 'sent'"
A_DAY_ON = (
    "UPDATE notifications_notification SET next_attempt_at = next_attempt_at - interval '1 day'"
)

pytestmark = [pytest.mark.faults, pytest.mark.django_db]


@pytest.fixture(scope="module")
def house(django_db_setup):
    with House("network", parts=("relay", "worker")) as house:
        yield house


@contextmanager
def killed(house, name: str):
    yield
    house.kill(name)


@contextmanager
def broker_gone(house):
    """It keeps nothing on disk: what it held is lost."""
    house.kill_broker()
    yield
    house.broker.start()


@contextmanager
def broker_wiped(house):
    yield
    with redis.Redis.from_url(house.broker.url) as broker:
        broker.flushall()


@contextmanager
def broker_silent(house):
    """Its connections stay open and nobody answers."""
    house.broker.process.send_signal(signal.SIGSTOP)
    yield
    house.broker.process.send_signal(signal.SIGCONT)


@contextmanager
def database_gone(house):
    yield
    with house.without_database():
        pass


@contextmanager
def mail_slow(house):
    house.mailbox.seconds = 0.2
    before = len(house.mailbox.mails)
    yield
    house.until(lambda: len(house.mailbox.mails) > before)
    house.mailbox.seconds = 0.0


@contextmanager
def mail_refused(house):
    house.mailbox.answer = "451 4.3.0 try again later"
    before = house.mailbox.asked
    yield
    house.until(lambda: house.mailbox.asked > before)
    house.mailbox.answer = None


@contextmanager
def mail_dropped(house):
    house.mailbox.drops = 1
    yield
    house.until(lambda: not house.mailbox.drops)


TROUBLES = {
    "worker killed": lambda house: killed(house, "worker"),
    "relay killed": lambda house: killed(house, "relay"),
    "broker killed, nothing on disk": broker_gone,
    "broker wiped": broker_wiped,
    "broker silent": broker_silent,
    "connections of the database cut": database_gone,
    "mail server slow": mail_slow,
    "mail server refuses": mail_refused,
    "mail server drops the answer": mail_dropped,
}
REPEATING = {"worker killed", "connections of the database cut", "mail server drops the answer"}


class TakenBack(Exception):
    pass


def write(count: int) -> None:
    """As a desk does; after every tenth comes one that is rolled back, and must never arrive."""
    desk = User.objects.get(username="meja.cirebon")
    partner = User.objects.get(username="wcc.cirebon").posting.organisation
    for number in range(count):
        send_a_referral(desk, partner)
        if number % 10 == 0:
            try:
                with transaction.atomic():
                    send_a_referral(desk, partner)
                    raise TakenBack
            except TakenBack:
                pass


def arrived(house) -> list[uuid.UUID]:
    return [uuid.UUID(mail["Message-ID"].strip("<>").split("@")[0]) for mail in house.mailbox.mails]


def troubles() -> list[str]:
    """Each kind equally often, in an order that is the same in every run."""
    kinds = list(TROUBLES)
    count = max(KILLS, len(kinds))
    order = [kinds[number % len(kinds)] for number in range(count)]
    random.Random(count).shuffle(order)
    return order


def test_no_referral_is_forgotten(house):
    with house.database():
        before = house.sql(WRITTEN)[0][0]
    order = troubles()
    each = max(1, REFERRALS // len(order))
    for name in order:
        with TROUBLES[name](house), house.database():
            write(each)
    last = time.monotonic()
    with house.database():
        house.sql(A_DAY_ON)  # the clock jumps; what was put off is due
        pending = "SELECT FROM notifications_notification WHERE state = 'pending'"
        waiting = len(house.sql(pending))
        house.until(lambda: not house.sql(pending), BACKLOG_SECONDS + len(order))
    took = time.monotonic() - last

    mails, lines = arrived(house), {uuid.UUID(str(row)) for (row,) in house.sql(LINES)}
    written = house.sql(WRITTEN)[0][0] - before
    assert written == each * len(order)
    assert house.sql(FORGOTTEN) == house.sql(GHOSTS) == [(0,)]
    assert house.sql(DOUBLES) == []
    assert set(mails) == lines
    # Two mails are under way at most when an answer is lost; nothing else may repeat.
    repeats = len(mails) - len(lines)
    assert repeats <= 2 * sum(name in REPEATING for name in order)
    print(  # noqa: T201
        f"\n{len(order)} troubles, {written} referrals, {len(lines)} mails: 0 lost, 0 ghosts,"
        f" {repeats} repeated under their id, {waiting} waited after the last, gone in {took:.1f} s"
    )


def test_a_row_that_is_called_twenty_times_is_mailed_once(house):
    house.mailbox.seconds = 0.3  # both workers are awake while the first hands it over
    before = len(house.mailbox.mails)
    with house.database():
        desk = User.objects.get(username="meja.cirebon")
        referral = send_a_referral(
            desk, User.objects.get(username="wcc.cirebon").posting.organisation
        )
    ids = house.sql(
        "SELECT id FROM notifications_notification WHERE subject = %s", [str(referral.pk)]
    )
    for (row,) in ids * 20:
        house.sql("SELECT pg_notify('outbox', %s)", [str(row)])
    done = "SELECT FROM notifications_notification WHERE state = 'pending'"
    house.until(lambda: not house.sql(done))
    house.mailbox.seconds = 0.0
    with redis.Redis.from_url(house.broker.url) as broker:
        house.until(lambda: not broker.llen("celery"))
    assert len(house.mailbox.mails) - before == len(ids) > 0
