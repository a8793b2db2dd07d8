"""The clocks between two houses (domain 5): they remind, escalate, and at last propose another house."""

from datetime import timedelta

from ltsa.accounts.models import User
from ltsa.clocks.kinds import Step, days, hours, kind, workdays
from ltsa.organisations.told import ACCESS_SUSPENDED, CLOSURES_CHANGED

from .. import notices
from ..actions.closures import tend_closures
from ..actions.suspensions import tend_suspension
from ..codes import ANSWER_HOURS
from ..codes.clock import CaseClock
from ..models import Referral
from ..reminders import LATE, REMINDER, REOFFER, supervisors, tell
from .events import write

CLOSURES_CHANGED.append(tend_closures)
ACCESS_SUSPENDED.append(tend_suspension)


def _referral_of(clock) -> Referral:
    found = Referral.objects.select_related("sender", "to", "case__organisation")
    return found.defer("snapshot", "needs").get(pk=clock.subject)


def _call_first(clock, step) -> None:
    referral = _referral_of(clock)
    if referral.called_at is not None:  # it was done, and stands on the timeline
        return
    tell(referral, notices.senders(referral), REMINDER, due_at=clock.due_at)
    write(clock, step, referral)


def _remind_recipient(clock, step) -> None:
    """Whoever took it or answered; before that those who are on duty."""
    referral = _referral_of(clock)
    hers = User.objects.filter(pk__in={referral.claimed_by_id, referral.answered_by_id} - {None})
    everybody = notices.alerted(referral)
    tell(referral, hers.distinct() if hers else everybody, REMINDER, or_else=everybody)
    write(clock, step, referral)


def _late_on_both_sides(clock, step) -> None:
    referral = _referral_of(clock)
    tell(referral, supervisors(referral.sender), LATE, or_else=notices.senders(referral))
    tell(referral, supervisors(referral.to), LATE, or_else=notices.answerers(referral.to))
    write(clock, step, referral)


def _late_for_sender(clock, step) -> None:
    referral = _referral_of(clock)
    tell(referral, supervisors(referral.sender), LATE, or_else=notices.senders(referral))
    write(clock, step, referral)


def _propose_another(clock, step) -> None:
    """Nobody answered, or nobody called her: the sender asks her whether she agrees to the next house."""
    referral = _referral_of(clock)
    tell(referral, notices.senders(referral), REOFFER, or_else=supervisors(referral.sender))
    write(clock, step, referral)


def _remind_sender(clock, step) -> None:
    referral = _referral_of(clock)
    tell(referral, notices.senders(referral), REMINDER, or_else=supervisors(referral.sender))
    write(clock, step, referral)


LIMITS = {str(priority): hours(length) for priority, length in ANSWER_HOURS.items()}
ESCALATE = Step("late", _late_on_both_sides, share=1)
HALF = Step("remind", _remind_recipient, share=0.5)
PROPOSE = {
    priority: Step("reoffer", _propose_another, past=past)
    for priority, past in {
        "emergency": hours(4),
        "urgent": hours(24),
        "normal": workdays(3),
    }.items()
}
kind(
    CaseClock.ANSWER,
    CaseClock.ANSWER.label,
    limit=LIMITS,
    steps={
        "emergency": (
            Step("call", _call_first, after=hours(1)),
            Step("remind", _remind_recipient, after=hours(12)),
            ESCALATE,
            PROPOSE["emergency"],
        ),
        "urgent": (
            Step("remind", _remind_recipient, after=hours(24)),
            ESCALATE,
            PROPOSE["urgent"],
        ),
        "normal": (
            Step("remind", _remind_recipient, after=workdays(3)),
            ESCALATE,
            PROPOSE["normal"],
        ),
    },
)
# A yes after which nobody calls her is as silent as no answer.
kind(
    CaseClock.CONTACT,
    CaseClock.CONTACT.label,
    limit=LIMITS,
    steps={priority: (HALF, ESCALATE, propose) for priority, propose in PROPOSE.items()},
)
# The sender never waits in silence: whoever serves says how it goes, also that nothing has changed. After a second
# period without a word her supervisor hears once more: time to call them, or to withdraw.
PERIODS = {"emergency": days(7), "urgent": days(7), "normal": days(14)}
kind(
    CaseClock.NEWS,
    CaseClock.NEWS.label,
    limit=PERIODS,
    steps={
        priority: (
            Step("remind", _remind_recipient, before=timedelta(days=1)),
            Step("late", _late_on_both_sides, past=workdays(3)),
            Step("silent", _late_for_sender, past=period),
        )
        for priority, period in PERIODS.items()
    },
)
kind(
    CaseClock.CLOSING,
    CaseClock.CLOSING.label,
    limit=days(7),
    steps=(
        Step("remind", _remind_sender, share=1),
        Step("late", _late_for_sender, past=days(7)),
    ),
)
