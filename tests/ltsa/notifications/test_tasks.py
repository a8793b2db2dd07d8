"""Delivery over a real SMTP connection: once, again after a failure, and in the end visibly not."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from ltsa.encrypted import KeyMissing
from ltsa.notifications.actions import notify, post_mail
from ltsa.notifications.models import Heartbeat, Notification
from ltsa.notifications.tasks import BACK_OFF, beat, catch_up, deliver
from tests.browser.mailbox import Mailbox


@pytest.fixture(scope="module")
def server():
    server = Mailbox()
    server.start()
    yield server
    server.stop()


@pytest.fixture
def mailbox(server, settings):
    server.mails.clear()
    server.answer, server.hangs_up, server.asked = None, False, 0
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    return server


@pytest.fixture
def row(cast):
    return notify([cast["wcc.cirebon"]], "referral_received", link="/rujukan/1/")[0]


def now_due(row) -> Notification:
    Notification.objects.filter(pk=row.pk).update(next_attempt_at=timezone.now())
    return Notification.objects.get(pk=row.pk)


def test_a_mail_arrives_and_its_row_says_so(mailbox, row):
    deliver(str(row.pk))
    row.refresh_from_db()
    assert (row.state, row.attempts, row.error) == ("sent", 1, "")
    (mail,) = mailbox.mails
    assert (mail["To"], mail["Subject"]) == (row.address, row.mail_subject)
    assert mail["Message-ID"].startswith(f"<{row.pk}@")
    assert mail.get_content().split() == row.mail_body.split()


def test_a_mail_that_opens_something_by_itself_is_not_kept_once_it_has_gone(mailbox, settings, db):
    settings.DEMO = False
    told = {"kind": "outside"}
    gone = post_mail("klinik@contoh.test", "Permintaan", "http://localhost/tamu/kunci/", **told)
    deliver(str(gone.pk))
    gone.refresh_from_db()
    assert (gone.state, gone.mail_body) == ("sent", "")
    assert "kunci" in mailbox.mails[0].get_content()
    mailbox.answer = "550 no such mailbox"
    lost = post_mail("tidak@contoh.test", "Permintaan", "http://localhost/tamu/kunci/", **told)
    deliver(str(lost.pk))
    lost.refresh_from_db()
    assert (lost.state, lost.mail_body) == ("failed", "")


def test_waking_twice_sends_once(mailbox, row):
    deliver(str(row.pk))
    deliver(str(row.pk))
    assert len(mailbox.mails) == 1


def test_a_row_that_is_gone_or_not_yet_due_is_left_alone(mailbox, row):
    deliver("00000000-0000-4000-8000-000000000000")
    Notification.objects.filter(pk=row.pk).update(
        next_attempt_at=timezone.now() + timedelta(minutes=1)
    )
    deliver(str(row.pk))
    assert not mailbox.mails


@pytest.mark.parametrize("trouble", ["451 try later", "hangs up", "gone"])
def test_trouble_is_waited_out_by_growing_steps(mailbox, settings, row, trouble):
    if trouble == "gone":
        settings.EMAIL_PORT = 1
    elif trouble == "hangs up":
        mailbox.hangs_up = True
    else:
        mailbox.answer = trouble
    waits = []
    for _ in range(3):
        before = timezone.now()
        deliver(str(row.pk))
        row.refresh_from_db()
        waits.append((row.next_attempt_at - before).total_seconds() / 60)
        assert row.state == "pending"
        assert row.error
        row = now_due(row)
    assert waits == pytest.approx(BACK_OFF[:3], abs=0.2)
    mailbox.answer, mailbox.hangs_up, settings.EMAIL_PORT = None, False, mailbox.port
    deliver(str(row.pk))
    assert [mail["To"] for mail in mailbox.mails] == [row.address]


def test_after_the_last_try_it_has_failed_and_the_inbox_shows_it(mailbox, as_user, row):
    mailbox.answer = "451 try later"
    Notification.objects.filter(pk=row.pk).update(attempts=len(BACK_OFF))
    deliver(str(row.pk))
    row.refresh_from_db()
    assert row.state == "failed"
    deliver(str(now_due(row).pk))
    assert mailbox.asked == 1
    assert "gagal" in as_user("wcc.cirebon").get("/notifikasi/").text.lower()


def test_an_address_that_is_refused_for_good_fails_at_once(mailbox, row):
    mailbox.answer = "550 no such user"
    deliver(str(row.pk))
    row.refresh_from_db()
    assert (row.state, row.error) == ("failed", "SMTPRecipientsRefused")


def test_beat_and_worker_are_alive_together(db):
    beat()
    assert set(Heartbeat.objects.values_list("part", flat=True)) == {"beat", "worker"}


@pytest.mark.django_db(transaction=True)
def test_two_workers_with_one_row_send_one_mail(mailbox, row):
    start = threading.Barrier(4)

    def work():
        start.wait()
        try:
            deliver(str(row.pk))
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(work) for _ in range(4)]:
            done.result()
    assert len(mailbox.mails) == 1
    assert Notification.objects.get(pk=row.pk).attempts == 1


def test_catching_up_sends_all_that_is_due_the_eldest_first(mailbox, cast):
    later, second, first = (
        notify([cast["wcc.cirebon"]], "referral_received", link=f"/rujukan/{number}/")[0]
        for number in range(3)
    )
    ages = {later: -60, second: 60, first: 120}
    for row, seconds in ages.items():
        when = timezone.now() - timedelta(seconds=seconds)
        Notification.objects.filter(pk=row.pk).update(next_attempt_at=when)
    catch_up()
    assert [mail["Message-ID"].split("@")[0][1:] for mail in mailbox.mails] == [
        str(first.pk),
        str(second.pk),
    ]
    assert Notification.objects.pending().get() == later


def test_what_can_never_be_sent_bars_the_way_of_nothing(mailbox, cast, monkeypatch):
    broken, unreadable, fine = (
        notify([cast["wcc.cirebon"]], "referral_received")[0] for _ in range(3)
    )
    Notification.objects.filter(pk=broken.pk).update(mail_subject="dua\nbaris")
    read = Notification.from_db.__func__

    def without_key(cls, db, names, values):
        row = read(cls, db, names, values)
        if row.pk == unreadable.pk:
            raise KeyMissing
        return row

    monkeypatch.setattr(Notification, "from_db", classmethod(without_key))
    catch_up()
    monkeypatch.undo()
    states = {row.pk: row.state for row in Notification.objects.all()}
    assert states == {broken.pk: "failed", unreadable.pk: "pending", fine.pk: "sent"}
    assert len(mailbox.mails) == 1
