"""An emergency at night: the only one who worked on it is gone, and its clock does not wait for a successor."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases.models import Case
from ltsa.accounts.models import Duty, User
from ltsa.clocks.models import Clock
from ltsa.clocks.tasks import do_batch
from ltsa.notifications.models import Notification


@pytest.fixture
def emergency(cast, make_case, make_migrant):
    wcc = cast["wcc.cirebon"]
    told = {"restricted": True, "types": (), "priority": "emergency"}
    return make_case(make_migrant(by=wcc), by=wcc, **told)


def pass_hours(monkeypatch, number: float) -> None:
    later = timezone.now() + timedelta(hours=number)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    do_batch(float("inf"))


def told(person, case) -> int:
    return Notification.objects.filter(user=person, subject=case.pk).count()


def test_the_clock_runs_on_and_somebody_takes_it_on(cast, emergency, as_user, monkeypatch):
    wcc, head = cast["wcc.cirebon"], cast["supervisor.wcc.cirebon"]
    answer = as_user(head).post(f"/kelola/orang/{wcc.pk}/nonaktif/", {})
    assert answer.status_code == 302
    assert not User.objects.get(pk=wcc.pk).is_active
    clock = Clock.objects.ticking().get(subject=emergency.pk, kind="case_take_on")
    assert clock.due_at - clock.started_at == timedelta(hours=1)
    assert not told(head, emergency)  # she did it herself, and reads it on her day
    assert emergency.code in as_user(head).get("/beranda/").content.decode()
    pass_hours(monkeypatch, 1.1)
    assert told(head, emergency)
    client = as_user(head)
    assert emergency.code in client.get("/kasus/menunggu/").content.decode()
    client.post(f"/kasus/{emergency.pk}/tangani/")
    assert Case.objects.get(pk=emergency.pk).owner == head
    assert not Clock.objects.ticking().filter(subject=emergency.pk, kind="case_take_on").exists()


def test_when_nobody_takes_it_on_somebody_outside_names_one(cast, emergency, as_user, monkeypatch):
    wcc, head, officer = cast["wcc.cirebon"], cast["supervisor.wcc.cirebon"], cast["ppdp.cirebon"]
    today = timezone.localdate()
    Duty.objects.create(
        organisation=head.posting.organisation,
        user=head,
        starts_on=today,
        ends_on=today + timedelta(days=1),
        added_by=head,
    )
    as_user(head).post(f"/kelola/orang/{wcc.pk}/nonaktif/", {})
    assert not told(officer, emergency)
    pass_hours(monkeypatch, 1.1)
    assert not told(officer, emergency)
    pass_hours(monkeypatch, 2.1)
    assert told(officer, emergency)
    as_user(officer).post(f"/kasus/{emergency.pk}/tunjuk/", {"to": head.pk})
    assert Case.objects.get(pk=emergency.pk).owner == head
