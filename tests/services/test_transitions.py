import pytest

from services import transitions
from services.codes import AppointmentState, MembershipState, VisitState
from services.models import Appointment
from services.transitions import NotPossible, check, possible

TABLES = {
    AppointmentState: transitions.APPOINTMENTS,
    MembershipState: transitions.MEMBERSHIPS,
    VisitState: transitions.VISITS,
}


@pytest.mark.parametrize("states", TABLES, ids=lambda states: states.__name__)
def test_every_state_can_be_reached_and_every_verb_has_one_line(states):
    table = TABLES[states]
    verbs = [line.verb for line in table]
    assert len(verbs) == len(set(verbs))
    reached = {line.target for line in table} | {states.values[0]}
    assert reached == set(states.values)


def test_what_is_cancelled_stays_so():
    assert possible(Appointment(state="cancelled"), transitions.APPOINTMENTS) == []


def test_a_verb_is_refused_with_why():
    with pytest.raises(NotPossible):
        check(Appointment(state="kept"), transitions.APPOINTMENTS, "miss")
    with pytest.raises(KeyError):
        check(Appointment(state="kept"), transitions.APPOINTMENTS, "dance")
