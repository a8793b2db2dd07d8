"""Who is told what happened; that no message says more than that there is a task: tests/guards/test_messages_leak_nothing.py."""

import re

from cases import actions
from cases.models import Referral
from ltsa.notifications.models import Notification
from tests.cases.deadlines import come


def test_rule_4_an_emergency_adds_its_hour_and_nothing_else(make_referral):
    make_referral(priority="emergency")
    for line in Notification.objects.all():
        assert re.search(r"^Jawab sebelum \d\d\.\d\d$", line.mail_body, re.MULTILINE)


def test_nothing_of_an_emergency_waits_for_the_morning(make_referral, cast):
    desk, wcc = cast["meja.cirebon"], cast["wcc.cirebon"]
    referral = make_referral(priority="emergency")
    actions.write_note(referral, "ask", text="Kapan ia tiba?", by=wcc)
    come(referral, "referral_answer", "late")
    come(referral, "referral_answer", "reoffer")
    actions.decline_referral(Referral.objects.get(pk=referral.pk), reason="full", by=wcc)
    lines = Notification.objects.exclude(kind="referral_received")
    kinds = set(lines.values_list("kind", flat=True))
    assert kinds == {"referral_question", "clock_late", "referral_reoffer", "referral_declined"}
    assert all(line.emergency for line in lines)
    assert not any("Jawab sebelum" in line.mail_body for line in lines)
    calm = make_referral(priority="urgent")
    actions.decline_referral(calm, reason="full", by=wcc)
    assert not Notification.objects.filter(subject=calm.pk, emergency=True).exists()
    assert lines.filter(user=desk).exists()


def test_who_acts_is_never_told_of_it(cast, referral):
    desk, wcc = cast["meja.cirebon"], cast["wcc.cirebon"]
    assert not Notification.objects.filter(user=desk).exists()
    actions.accept_referral(referral, by=wcc)
    assert Notification.objects.filter(user=desk, kind="referral_accepted").exists()
    assert not Notification.objects.filter(user=wcc, kind="referral_accepted").exists()


def test_of_a_restricted_case_the_team_alone_is_told(cast, make_case, make_referral):
    case = make_case(types=["GBV02"], account="", by="supervisor.cirebon")
    referral = make_referral(case, by="supervisor.cirebon", disclose=["needs"])
    actions.accept_referral(Referral.objects.get(pk=referral.pk), by=cast["wcc.cirebon"])
    told = set(
        Notification.objects.filter(kind="referral_accepted").values_list(
            "user__username", flat=True
        )
    )
    assert told == {"supervisor.cirebon"}
