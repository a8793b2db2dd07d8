"""What can be done to conversations and meetings. Each is one transaction with its event and audit line."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.audit.actions import record
from ltsa.codes import random_code
from ltsa.timeline.actions import write_event
from ltsa.versions import update_row

from ..models import (
    Attendance,
    AttendanceCount,
    CounsellingSession,
    Migrant,
    PsychosocialCourse,
)
from .follow_ups import start_follow_up, stop_follow_up


@transaction.atomic
def log_session(
    *,
    migrant: Migrant | None = None,
    unrecorded: bool = False,
    counts=(),
    attendees=(),
    service_point=None,
    by,
    **fields,
) -> CounsellingSession:
    """Log one conversation or one group meeting.

    `counts`: [{sex, phase, age_band, count, disability}] and/or `attendees`: migrants, for a group. An `unrecorded`
    conversation is with somebody who wants no record at all: one cell of one. A psychosocial session keeps no words
    (domain 3.2).
    """
    posting = by.posting
    if fields.get("kind") == "psychosocial":
        fields["summary"] = ""
        fields["course"] = PsychosocialCourse.objects.running(migrant, by)
    phase = migrant.phase if migrant else ""
    session = CounsellingSession(
        code=random_code("S"),
        mode="individual" if migrant or unrecorded else "group",
        migrant=migrant,
        unrecorded=unrecorded,
        phase=counts[0]["phase"] if unrecorded else phase,
        organisation=posting.organisation,
        service_point=service_point or posting.service_point,
        district_id=posting.district_id,
        by=by,
        **fields,
    )
    session.save(force_insert=True)
    AttendanceCount.objects.bulk_create(AttendanceCount(session=session, **row) for row in counts)
    Attendance.objects.bulk_create(
        Attendance(session=session, migrant=attendee) for attendee in attendees
    )
    write_event(
        "session.log",
        session,
        client=migrant.pk if migrant else None,
        detail={"kind": session.kind},
        by=by,
    )
    record("create", session, by=by)
    start_follow_up(session, by=by)
    return session


@transaction.atomic
def finish_follow_up(session: CounsellingSession, *, version: int, by) -> CounsellingSession:
    """The promised follow-up was done: it leaves my day, the outcome stays."""
    if session.outcome == "follow_up" and session.voided_at is None:
        session = update_row(session, version=version, outcome="enough", follow_up_on=None)
        stop_follow_up(session, by=by)
        write_event("session.follow_up_done", session, client=session.migrant_id, by=by)
    return session


def may_correct(session: CounsellingSession, user) -> bool:
    """Whoever wrote it, and the supervisor of that house; what was voided stays as it is."""
    own = session.by_id == user.pk or user.can(Permission.OWN_ORGANISATION_SEE)
    here = session.organisation_id == user.posting.organisation_id
    return own and here and user.can(Permission.SESSION_CREATE) and session.voided_at is None


def _check_may_correct(session: CounsellingSession, by) -> None:
    if not may_correct(session, by):
        raise PermissionDenied


@transaction.atomic
def correct_session(
    session: CounsellingSession, *, version: int, reason: str, by, **fields
) -> CounsellingSession:
    """Put right what was written down; the values before stay in the history.

    Raises PermissionDenied, ValidationError without a reason, ltsa.versions.Stale.
    """
    _check_may_correct(session, by)
    if not reason.strip():
        raise ValidationError({"reason": _("Tulis apa yang keliru.")})
    kind = fields.get("kind", session.kind)
    if session.course_id and kind != "psychosocial":
        raise ValidationError({"kind": _("Sesi ini bagian dari pendampingan psikososial.")})
    if kind == "psychosocial":
        fields["summary"] = ""
    changed = sorted(name for name, value in fields.items() if getattr(session, name) != value)
    session = update_row(session, version=version, **fields)
    if "follow_up_on" in changed:
        stop_follow_up(session, outcome="dropped", by=by)
        start_follow_up(session, by=by)
    detail = {"fields": changed}
    write_event("session.correct", session, client=session.migrant_id, detail=detail, by=by)
    record("change", session, fields=changed, reason=reason, by=by)
    return session


@transaction.atomic
def void_session(
    session: CounsellingSession, *, version: int, reason: str, note: str = "", by
) -> CounsellingSession:
    """It does not count any more, and stays to be seen with who, when and why. `reason`: a VoidReason.

    Final: what did happen is logged anew. Raises PermissionDenied, ltsa.versions.Stale.
    """
    _check_may_correct(session, by)
    why = f"{reason}: {note}" if note else reason
    session = update_row(
        session, version=version, voided_at=timezone.now(), voided_by=by, void_reason=why[:200]
    )
    stop_follow_up(session, outcome="dropped", by=by)
    detail = {"reason": str(reason)}
    write_event("session.void", session, client=session.migrant_id, detail=detail, by=by)
    record("change", session, fields=["voided_at"], reason=str(reason), by=by)
    return session
