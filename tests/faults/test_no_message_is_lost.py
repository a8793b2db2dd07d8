"""Worker, relay, broker and database are killed while messages are written: each arrives, none is a ghost.

KILLS and MESSAGES lengthen it; `make faults` takes 200 and 10,000. A repeat after a kill between the mail server's
answer and the commit has the same message id, and the reader's mail program shows it once.
"""

import os
import random
import time
import uuid

import pytest
from django.db import transaction

from ltsa.accounts.models import User
from ltsa.notifications.actions import notify
from ltsa.notifications.models import Notification
from tests.browser.house import House

KILLS = int(os.environ.get("KILLS") or 5)
MESSAGES = int(os.environ.get("MESSAGES") or 100)
BACKLOG_SECONDS = 30  # after the last kill
PARTS = ("worker", "broker", "relay", "database")

pytestmark = [pytest.mark.faults, pytest.mark.django_db]


@pytest.fixture(scope="module")
def house(django_db_setup):
    with House("faults", parts=("relay", "worker")) as house:
        yield house


class TakenBack(Exception):
    pass


def write(count: int) -> set[uuid.UUID]:
    """As actions do: each in a transaction of its own; every tenth is rolled back and must never arrive."""
    saadah = User.objects.get(username="wcc.cirebon")
    written = set()
    for number in range(count):
        try:
            with transaction.atomic():
                (row,) = notify([saadah], "referral_received", link=f"/rujukan/{uuid.uuid4()}/")
                if number % 10 == 9:
                    raise TakenBack
            written.add(row.pk)
        except TakenBack:
            pass
    return written


def kill(house: House, part: str) -> None:
    if part == "broker":
        house.kill_broker()
        house.broker.start()
    elif part == "database":
        with house.without_database():
            pass
    else:
        house.kill(part)


def arrived(house: House) -> list[uuid.UUID]:
    return [uuid.UUID(mail["Message-ID"].strip("<>").split("@")[0]) for mail in house.mailbox.mails]


def test_no_message_is_lost_and_none_is_a_ghost(house):
    order = [PARTS[number % len(PARTS)] for number in range(KILLS)]
    random.Random(KILLS).shuffle(order)
    written: set[uuid.UUID] = set()
    for part in order:
        before = len(house.mailbox.mails)  # workers may keep pace with what is written
        with house.database():
            written |= write(max(1, MESSAGES // KILLS))
        house.until(lambda before=before: len(house.mailbox.mails) > before)
        kill(house, part)
    last = time.monotonic()
    house.until(lambda: set(arrived(house)) >= written, BACKLOG_SECONDS + KILLS)
    took = time.monotonic() - last

    with house.database():
        house.until(lambda: not Notification.objects.pending().exists(), BACKLOG_SECONDS)
        assert set(Notification.objects.values_list("pk", flat=True)) == written
        assert not Notification.objects.exclude(state="sent").exists()
    mails = arrived(house)
    assert set(mails) == written
    # Two mails can be under way when a worker or its database goes; nothing else may repeat.
    repeats, killed = len(mails) - len(written), order.count("worker") + order.count("database")
    assert repeats <= 2 * killed
    print(  # noqa: T201
        f"\n{KILLS} kills, {len(written)} messages: 0 lost, 0 ghosts, {repeats} repeated under"
        f" their id, backlog gone {took:.1f} s after the last kill"
    )
