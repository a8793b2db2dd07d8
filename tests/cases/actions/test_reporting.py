from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases import actions
from cases.models import CaseType, ReportDecision
from cases.reporting import CLOCK
from cases.transitions import NotYours
from ltsa.clocks.models import Clock
from ltsa.notifications.models import Notification
from ltsa.organisations.models import Organisation
from tests.cases.survivors import NO, YES_RAPE, incident


def clock_of(case):
    return Clock.objects.ticking().about(case.pk).filter(kind=CLOCK).first()


def bind(case, value):
    Organisation.objects.filter(pk=case.organisation_id).update(reports_violence=value)
    case.organisation.refresh_from_db()


@pytest.mark.parametrize("bound", [True, None])
def test_the_clock_starts_with_the_first_act_of_sexual_violence(told, wcc, head, bound):
    bind(told, bound)
    incident(told, wcc, answers=NO | {"physical": "yes"})
    assert clock_of(told) is None
    incident(told, wcc, answers=YES_RAPE)
    clock = clock_of(told)
    assert clock.due_at - clock.started_at == timedelta(hours=72)
    assert clock.private
    assert clock.owner == wcc
    assert clock.named == [head.pk]


def test_no_clock_runs_in_a_house_that_need_not_report(told, wcc):
    bind(told, False)
    incident(told, wcc, answers=YES_RAPE)
    assert clock_of(told) is None


def test_an_act_that_was_told_days_ago_gives_no_hour_away(told, wcc):
    two_days_ago = timezone.localdate() - timedelta(days=2)
    incident(told, wcc, answers=YES_RAPE, reported_on=two_days_ago)
    started = timezone.localtime(clock_of(told).started_at)
    assert (started.date(), started.hour) == (two_days_ago, 0)


@pytest.mark.parametrize("code", ["GBV02", "GBV05", "GBV06"])
def test_the_clock_starts_with_a_type_of_sexual_violence(silent, wcc, code):
    kind = CaseType.objects.get(code=code)
    actions.set_types(silent, types=[kind], version=silent.version, by=wcc)
    assert clock_of(silent) is not None


def test_a_type_that_was_wrong_takes_its_clock_along(silent, wcc):
    kinds = {code: CaseType.objects.get(code=code) for code in ("GBV02", "GBV04")}
    case = actions.set_types(silent, types=[kinds["GBV02"]], version=silent.version, by=wcc)
    actions.set_types(case, types=[kinds["GBV04"]], version=case.version, by=wcc)
    assert clock_of(silent) is None


def test_the_clock_goes_with_the_case_to_the_house_that_has_it_now(cast, make_case, head):
    case = make_case(types=["GBV02"], restricted=True)
    assert clock_of(case).organisation == cast["meja.cirebon"].posting.organisation
    to = cast["wcc.cirebon"].posting.organisation
    told = {"method": "signature", "by": cast["meja.cirebon"]}
    actions.hand_over_case(case, to=to, people=[head], **told)
    clock = clock_of(case)
    assert clock.organisation == to
    assert clock.owner is None
    assert clock.named == [head.pk]


def test_a_decision_stops_the_clock(told, wcc):
    incident(told, wcc, answers=YES_RAPE)
    day = timezone.localdate()
    decision = actions.decide_report(
        told, choice="reported", reported_on=day, unit="Unit PPA Contoh", number="LP/1", by=wcc
    )
    assert decision.reason == ""
    assert clock_of(told) is None


def test_a_new_act_after_a_decision_starts_the_clock_again(told, wcc):
    incident(told, wcc, answers=YES_RAPE)
    actions.decide_report(told, choice="by_others", by=wcc)
    incident(told, wcc, answers=NO)
    assert clock_of(told) is None
    incident(told, wcc, answers=YES_RAPE)
    assert clock_of(told) is not None


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"choice": "reported", "unit": "Unit Contoh"}, "reported_on"),
        ({"choice": "reported", "reported_on": "today"}, "unit"),
        ({"choice": "reported", "reported_on": "tomorrow", "unit": "Unit"}, "reported_on"),
        ({"choice": "not_applicable", "reason": " "}, "reason"),
        ({"choice": "postponed", "reason": "Ia minta waktu."}, "supervisor"),
        ({"choice": "never"}, "choice"),
    ],
)
def test_a_decision_is_whole_or_it_is_none(told, wcc, given, field):
    today = timezone.localdate()
    days = {"today": today, "tomorrow": today + timedelta(days=1)}
    if "reported_on" in given:
        given = given | {"reported_on": days[given["reported_on"]]}
    with pytest.raises(ValidationError) as refused:
        actions.decide_report(told, by=wcc, **given)
    assert field in refused.value.error_dict


def test_a_postponement_needs_a_supervisor_who_is_another(told, wcc, head, cast):
    why = {"choice": "postponed", "reason": "Ia minta waktu."}
    for nobody in (wcc, cast["supervisor.cirebon"]):
        with pytest.raises(ValidationError):
            actions.decide_report(told, supervisor=nobody, by=wcc, **why)
    with pytest.raises(ValidationError):
        actions.decide_report(told, supervisor=head, by=head, **why)
    assert actions.decide_report(told, supervisor=head, by=wcc, **why).supervisor == head


def test_only_the_worker_and_her_supervisor_decide(told, wcc, head):
    told.owner = head
    told.save()
    with pytest.raises(NotYours):
        actions.decide_report(told, choice="by_others", by=wcc)
    decision = actions.decide_report(told, choice="by_others", by=head)
    assert not ReportDecision.objects.visible_to(wcc).filter(pk=decision.pk).exists()
    assert ReportDecision.objects.visible_to(head).filter(pk=decision.pk).exists()


def test_the_system_tells_nobody_of_a_decision(told, wcc):
    before = Notification.objects.count()
    incident(told, wcc, answers=YES_RAPE)
    day = timezone.localdate()
    actions.decide_report(told, choice="reported", reported_on=day, unit="Unit Contoh", by=wcc)
    assert Notification.objects.count() == before
    assert mail.outbox == []
