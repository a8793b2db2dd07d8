"""One summary a day, whoever dies meanwhile and however often the task is run."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import time, timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext

from ltsa.notifications import actions
from ltsa.notifications.actions import notify, send_digest
from ltsa.notifications.models import Notification, Preference
from ltsa.notifications.tasks import BACK_OFF, deliver, digest
from ltsa.notifications.texts import SUBJECT


@pytest.fixture
def reader(cast):
    """Her hour is over since midnight, and what she is told came before it."""
    person = cast["wcc.cirebon"]
    Preference.objects.create(user=person, mail="digest", digest_at=time(0, 0))
    return person


@pytest.fixture
def waiting(reader):
    for _ in range(3):
        notify([reader], "referral_received", link="/rujukan/1/", code="R-1")
    yesterday = timezone.now() - timedelta(days=1)
    Notification.objects.update(created_at=yesterday)
    return Notification.objects.visible_to(reader)


def summaries():
    return Notification.objects.filter(kind="digest")


def test_three_lines_are_one_mail_that_counts_them(reader, waiting):
    digest()
    mail = summaries().get()
    assert (mail.user, mail.address, mail.state) == (reader, reader.email, "pending")
    assert "Ada 3 pemberitahuan" in mail.mail_body
    assert mail.mail_body.rstrip().endswith("/notifikasi/")
    assert "R-1" not in mail.mail_body + mail.mail_subject
    assert set(waiting.values_list("state", "reference")) == {("digest", str(mail.pk))}
    deliver(str(mail.pk))
    assert set(waiting.values_list("state", flat=True)) == {"sent"}


def test_a_task_that_runs_twice_sends_one_summary_a_day(reader, waiting):
    digest()
    notify([reader], "referral_moved")
    Notification.objects.waiting_for_digest().update(created_at=timezone.now() - timedelta(days=1))
    digest()
    assert summaries().count() == 1
    assert Notification.objects.waiting_for_digest().count() == 1


def test_what_came_after_her_hour_waits_for_tomorrow(reader):
    notify([reader], "referral_received")
    digest()
    assert not summaries().exists()


def test_what_she_has_read_meanwhile_needs_no_summary(reader, waiting):
    waiting.update(read_at=timezone.now())
    digest()
    assert not summaries().exists()
    assert set(waiting.values_list("state", flat=True)) == {"cancelled"}


def test_a_worker_that_dies_in_the_middle_takes_all_of_it_back(reader, waiting):
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        send_digest(reader.pk)
        raise KeyboardInterrupt
    assert not summaries().exists()
    assert Preference.objects.get(user=reader).digest_sent_on is None
    digest()
    assert summaries().count() == 1


def test_a_summary_that_never_arrives_says_so_at_its_lines(settings, reader, waiting):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    digest()
    summaries().update(attempts=len(BACK_OFF))
    deliver(str(summaries().get().pk))
    assert set(waiting.values_list("state", flat=True)) == {"failed"}


@pytest.mark.parametrize(("now", "state"), [("at_once", "digest"), ("off", "no_address")])
def test_whoever_changes_her_mind_leaves_nothing_lying(reader, now, state):
    notify([reader], "referral_received")
    actions.change_preference(version=1, mail=now, by=reader)
    digest()
    assert Notification.objects.visible_to(reader).get().state == state
    assert summaries().count() == (now == "at_once")
    assert not Notification.objects.waiting_for_digest().exists()


def test_each_reads_her_summary_in_her_language(reader, waiting):
    reader.language = "en"
    reader.save(update_fields=["language"])
    digest()
    with translation.override("en"):
        assert summaries().get().mail_subject == gettext(SUBJECT) != SUBJECT


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_make_one_summary(reader, waiting):
    start = threading.Barrier(4)

    def work():
        start.wait()
        try:
            digest()
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(work) for _ in range(4)]:
            done.result()
    assert summaries().count() == 1
