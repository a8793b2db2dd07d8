"""Clocks shaped for components/clock.html and lists."""

from django.utils import timezone
from django.utils.translation import gettext as _

from .kinds import KINDS
from .words import due_text, left_text


def clock_rows(clocks) -> list[dict]:
    """[{label, due, left, tone, state, late}] for clocks that were found through their subject or visible_to."""
    now = timezone.now()
    return [_row(clock, now) for clock in clocks]


def _row(clock, now) -> dict:
    left, late = left_text(clock.due_at, clock.paused_at or clock.stopped_at or now)
    return {
        "label": KINDS[clock.kind].label if clock.kind in KINDS else clock.kind,
        "due": due_text(clock.due_at),
        "left": SAID[clock.state](clock, left),
        "tone": _tone(clock, late, now),
        "state": clock.state,
        "late": late,
    }


SAID = {
    "running": lambda clock, left: left,
    "paused": lambda clock, left: _("dijeda, %(left)s") % {"left": left},
    "stopped": lambda clock, left: clock.get_outcome_display(),
}


def _tone(clock, late: bool, now) -> str:
    """One of the tag tones of docs/look.md: quiet in the first half, then waiting, then burning."""
    if clock.stopped_at is not None or clock.paused_at is not None:
        return "neutral"
    if late:
        return "burning"
    return "waiting" if now - clock.started_at > clock.due_at - now else "neutral"
