from datetime import timedelta

import pytest
from django.utils import timezone

from ltsa.clocks.models import Clock, ClockStep
from ltsa.clocks.tasks import tick
from ltsa.notifications.models import Notification
from ltsa.timeline.models import Event
from services.actions import correct_session, finish_follow_up, log_session, void_session

TOLD = {
    "channel": "face_to_face",
    "topics": [],
    "outcome": "follow_up",
    "summary": "",
}


@pytest.fixture
def log(migrant, cast):
    def talk(by="meja.cirebon", kind="information", days=5, **told):
        day = timezone.localdate() + timedelta(days=days) if days is not None else None
        told = TOLD | {"kind": kind, "follow_up_on": day, "started_at": timezone.now()} | told
        return log_session(migrant=migrant, by=cast[by], **told)

    return talk


def clock_of(session):
    return Clock.objects.ticking().filter(subject=session.pk).first()


def come(session, name):
    ClockStep.objects.filter(clock__subject=session.pk, name=name).update(try_at=timezone.now())
    tick()


def test_a_promised_day_starts_a_clock_and_doing_it_stops_it(log, cast):
    session = log()
    clock = clock_of(session)
    assert timezone.localtime(clock.due_at).date() == session.follow_up_on
    assert clock.owner == cast["meja.cirebon"]
    finish_follow_up(session, version=session.version, by=cast["meja.cirebon"])
    clock.refresh_from_db()
    assert (clock.state, clock.outcome) == ("stopped", "in_time")


def test_without_a_promise_there_is_no_clock(log):
    assert clock_of(log(days=None, outcome="enough")) is None


def test_another_day_is_another_clock_and_a_void_ends_it(log, cast):
    desk, session = cast["meja.cirebon"], log()
    first, day = clock_of(session), timezone.localdate() + timedelta(days=9)
    told = {"version": session.version, "reason": "Salah tanggal", "by": desk}
    session = correct_session(session, follow_up_on=day, **told)
    second = clock_of(session)
    assert second != first
    assert timezone.localtime(second.due_at).date() == day
    void_session(session, version=session.version, reason="mistake", by=desk)
    assert clock_of(session) is None


def test_the_officer_is_reminded_and_a_week_later_who_leads_the_house(log, cast):
    session = log()
    come(session, "remind")
    come(session, "escalate")
    lines = Notification.objects.filter(subject=session.pk).order_by("created_at")
    told = [(line.kind, line.user.username) for line in lines]
    assert told == [("clock_reminder", "meja.cirebon"), ("clock_late", "supervisor.cirebon")]
    assert "mendekati tenggat" in lines[0].mail_body
    verbs = Event.objects.filter(subject=session.pk).values_list("verb", flat=True)
    assert {"session.follow_up_near", "session.follow_up_late"} <= set(verbs)


def test_the_clock_of_a_psychosocial_talk_is_its_counsellors_alone(log, cast):
    session = log(by="konselor.cirebon", kind="psychosocial")
    clock = Clock.objects.filter(pk=clock_of(session).pk)
    assert clock.visible_to(cast["konselor.cirebon"]).exists()
    assert not clock.visible_to(cast["supervisor.cirebon"]).exists()
    assert not clock.visible_to(cast["meja.cirebon"]).exists()
