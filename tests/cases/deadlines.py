"""Reading the clocks of a case or a referral, and letting a step's moment come without waiting."""

from django.utils import timezone

from cases import actions
from ltsa.clocks.models import Clock, ClockStep
from ltsa.clocks.tasks import tick
from ltsa.notifications.models import Notification
from ltsa.timeline.models import Event


def clock_of(row, kind):
    return Clock.objects.ticking().filter(subject=row.pk, kind=kind).first()


def last_of(row, kind):
    return Clock.objects.filter(subject=row.pk, kind=kind).latest("started_at")


def come(row, kind, name):
    """The moment of this step has come."""
    steps = ClockStep.objects.filter(clock__subject=row.pk, clock__kind=kind, name=name)
    assert steps.filter(done_at=None).update(at=timezone.now(), try_at=timezone.now()) == 1
    tick()
    assert steps.get().result == "done"


def told(kind=None):
    lines = Notification.objects.filter(kind__startswith="clock_").order_by("created_at")
    if kind:
        lines = lines.filter(kind=kind)
    return {line.user.username for line in lines}


def verbs(row):
    return list(Event.objects.about(row.pk).values_list("verb", flat=True))


def start(case, cast):
    for verb in ("verify", "start"):
        case = actions.move_case(case, verb, by=cast["meja.cirebon"])
    return case
