"""The outbox row is written with what it tells about, and disappears with it."""

import pytest
from django.db import transaction

from ltsa.notifications.actions import beat, mark_all_read, mark_read, notify, post_mail
from ltsa.notifications.models import Heartbeat, Notification


@pytest.fixture
def line(cast):
    return notify([cast["wcc.cirebon"]], "referral_received", link="/rujukan/1/", code="R-1")[0]


def test_a_rollback_tells_nobody(cast):
    with pytest.raises(RuntimeError), transaction.atomic():
        notify([cast["wcc.cirebon"]], "referral_received")
        raise RuntimeError
    assert not Notification.objects.exists()


def test_whoever_has_no_address_has_the_line_alone(cast):
    person = cast["wcc.cirebon"]
    person.email = ""
    (line,) = notify([person], "referral_received")
    assert (line.state, line.address) == ("no_address", "")


def test_rule_4_each_is_written_to_in_her_language(cast):
    person = cast["wcc.cirebon"]
    for language, words in (("id", "Silakan masuk"), ("en", "")):
        person.language = language
        (line,) = notify([person], "referral_received", link="/rujukan/1/")
        assert words in line.mail_body
        assert "/rujukan/1/" in line.mail_body


def test_the_mail_is_unreadable_in_the_table(line):
    stored = Notification.objects.extra(select={"raw": "mail_body::text"}).get(pk=line.pk)
    assert "rujukan" in stored.mail_body
    assert "rujukan" not in stored.raw


def test_nobody_marks_the_line_of_another(cast, line):
    assert mark_read(line, by=cast["sbmi.cirebon"]).read_at is None
    first = mark_read(line, by=cast["wcc.cirebon"]).read_at
    assert mark_read(line, by=cast["wcc.cirebon"]).read_at == first is not None


def test_marking_all_marks_ones_own(cast, line):
    notify([cast["sbmi.cirebon"]], "referral_received")
    assert mark_all_read(by=cast["wcc.cirebon"]) == 1
    assert Notification.objects.unread().get().user == cast["sbmi.cirebon"]


def test_a_mail_about_an_account_is_no_line_of_an_inbox(cast):
    person = cast["wcc.cirebon"]
    post_mail(person.email, "Sandi", "Tautan", user=person)
    assert not Notification.objects.visible_to(person).exists()
    assert Notification.objects.pending().count() == 1


def test_a_heartbeat_is_one_row_a_part(db):
    beat("worker")
    beat("worker")
    assert Heartbeat.objects.count() == 1
