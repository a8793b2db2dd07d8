"""A month in which four partners of five never answer, and the fifth never calls her: no referral is forgotten.

Time passes by moving every moment of clocks and referrals into the past; then the house does what it does by itself.
"""

from datetime import timedelta
from itertools import cycle

import pytest
from django.db import connection
from django.db.models import F
from django.utils import timezone

from cases import actions
from cases.models import Referral
from cases.picker import propose
from cases.tasks import expire_referrals
from ltsa.clocks.models import Clock, ClockStep
from ltsa.clocks.tasks import tick
from ltsa.notifications.models import Notification

# From a work day on: before a long weekend days pass that no clock counts.
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mid_month")]

REFERRALS, DAYS = 30, 31
STEP = timedelta(hours=12)
# Of everything that was sent: what had to be said by now, and was not. Grace: one step, and working days.
FORGOTTEN = """
SELECT sent.code, sent.priority, missing.verb
FROM cases_referral sent
CROSS JOIN LATERAL (VALUES
    (CASE sent.priority WHEN 'emergency' THEN 'call' ELSE 'remind' END,
     sent.sent_at + CASE sent.priority WHEN 'emergency' THEN interval '13 hours' WHEN 'urgent' THEN interval '36 hours'
                    ELSE interval '8 days' END),
    ('late', sent.due_at + interval '12 hours'),
    ('reoffer', sent.due_at + CASE sent.priority WHEN 'emergency' THEN interval '16 hours'
                WHEN 'urgent' THEN interval '36 hours' ELSE interval '8 days' END)
) AS missing (verb, by)
WHERE sent.state = 'sent' AND missing.by < %(now)s AND NOT EXISTS (
    SELECT 1 FROM timeline_event said
    WHERE said.subject = sent.id AND said.verb = 'clock.referral_answer_' || missing.verb
)
UNION ALL
SELECT taken.code, taken.priority, missing.verb
FROM cases_referral taken
CROSS JOIN LATERAL (SELECT taken.answered_at + CASE taken.priority WHEN 'emergency' THEN interval '24 hours'
                    WHEN 'urgent' THEN interval '72 hours' ELSE interval '14 days' END AS due) AS met
CROSS JOIN LATERAL (VALUES
    ('remind', taken.answered_at + (met.due - taken.answered_at) / 2 + interval '12 hours'),
    ('late', met.due + interval '12 hours'),
    ('reoffer', met.due + CASE taken.priority WHEN 'emergency' THEN interval '16 hours'
                WHEN 'urgent' THEN interval '36 hours' ELSE interval '8 days' END)
) AS missing (verb, by)
WHERE taken.state = 'accepted' AND missing.by < %(now)s AND NOT EXISTS (
    SELECT 1 FROM timeline_event said
    WHERE said.subject = taken.id AND said.verb = 'clock.referral_first_contact_' || missing.verb
)
"""


def pass_time():
    move_back(STEP)
    tick()
    expire_referrals()


def move_back(span):
    Clock.objects.ticking().update(started_at=F("started_at") - span, due_at=F("due_at") - span)
    ClockStep.objects.filter(done_at=None).update(at=F("at") - span, try_at=F("try_at") - span)
    Referral.objects.update(
        sent_at=F("sent_at") - span, due_at=F("due_at") - span, answered_at=F("answered_at") - span
    )


def forgotten() -> list:
    with connection.cursor() as cursor:
        cursor.execute(FORGOTTEN, {"now": timezone.now()})
        return cursor.fetchall()


def offer_on(referral, desk):
    """To the next house that has not been asked, with her consent for it; None when all were."""
    asked = Referral.objects.filter(case=referral.case).values_list("to", flat=True)
    houses = propose(referral.case, referral.services, user=desk, exclude=list(asked))
    if not houses:
        return None
    agreed = {"method": "signature", "expires_on": timezone.localdate() + timedelta(days=90)}
    return actions.reoffer_referral(referral, to=houses[0].organisation, consent=agreed, by=desk)


def test_what_no_clock_has_said_is_found(make_referral):
    make_referral(priority="urgent")
    move_back(timedelta(days=5))
    assert {verb for _, _, verb in forgotten()} == {"remind", "late", "reoffer"}


def test_a_yes_after_which_no_clock_speaks_is_found(make_referral, cast):
    actions.accept_referral(make_referral(priority="urgent"), by=cast["wcc.cirebon"])
    move_back(timedelta(days=5))
    assert {verb for _, _, verb in forgotten()} == {"remind", "late", "reoffer"}


def test_of_a_month_of_silence_no_referral_is_forgotten(
    cast, make_referral, make_case, make_migrant
):
    desk, partner = cast["meja.cirebon"], cast["wcc.cirebon"]
    priorities = cycle(["normal", "urgent", "emergency", "normal"])
    sent = [
        make_referral(
            make_case(make_migrant(full_name=f"Contoh {number}")),
            priority=next(priorities),
            days=90,
        )
        for number in range(REFERRALS)
    ]
    for referral in sent[::5]:
        actions.accept_referral(referral, contact="Ibu Contoh", by=partner)
    taken = Referral.objects.filter(pk__in=[one.pk for one in sent[::5]])
    assert set(taken.values_list("priority", flat=True)) == {"normal", "urgent", "emergency"}

    acted: set = set()
    for _ in range(DAYS * 2):
        pass_time()
        assert forgotten() == []
        proposed = Notification.objects.filter(kind="referral_reoffer").exclude(subject__in=acted)
        for line in proposed:
            acted.add(line.subject)
            if len(acted) % 2:  # every second sender does what is proposed
                offer_on(Referral.objects.get(pk=line.subject), desk)

    silent = Referral.objects.exclude(pk__in=taken.values("pk"))
    proposed = set(
        Notification.objects.filter(kind="referral_reoffer").values_list("subject", flat=True)
    )
    assert {one.pk for one in sent} <= proposed
    assert silent.filter(previous__isnull=False).exists()
    assert set(silent.values_list("state", flat=True)) <= {"sent", "withdrawn", "expired"}
    late = Clock.objects.ticking().filter(kind="referral_first_contact", due_at__lt=timezone.now())
    stayed = taken.filter(state="accepted")
    assert stayed.exists()
    assert set(late.values_list("subject", flat=True)) == set(stayed.values_list("pk", flat=True))
    assert all(one.next_referrals.exists() for one in taken.exclude(state="accepted"))
    assert not ClockStep.objects.filter(clock__in=late, done_at=None).exists()
