"""Mails that came back: the report of a mail server is read, marked once, and shown to whom it concerns."""

import io
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.utils import timezone

from ltsa.accounts.actions import change_profile
from ltsa.notifications.actions import mark_bounced, notify, post_mail
from ltsa.notifications.bounces import refused_mail
from ltsa.notifications.models import Notification, Preference

ORIGINAL = """\
--x
Content-Type: {kind}

Message-ID: <{id}@localhost>
Subject: Ada tugas baru di portal LTSA-MRC

"""
REPORT = """\
From: MAILER-DAEMON@mail.contoh.test
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="x"

--x
Content-Type: text/plain

It could not be delivered.
--x
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.contoh.test

Final-Recipient: rfc822; seseorang@contoh.test
Action: {action}
Status: 5.1.1
{original}
--x--
"""


def report(row, action="failed", kind="text/rfc822-headers") -> bytes:
    original = ORIGINAL.format(kind=kind, id=row.pk)
    return REPORT.format(action=action, original=original).encode()


@pytest.fixture
def row(cast):
    person = cast["wcc.cirebon"]
    (line,) = notify([person], "referral_received", link="/rujukan/1/")
    Notification.objects.filter(pk=line.pk).update(state="sent", sent_at=timezone.now())
    return line


def read(monkeypatch, raw: bytes) -> str:
    said = io.StringIO()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(raw)))
    call_command("read_bounces", stdout=said)
    return said.getvalue().strip()


@pytest.mark.parametrize("kind", ["text/rfc822-headers", "message/rfc822"])
def test_the_report_names_the_mail_that_came_back(row, kind):
    assert refused_mail(report(row, kind=kind)) == row.pk


def test_a_mail_that_came_back_is_marked_once(monkeypatch, row, as_user):
    assert read(monkeypatch, report(row)) == "1 read, 1 marked"
    assert read(monkeypatch, report(row)) == "1 read, 0 marked"
    marked = Notification.objects.get(pk=row.pk)
    assert (marked.state, bool(marked.bounced_at)) == ("bounced", True)
    client = as_user("wcc.cirebon")
    assert "Surel Anda menolak pesan" in client.get("/akun/pemberitahuan/").text
    assert client.get("/notifikasi/").context["rows"][0]["failed"]


def test_a_delay_is_no_refusal(monkeypatch, row):
    assert read(monkeypatch, report(row, action="delayed")) == "1 read, 0 marked"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\0\xff" * 500,
        b"Subject: Liburan\n\nSaya sedang cuti.",
        b"Content-Type: multipart/report; boundary=x\n\n--x\n\n--x--",
        REPORT.format(action="failed", original="").encode(),
        REPORT.format(
            action="failed", original=ORIGINAL.format(kind="message/rfc822", id="1' OR 1=1")
        ).encode(),
        b'Content-Type: multipart/report; boundary="' + b"y" * 10_000,
    ],
)
def test_any_other_mail_is_left_alone(monkeypatch, db, raw):
    assert read(monkeypatch, raw) == "1 read, 0 marked"


def test_a_folder_of_reports_is_read_too(row, tmp_path, monkeypatch):
    (tmp_path / "1").write_bytes(report(row))
    (tmp_path / "2").write_bytes(b"Subject: Halo\n\n")
    said = io.StringIO()
    call_command("read_bounces", tmp_path, stdout=said)
    assert said.getvalue().strip() == "2 read, 1 marked"


def test_what_was_never_sent_did_not_come_back(row):
    Notification.objects.filter(pk=row.pk).update(state="pending")
    assert mark_bounced(row.pk) is False


def test_an_address_that_she_gave_up_is_not_held_against_her(row, cast):
    Notification.objects.filter(pk=row.pk).update(address="lama@contoh.test")
    assert mark_bounced(row.pk) is True
    assert not Preference.objects.exists()


def test_a_mail_to_a_house_without_an_account_comes_back_as_well(db):
    made = post_mail("mitra@contoh.test", "Surat", "Isi", kind="outside")
    Notification.objects.filter(pk=made.pk).update(state="sent", sent_at=timezone.now())
    assert mark_bounced(made.pk) is True


def test_whoever_manages_her_account_sees_it_until_she_has_a_new_address(cast, as_user, row):
    mark_bounced(row.pk)
    person, head = cast["wcc.cirebon"], as_user("supervisor.wcc.cirebon")
    assert "Surelnya menolak pesan" in head.get("/kelola/orang/").text
    assert "Surelnya menolak pesan" in head.get(f"/kelola/orang/{person.pk}/").text
    told = {"full_name": person.full_name, "language": "id", "version": person.version}
    change_profile(person, email="baru@contoh.invalid", by=person, **told)
    assert "Surelnya menolak pesan" not in head.get("/kelola/orang/").text
