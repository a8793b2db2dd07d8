"""While a house says that it is closed, its clocks stand still (domain 5): what is due moves by the days it is closed.

Whoever sent it is told, so that she can choose another house. An emergency cannot wait: nothing of it moves, and she
hears as soon as the house is closed.
"""

from datetime import datetime, time, timedelta

from django.utils import timezone

from ltsa.clocks.actions import hold_steps, move_clock
from ltsa.clocks.models import Clock
from ltsa.organisations.models import Organisation

from .. import notices
from ..codes import ANSWER_HOURS, Priority
from ..codes.clock import CaseClock
from ..models import Referral
from ..reminders import REOFFER, supervisors, tell
from ..transitions import UNANSWERED, UNMET

Shut = list[tuple[datetime, datetime]]


def shut_times(organisation: Organisation, since: datetime) -> Shut:
    """[(from, until)] of its closures that had not ended before `since`, in their order."""
    rows = organisation.closures.filter(cancelled_at=None, ends_on__gte=timezone.localdate(since))
    return [(midnight(row.starts_on), midnight(row.ends_on + timedelta(days=1))) for row in rows]


def midnight(day) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def due_after(start: datetime, length: timedelta, shut: Shut) -> datetime:
    """When this much time of open days has passed since then."""
    moment = start
    for begins, ends in sorted(shut):
        if moment < begins:
            if moment + length <= begins:
                break
            length -= begins - moment
            moment = begins
        moment = max(moment, ends)
    return moment + length


def answer_due(referral: Referral, since: datetime) -> datetime:
    """Until when this kind of thing is waited for, from a moment on."""
    length = timedelta(hours=ANSWER_HOURS[Priority(referral.priority)])
    if referral.priority == Priority.EMERGENCY:
        return since + length
    return due_after(since, length, shut_times(referral.to, since))


def tend_closures(organisation: Organisation) -> None:
    """A closure was declared or taken back: each clock that this house makes tick follows."""
    live = Referral.objects.filter(to=organisation, state__in=(*UNANSWERED, *UNMET))
    live = live.select_related("to", "sender", "case").defer("snapshot", "needs")
    for referral in live.exclude(priority=Priority.EMERGENCY):
        _follow(referral)
    if organisation.closures.on(timezone.localdate()).exists():
        for referral in live.filter(priority=Priority.EMERGENCY, state__in=UNANSWERED):
            _propose(referral)


def _propose(referral: Referral) -> None:
    people = notices.senders(referral)
    tell(referral, people, REOFFER, or_else=supervisors(referral.sender))


def _follow(referral: Referral) -> None:
    """What is due moves; whoever sent it hears when she would wait over a day longer."""
    unanswered = referral.state in UNANSWERED
    kind = CaseClock.ANSWER if unanswered else CaseClock.CONTACT
    since = (referral.sent_at if unanswered else referral.answered_at) or timezone.now()
    due = answer_due(referral, since)
    if unanswered and due != referral.due_at:
        Referral.objects.filter(pk=referral.pk).update(due_at=due)
    before = Clock.objects.ticking().filter(kind=kind, subject=referral.pk).first()
    if before and due - before.due_at > timedelta(days=1):
        _propose(referral)
    move_clock(kind, referral, due_at=due, by=None)
    hold_steps(kind, referral, shut_times(referral.to, since))
