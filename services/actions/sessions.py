"""What can be done to conversations and meetings. Each is one transaction with its event and audit line."""

from django.db import transaction

from ltsa.audit.actions import record
from ltsa.codes import random_code
from ltsa.timeline.actions import write_event
from ltsa.versions import update_row

from ..models import Attendance, AttendanceCount, CounsellingSession, Migrant


@transaction.atomic
def log_session(
    *, migrant: Migrant | None = None, counts=(), attendees=(), service_point=None, by, **fields
) -> CounsellingSession:
    """Log one conversation or one group meeting.

    `counts`: [{sex, phase, age_band, count, disability}] and/or `attendees`: migrants, for a group. A psychosocial
    session keeps no words (domain 3.2).
    """
    posting = by.posting
    if fields.get("kind") == "psychosocial":
        fields["summary"] = ""
    session = CounsellingSession(
        code=random_code("S"),
        mode="group" if migrant is None else "individual",
        migrant=migrant,
        phase=migrant.phase if migrant else "",
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
    return session


@transaction.atomic
def finish_follow_up(session: CounsellingSession, *, version: int, by) -> CounsellingSession:
    """The promised follow-up was done: it leaves my day, the outcome stays."""
    if session.outcome == "follow_up":
        session = update_row(session, version=version, outcome="enough", follow_up_on=None)
        write_event("session.follow_up_done", session, client=session.migrant_id, by=by)
    return session
