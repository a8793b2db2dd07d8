"""Who came to a meeting, by name; and who of them wants to be spoken to afterwards."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.audit.actions import record
from ltsa.audit.reasons import RevealReason
from ltsa.timeline.actions import write_event

from ..attendance import Line
from ..models import Attendance, CounsellingSession, Migrant
from .sessions import may_correct


@transaction.atomic
def add_attendees(session: CounsellingSession, *, lines: list[Line], by) -> CounsellingSession:
    """Put these people on the list of a meeting; whoever of them is on it as a client already stays there once.

    Raises PermissionDenied when the meeting is not one's own to correct.
    """
    _check(session, by)
    # Two lists at the same moment: the second sees whom the first one added.
    CounsellingSession.objects.select_for_update(no_key=True).get(pk=session.pk)
    there = set(
        session.attendances.filter(migrant__isnull=False).values_list("migrant_id", flat=True)
    )
    fresh = [line for line in lines if line.migrant is None or line.migrant.pk not in there]
    Attendance.objects.bulk_create(
        Attendance(session=session, migrant=line.migrant, **line.fields) for line in fresh
    )
    detail = {"count": len(fresh)}
    write_event("session.attendees", session, detail=detail, by=by)
    record("change", session, fields=["attendances"], by=by)
    return session


@transaction.atomic
def remove_attendee(attendee: Attendance, *, by) -> CounsellingSession:
    """A line that was a mistake leaves the list."""
    session = attendee.session
    _check(session, by)
    attendee.delete()
    write_event("session.attendee_removed", session, by=by)
    record("change", session, fields=["attendances"], by=by)
    return session


@transaction.atomic
def link_attendee(attendee: Attendance, *, migrant: Migrant, by) -> Attendance:
    """The name on the list is this client: she is counted once from now on."""
    _check(attendee.session, by)
    attendee.migrant = migrant
    attendee.save(update_fields=["migrant"])
    write_event("session.attendee_linked", attendee.session, client=migrant.pk, by=by)
    record("change", attendee.session, fields=["attendances"], by=by)
    return attendee


@transaction.atomic
def finish_lead(attendee: Attendance, *, by) -> Attendance:
    """Somebody spoke with her: she leaves my day."""
    _check(attendee.session, by)
    if attendee.followed_up_at is None:
        attendee.followed_up_at = timezone.now()
        attendee.save(update_fields=["followed_up_at"])
        write_event("session.lead_done", attendee.session, client=attendee.migrant_id, by=by)
    return attendee


@transaction.atomic
def reveal_attendee(attendee: Attendance, *, by) -> str:
    """Her number in full, for the call that she asked for; the trail has a line. Raises PermissionDenied."""
    _check(attendee.session, by)
    if not by.can(Permission.CLIENT_REVEAL):
        raise PermissionDenied
    told = {"why": RevealReason.CALL, "reason": _("Peserta yang ingin dihubungi")}
    fields = ["attendances.phone"]
    record("reveal", attendee.session, fields=fields, about=attendee.session, by=by, **told)
    return attendee.phone


def _check(session: CounsellingSession, by) -> None:
    if not may_correct(session, by):
        raise PermissionDenied
