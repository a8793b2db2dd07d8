"""Messages to phones over a real HTTP server: taken, refused, slow, gone; and what it tells afterwards."""

import json
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from ltsa.notifications import gateway
from ltsa.notifications.actions import notify
from ltsa.notifications.models import Notification, Preference
from ltsa.notifications.tasks import BACK_OFF, deliver
from tests.ltsa.notifications.gateway_server import Gateway

NUMBER = "+6281234567890"


@pytest.fixture
def server(settings):
    server = Gateway()
    server.start()
    settings.GATEWAY_URL, settings.GATEWAY_TOKEN = server.url, "kunci"
    settings.GATEWAY_SECRET = "rahasia"
    yield server
    server.stop()


@pytest.fixture
def row(cast, server):
    """A message that waits to be sent to a phone."""
    person = cast["wcc.cirebon"]
    Preference.objects.create(user=person, phone_channel="sms", phone=NUMBER)
    notify([person], "referral_received", link="/rujukan/1/")
    return Notification.objects.get(channel="sms")


def delivered(row) -> Notification:
    Notification.objects.filter(pk=row.pk).update(next_attempt_at=timezone.now())
    deliver(str(row.pk))
    return Notification.objects.get(pk=row.pk)


def test_a_message_is_taken_and_its_reference_kept(server, row):
    row = delivered(row)
    assert (row.state, row.reference) == ("sent", f"pesan-{row.pk}")
    (taken,) = server.taken
    assert taken == {
        "id": str(row.pk), "channel": "sms", "to": NUMBER, "text": row.mail_body, "token": "Bearer kunci",
    }  # fmt: skip
    assert delivered(row).attempts == 1


def test_the_number_is_the_one_of_today(server, row):
    Preference.objects.update(phone="+6281234567899", phone_channel="whatsapp")
    delivered(row)
    assert (server.taken[0]["to"], server.taken[0]["channel"]) == ("+6281234567899", "whatsapp")


@pytest.mark.parametrize("change", [{"phone_channel": "off"}, {"phone": ""}])
def test_whoever_wants_none_any_more_gets_none(server, row, change):
    Preference.objects.update(**change)
    assert delivered(row).state == "cancelled"
    assert server.taken == []


def test_a_gateway_that_was_taken_away_is_no_failure(settings, row):
    settings.GATEWAY_URL = ""
    assert delivered(row).state == "cancelled"


@pytest.mark.parametrize("status", [500, 503, 429, 401, 302])
def test_trouble_is_waited_out_as_with_mail(server, row, status):
    server.answer = status
    before = timezone.now()
    tried = delivered(row)
    assert (tried.state, tried.error, tried.attempts) == ("pending", "Unreachable", 1)
    assert tried.next_attempt_at - before >= timedelta(minutes=BACK_OFF[0])
    server.answer = 200
    assert delivered(row).state == "sent"


def test_after_the_last_try_it_has_failed(server, row):
    server.answer = 500
    Notification.objects.filter(pk=row.pk).update(attempts=len(BACK_OFF))
    assert delivered(row).state == "failed"


def test_a_number_that_is_refused_fails_at_once(server, row):
    server.answer = 422
    assert (delivered(row).state, Notification.objects.get(pk=row.pk).error) == (
        "failed",
        "Refused",
    )


def test_a_slow_or_silent_gateway_holds_nobody_up(server, row, monkeypatch, settings):
    monkeypatch.setattr(gateway, "TIMEOUT", 0.2)
    server.waits = 5
    began = time.monotonic()
    assert delivered(row).error == "Unreachable"
    assert time.monotonic() - began < 2
    settings.GATEWAY_URL = "http://127.0.0.1:1/"
    assert delivered(row).state == "pending"


@pytest.mark.parametrize("said", [b"", b"<html>", b"[]", b'{"reference": null}', b"\xff" * 20_000])
def test_an_answer_without_a_reference_is_an_answer(server, row, said):
    server.body = said
    assert delivered(row).state == "sent"


