"""What can be done to appointments. Each is one transaction with its event and audit line."""

from django.db import transaction
from django.utils import timezone

from ltsa.audit.actions import record
from ltsa.timeline.actions import write_event

from ..models import Appointment, CounsellingSession, Migrant
from ..transitions import APPOINTMENTS, NotPossible, move
from .sessions import log_session

ENDINGS = ("keep", "miss", "cancel")


@transaction.atomic
def plan_appointment(migrant: Migrant, *, by, **fields) -> Appointment:
    """She will be seen by this officer. `fields`: at, channel, where, safe_to_remind."""
    posting = by.posting
    appointment = Appointment.objects.create(
        migrant=migrant,
        organisation=posting.organisation,
        service_point=posting.service_point,
        by=by,
        **fields,
    )
    write_event("appointment.plan", appointment, client=migrant.pk, by=by)
    record("create", appointment, by=by)
    return appointment


@transaction.atomic
def move_appointment(appointment: Appointment, *, version: int, by, **fields) -> Appointment:
    """Another hour, way or place. Raises NotPossible once it is over, Stale when someone else saved meanwhile."""
    appointment = _move(appointment, "move", version=version, by=by, **fields)
    record("change", appointment, fields=sorted(fields), by=by)
    return appointment


@transaction.atomic
def end_appointment(appointment: Appointment, verb: str, *, by) -> Appointment:
    """keep, miss or cancel. Raises KeyError for another verb, NotPossible; nobody has missed an hour to come."""
    if verb not in ENDINGS:
        raise KeyError(verb)
    if verb == "miss" and appointment.at > timezone.now():
        raise NotPossible(appointment, verb)
    appointment = _move(appointment, verb, by=by)
    record("change", appointment, fields=["state"], by=by)
    return appointment


@transaction.atomic
def link_session(appointment: Appointment, session: CounsellingSession, *, by) -> Appointment:
    """This conversation is what the appointment was for. Raises NotPossible when another one is already."""
    if appointment.session_id is not None:
        raise NotPossible(appointment, "log")
    return _move(appointment, "log", by=by, session=session)


@transaction.atomic
def log_appointment(appointment: Appointment, *, by, **fields) -> CounsellingSession:
    """Log the conversation of an appointment, which is kept by it. `fields` as services.actions.log_session has them."""
    locked = Appointment.objects.select_for_update(of=("self",)).get(pk=appointment.pk)
    session = log_session(migrant=appointment.migrant, by=by, **fields)
    link_session(locked, session, by=by)
    return session


def _move(appointment: Appointment, verb: str, *, by, **changes) -> Appointment:
    client = appointment.migrant_id
    return move(
        appointment, APPOINTMENTS, verb, noun="appointment", client=client, by=by, **changes
    )
