"""Workers are killed while steps are done, and the broker goes and comes back: each step's effect is there once.

CLOCKS and KILLS lengthen it.
"""

import os
import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from ltsa.accounts.models import User
from ltsa.areas.models import Area
from ltsa.clocks.actions import start_clock
from ltsa.clocks.models import ClockStep
from ltsa.notifications.models import Notification
from tests.browser.house import House
from villages.models import VillageRequest

CLOCKS = int(os.environ.get("CLOCKS") or 40)
DEATHS = min(int(os.environ.get("KILLS") or 1), 3)  # each costs half a minute
SLOW = """
CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.1); RETURN NEW; END $$;
CREATE TRIGGER slow AFTER INSERT ON timeline_event FOR EACH ROW
  WHEN (NEW.verb LIKE 'village_request.call%') EXECUTE FUNCTION slow();
"""

pytestmark = [pytest.mark.faults, pytest.mark.django_db]


@pytest.fixture(scope="module")
def house(django_db_setup):
    with House("clocks", parts=("relay", "worker", "beat")) as house:
        house.sql(SLOW)
        yield house


def overdue_calls(count: int) -> list[VillageRequest]:
    """Families that nobody called: both steps of each clock are due."""
    kader = User.objects.get(username="kader.cirebon")
    now, requests = timezone.now(), []
    for _ in range(count):
        request = VillageRequest.objects.create(
            code=f"C{uuid.uuid4().hex[:12]}",
            village=kader.posting.village,
            district=Area.objects.get(pk=kader.posting.village_id[:5]),
            reporter_name="Suharti Contohsari",
            relation="parent",
            phone_safe="yes",
            needs="Contoh",
            consent="voice",
            created_by=kader,
            call_due_at=now,
        )
        start_clock("village_call", request, district=request.district, by=kader)
        requests.append(request)
    ids = [request.pk for request in requests]
    steps = ClockStep.objects.filter(clock__subject__in=ids)
    steps.filter(name="remind").update(at=now - timedelta(hours=2), try_at=now)
    steps.filter(name="escalate").update(at=now - timedelta(hours=1), try_at=now)
    return requests


def done(requests) -> int:
    ids = [request.pk for request in requests]
    return ClockStep.objects.filter(clock__subject__in=ids, result="done").count()


def told(requests) -> list[tuple]:
    """(subject, kind, user) of every line that the steps wrote."""
    ids = [request.pk for request in requests]
    lines = Notification.objects.filter(subject__in=ids, kind__startswith="clock_")
    return list(lines.values_list("subject", "kind", "user"))


def check_each_once(house, requests) -> None:
    lines = told(requests)
    assert len(lines) == len(set(lines))
    assert {line[:2] for line in lines} == {
        (request.pk, kind) for request in requests for kind in ("clock_reminder", "clock_late")
    }
    events = house.sql(
        "SELECT subject, verb, count(*) FROM timeline_event"
        " WHERE verb LIKE 'village_request.call%%' GROUP BY 1, 2 HAVING count(*) > 1"
    )
    assert events == []


def test_each_step_is_done_once_whoever_dies(house):
    with house.database():
        requests = overdue_calls(CLOCKS)
        for _ in range(DEATHS):
            seen = done(requests)
            house.until(lambda seen=seen: done(requests) > seen, 90)
            assert done(requests) < 2 * CLOCKS, "too quick to be killed: give it more clocks"
            house.kill("worker")  # every step takes 0.1 s: it dies in the middle of one
        house.until(lambda: done(requests) == 2 * CLOCKS, 120)
        check_each_once(house, requests)


def test_steps_wait_while_the_broker_is_away(house):
    with house.database():
        house.kill_broker()
        requests = overdue_calls(3)
        assert done(requests) == 0
        house.broker.start()
        house.until(lambda: done(requests) == 6, 120)
        check_each_once(house, requests)
