"""The verbs of a case, one way for all of them."""

from django.db import transaction
from django.utils import timezone

from ..models import Case
from ..transitions import lock, move
from . import closing
from .agencies import recount_complaints
from .deadlines import entrust_case_clocks, tend_case_clocks
from .reporting import tend_report_clock

# Who does one of these with a case that nobody has, as after a hand-over, has it from then on.
TAKES_ON = ("verify", "start")


def move_case(
    case: Case,
    verb: str,
    *,
    reason: str = "",
    outcomes=None,
    note: str = "",
    alone_because: str = "",
    version=None,
    by,
) -> Case:
    """Do one of the case's verbs; `by` is None for the system.

    resolve and ask_closing take `reason` (a ClosingReason that is proposed) and `outcomes`; close takes these, a note,
    and `alone_because` where nobody else may close. What close is not told, the proposal says. Raises NotPossible,
    NotYours, Stale, ValidationError, and KeyError for a verb that does not exist.
    """
    told = {"reason": reason, "outcomes": outcomes}
    words = {"note": note, "alone_because": alone_because}
    detail: dict = {}
    with transaction.atomic():
        now = lock(case)
        before, takes_on = now.state, verb in TAKES_ON and now.owner_id is None and by is not None

        def change(row):
            done = None
            if verb == "close":
                done = closing.end(row, before, by=by, **told, **words)
            elif verb in closing.PROPOSING:
                closing.propose(row, by=by, **told)
            else:
                _set_out(row, verb, by=by)
            if takes_on:
                row.owner = by
            if row.state != before:
                row.state_since = timezone.now()
            detail.update(closing.in_codes(row, verb, done))

        moved = move(case, verb, by=by, change=change, version=version, detail=detail)
        recount_complaints(moved)
        if takes_on:
            entrust_case_clocks(moved, by=by)
            tend_report_clock(moved, by=by)
        tend_case_clocks(moved, by=by)
    return moved


def _set_out(case: Case, verb: str, *, by) -> None:
    """What the other verbs bring along. Work that goes on leaves no closing asked for."""
    if verb == "verify":
        closing.check_complainant(case)
    if verb == "start":
        case.started_at = timezone.now()
    closing.forget(case, by=by)
