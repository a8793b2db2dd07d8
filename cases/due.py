"""When an answer was owed: the one condition behind every answer rate, in SQL and as a Q.

A referral that ended before its due time, unanswered, blames nobody: its client or its sender took it back.
One that was let lapse and then offered on or withdrawn stays a silence, whatever its state is called.
"""

from django.db.models import F, Q
from django.db.models.functions import Coalesce

# Of `r`, a cases_referral, at %(now)s.
DUE = "(r.answered_at IS NOT NULL OR r.due_at < coalesce(r.ended_at, %(now)s))"
NEVER = "(r.answered_at IS NULL AND r.ended_at > r.due_at)"


def due(now) -> Q:
    return Q(answered_at__isnull=False) | Q(due_at__lt=Coalesce(F("ended_at"), now))
