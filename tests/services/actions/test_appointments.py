from datetime import timedelta

import pytest
from django.utils import timezone

from ltsa.audit.models import Record
from ltsa.timeline.models import Event
from ltsa.versions import Stale
from services import actions
from services.models import Appointment
from services.transitions import NotPossible


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.fixture
def plan(desk, migrant):
    """`plan(hours=3)`: an appointment so many hours from now, at the desk of Cirebon."""

    def make(hours=3, **fields):
        at = timezone.now() + timedelta(hours=hours)
        told = {"at": at, "channel": "phone", "by": desk} | fields
        return actions.plan_appointment(migrant, **told)

    return make


def test_planning_writes_event_and_trail(plan, migrant):
    made = plan(where="Balai desa")
    assert (made.state, made.migrant, made.version) == ("planned", migrant, 1)
    assert Event.objects.get(subject=made.pk).verb == "appointment.plan"
    assert Record.objects.filter(subject=made.pk, verb="create").exists()


def test_moving_needs_the_version_it_was_read_with(plan, desk):
    made = plan()
    later = made.at + timedelta(days=1)
    moved = actions.move_appointment(made, version=1, at=later, by=desk)
    assert (moved.at, moved.state, moved.version) == (later, "planned", 2)
    with pytest.raises(Stale):
        actions.move_appointment(made, version=1, at=later, by=desk)


@pytest.mark.parametrize(
    ("verb", "state"), [("keep", "kept"), ("miss", "missed"), ("cancel", "cancelled")]
)
def test_an_appointment_ends_once(plan, desk, verb, state):
    made = plan(hours=-1)
    assert actions.end_appointment(made, verb, by=desk).state == state
    with pytest.raises(NotPossible):
        actions.end_appointment(made, "cancel", by=desk)


def test_nobody_misses_an_hour_that_is_still_to_come(plan, desk):
    with pytest.raises(NotPossible):
        actions.end_appointment(plan(hours=1), "miss", by=desk)


def test_who_comes_late_has_come(plan, desk):
    missed = actions.end_appointment(plan(hours=-1), "miss", by=desk)
    assert actions.end_appointment(missed, "keep", by=desk).state == "kept"


def test_logging_the_conversation_keeps_the_appointment(plan, desk, migrant):
    made = plan(hours=-1)
    told = {"channel": "phone", "kind": "legal", "started_at": made.at, "outcome": "enough"}
    session = actions.log_appointment(made, by=desk, **told)
    made.refresh_from_db()
    assert (made.state, made.session, session.migrant) == ("kept", session, migrant)
    with pytest.raises(NotPossible):
        actions.log_appointment(made, by=desk, **told)
    assert migrant.sessions.count() == 1


def test_only_the_three_ends_are_verbs_of_their_own(plan, desk):
    with pytest.raises(KeyError):
        actions.end_appointment(plan(), "log", by=desk)


def test_my_day_has_what_is_near_and_what_was_missed_with_nothing_since(plan, desk):
    near, missed = plan(hours=1), actions.end_appointment(plan(hours=-30), "miss", by=desk)
    plan(hours=24 * 9)
    assert set(Appointment.objects.to_do_by(desk)) == {near}
    near.delete()
    Appointment.objects.filter(state="planned").delete()
    assert set(Appointment.objects.to_do_by(desk)) == {missed}
