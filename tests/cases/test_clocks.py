"""What the private clocks say: to whom, and that it is nothing."""

import pytest

from cases.reporting import CLOCK as TPKS_REPORT
from ltsa.clocks.kinds import KINDS
from ltsa.clocks.models import Clock
from ltsa.notifications.models import Notification
from tests.cases.survivors import YES_RAPE, incident

STEPS = ("day", "two_days", "last_hours", "due")


@pytest.mark.parametrize("name", STEPS)
def test_rule_4_each_step_tells_the_worker_and_her_supervisor_and_says_nothing(
    told, wcc, head, name
):
    incident(told, wcc, answers=YES_RAPE)
    clock = Clock.objects.get(kind=TPKS_REPORT, subject=told.pk)
    step = clock.steps.get(name=name)
    before = set(Notification.objects.values_list("pk", flat=True))
    KINDS[TPKS_REPORT].step(name, "").act(clock, step)
    new = Notification.objects.exclude(pk__in=before)
    assert {line.user for line in new} == {wcc, head}
    for line in new:
        for word in ("polisi", "lapor", "kekerasan", "Lestari", "TPKS"):
            assert word not in line.mail_body + line.mail_subject + line.get_kind_display()


def test_its_steps_stand_at_24_48_66_and_72_hours(told, wcc):
    incident(told, wcc, answers=YES_RAPE)
    clock = Clock.objects.get(kind=TPKS_REPORT, subject=told.pk)
    hours = [(step.at - clock.started_at).total_seconds() / 3600 for step in clock.steps.all()]
    assert hours == [24, 48, 66, 72]