def test_an_error_names_neither_number_nor_words(server, row, caplog):
    server.answer = 422
    row = delivered(row)
    assert NUMBER[-8:] not in caplog.text + row.error
    assert "portal" not in caplog.text


def test_quiet_hours_that_began_meanwhile_hold_a_message_back(server, row):
    now = timezone.localtime()
    Preference.objects.update(
        quiet_from=(now - timedelta(hours=1)).time(), quiet_until=(now + timedelta(hours=1)).time()
    )
    held = delivered(row)
    assert (held.state, held.attempts, server.taken) == ("pending", 0, [])
    assert held.next_attempt_at > timezone.now()
    Notification.objects.filter(pk=row.pk).update(emergency=True)
    assert delivered(row).state == "sent"


# what it tells afterwards


@pytest.fixture
def sent(row):
    return delivered(row)


@pytest.fixture
def tells(client):
    """`tells({...})`: the status of our answer to what the gateway says, signed as it should be."""

    def tell(told, *, at=None, signature=None, body=None) -> int:
        body = json.dumps(told).encode() if body is None else body
        stamp = str(int(at or time.time()))
        head = {"X-Gateway-Timestamp": stamp, "X-Gateway-Signature": signature or gateway.sign(body, stamp)}  # fmt: skip
        path, kind = "/gateway/status/", "application/json"
        return client.post(path, body, content_type=kind, headers=head).status_code

    return tell


def test_delivered_is_written_down_once(sent, tells):
    told = {"reference": sent.reference, "status": "delivered"}
    assert tells(told) == 204
    first = Notification.objects.get(pk=sent.pk).delivered_at
    assert first is not None
    assert tells(told) == 204
    assert tells({**told, "status": "failed"}) == 204
    again = Notification.objects.get(pk=sent.pk)
    assert (again.delivered_at, again.state) == (first, "sent")


def test_what_was_not_delivered_is_visible_and_stays_so(sent, tells, as_user):
    told = {"reference": sent.reference, "status": "failed"}
    assert tells(told) == tells({**told, "status": "delivered"}) == 204
    row = Notification.objects.get(pk=sent.pk)
    assert (row.state, row.delivered_at) == ("bounced", None)
    shown = as_user("wcc.cirebon").get("/akun/pemberitahuan/").context["sent"]
    assert "ditolak penerima" in [one["state"] for one in shown]


def test_words_without_the_right_signature_change_nothing(sent, tells, settings):
    told = {"reference": sent.reference, "status": "failed"}
    body = json.dumps(told).encode()
    assert tells(told, signature="0" * 64) == 403
    assert tells(told, signature=gateway.sign(body + b" ", str(int(time.time())))) == 403
    assert tells(told, signature="é") == 403
    assert tells(told, at=time.time() - 301) == 403
    assert tells(told, at=time.time() + 400) == 403
    settings.GATEWAY_SECRET = ""
    assert tells(told) == 403
    assert Notification.objects.get(pk=sent.pk).state == "sent"


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b"\xff", b'{"reference": "x"}'])
def test_words_that_are_none_are_said_to_be(sent, tells, body):
    assert tells(None, body=body) == 400


@pytest.mark.parametrize("reference", ["", "\0", "unknown", None, ["x"], 7])
def test_a_message_that_is_not_known_is_asked_for_again(sent, tells, reference):
    assert tells({"reference": reference, "status": "delivered"}) == 404
    assert Notification.objects.get(pk=sent.pk).delivered_at is None


def test_a_step_between_changes_nothing(sent, tells):
    assert tells({"reference": sent.reference, "status": "queued"}) == 204
    assert Notification.objects.get(pk=sent.pk).delivered_at is None


def test_a_mail_is_never_marked_by_the_gateway(sent, tells, cast):
    (line,) = notify([cast["sbmi.cirebon"]], "referral_received")
    Notification.objects.filter(pk=line.pk).update(
        reference="abc", state="sent", sent_at=timezone.now()
    )
    assert tells({"reference": "abc", "status": "failed"}) == 404
