"""The clock of a promised follow-up (domain 4.3): it runs until the end of the day that was promised."""

from datetime import datetime, time

from django.utils import timezone

from ltsa.clocks.actions import start_clock, stop_clock

from ..codes import SessionKind
from ..models import CounsellingSession

FOLLOW_UP = "follow_up"


def start_follow_up(session: CounsellingSession, *, by) -> None:
    """Nothing when no day was promised. That of a psychosocial conversation is its counsellor's alone."""
    if session.follow_up_on is None:
        return
    end_of_day = datetime.combine(session.follow_up_on, time(23, 59))
    start_clock(
        FOLLOW_UP,
        session,
        client=session.migrant_id,
        organisation=session.organisation,
        owner=session.by,
        private=session.kind == SessionKind.PSYCHOSOCIAL,
        due_at=timezone.make_aware(end_of_day),
        by=by,
    )


def stop_follow_up(session: CounsellingSession, *, outcome: str = "", by) -> None:
    stop_clock(FOLLOW_UP, session, outcome=outcome, by=by)
