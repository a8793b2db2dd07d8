from uuid import uuid4

import pytest

from ltsa.accounts.models import User
from ltsa.notifications.actions import notify
from ltsa.notifications.models import Notification
from ltsa.notifications.silencing import silence

pytestmark = pytest.mark.django_db


def test_who_took_it_keeps_her_line_and_the_others_are_left_in_peace(cast):
    one, other, sender = cast["wcc.cirebon"], cast["supervisor.wcc.cirebon"], cast["meja.cirebon"]
    subject = uuid4()
    for kind in ("referral_received", "clock_reminder", "referral_question"):
        notify([one, other, sender], kind, subject=subject)
    notify([other], "referral_received", subject=uuid4())
    sent = Notification.objects.get(user=other, kind="clock_reminder")
    Notification.objects.filter(pk=sent.pk).update(state="sent", sent_at=sent.created_at)
    house = User.objects.filter(pk__in=[one.pk, other.pk])
    silence(subject, ["referral_received", "clock_reminder"], among=house, besides=one)

    settled = Notification.objects.exclude(read_at=None)
    assert {(line.user, line.kind) for line in settled} == {
        (other, "referral_received"),
        (other, "clock_reminder"),
    }
    assert list(Notification.objects.filter(state="cancelled")) == [
        settled.get(kind="referral_received")
    ]
    sent.refresh_from_db()
    assert sent.state == "sent"
