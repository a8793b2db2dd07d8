"""Each is told as she wishes, by mail and by phone; what is an emergency is told at once."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ltsa.notifications.actions import notify
from ltsa.notifications.models import Notification, Preference


@pytest.fixture
def reader(cast):
    return cast["wcc.cirebon"]


@pytest.fixture
def gateway(settings):
    settings.GATEWAY_URL = "http://127.0.0.1:1/"


def wish(person, **fields) -> Preference:
    return Preference.objects.update_or_create(user=person, defaults=fields)[0]


def resting() -> dict:
    now = timezone.localtime()
    return {
        "quiet_from": (now - timedelta(hours=1)).time(),
        "quiet_until": (now + timedelta(hours=1)).time(),
    }


def told(person, **more) -> Notification:
    (line,) = notify([person], "referral_received", link="/rujukan/1/", **more)
    return Notification.objects.get(pk=line.pk)


@pytest.mark.parametrize(
    ("mail", "state", "in_an_emergency"),
    [
        ("at_once", "pending", "pending"),
        ("digest", "digest", "pending"),
        ("off", "no_address", "pending"),
    ],
)
def test_the_mail_goes_as_she_chose(reader, mail, state, in_an_emergency):
    wish(reader, mail=mail)
    assert told(reader).state == state
    assert told(reader, emergency=True, due_at=timezone.now()).state == in_an_emergency
    assert Notification.objects.visible_to(reader).count() == 2


def test_quiet_hours_put_a_mail_off_and_never_an_emergency(reader):
    wish(reader, **resting())
    assert told(reader).next_attempt_at > timezone.now() + timedelta(minutes=50)
    assert told(reader, emergency=True).next_attempt_at <= timezone.now()


def test_a_message_to_a_phone_is_no_second_line(as_user, api, reader, gateway):
    wish(reader, phone_channel="whatsapp", phone="+6281234567890", mail="off")
    line = told(reader)
    copy = Notification.objects.exclude(pk=line.pk).get()
    assert (copy.channel, copy.state, copy.address) == ("whatsapp", "pending", "")
    assert copy.mail_body.count("\n") == 0
    page = as_user("wcc.cirebon").get("/notifikasi/")
    assert (page.context["unread"], len(page.context["rows"])) == (1, 1)
    assert len(api("wcc.cirebon").get("/api/v1/notifications/").json()["results"]) == 1
    assert api("wcc.cirebon").get(f"/api/v1/notifications/{copy.pk}/").status_code == 404
    assert as_user("wcc.cirebon").post(f"/notifikasi/{copy.pk}/").status_code == 404


def test_without_a_gateway_nothing_is_written_for_a_phone(reader):
    wish(reader, phone_channel="sms", phone="+6281234567890")
    told(reader)
    assert Notification.objects.count() == 1


def test_telling_ten_asks_no_more_than_telling_one(cast, gateway):
    people = [cast[name] for name in ("wcc.cirebon", "sbmi.cirebon", "meja.cirebon", "ppdp")]
    for person in people:
        wish(person, phone_channel="sms", phone="+6281234567890")
    counts = []
    for some in (people[:1], people):
        with CaptureQueriesContext(connection) as asked:
            notify(some, "referral_received")
        counts.append(len(asked))
    assert counts == [2, 2]


# the page


SENT = {"mail": "digest", "digest_at": "07.30", "quiet_from": "21.00", "quiet_until": "06.00"}


def test_she_chooses_on_her_page_and_changes_it_again(as_user, reader):
    client = as_user("wcc.cirebon")
    assert client.get("/akun/pemberitahuan/").status_code == 200
    assert not Preference.objects.exists()
    assert client.post("/akun/pemberitahuan/", {**SENT, "version": 1}).status_code == 302
    kept = Preference.objects.get(user=reader)
    assert (kept.mail, kept.digest_at.hour, kept.quiet_from.hour) == ("digest", 7, 21)
    stale = client.post("/akun/pemberitahuan/", {**SENT, "mail": "off", "version": 1})
    assert stale.status_code == 200
    assert Preference.objects.get(user=reader).mail == "digest"
    client.post("/akun/pemberitahuan/", {**SENT, "mail": "off", "version": 2})
    assert Preference.objects.get(user=reader).mail == "off"
    assert not Preference.objects.exclude(user=reader).exists()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"quiet_until": ""}, "quiet_until"),
        ({"quiet_until": "21.00"}, "quiet_until"),
        ({"phone_channel": "sms", "phone": ""}, "phone"),
        ({"phone_channel": "sms", "phone": "12"}, "phone"),
        ({"digest_at": "25.00"}, "digest_at"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(as_user, gateway, wrong, field):
    sent = {**SENT, "phone_channel": "off", "version": 1, **wrong}
    page = as_user("wcc.cirebon").post("/akun/pemberitahuan/", sent)
    assert set(page.context["form"].errors) == {field}


def test_a_phone_is_offered_where_there_is_a_gateway(as_user, settings, reader):
    client = as_user("wcc.cirebon")
    page = client.get("/akun/pemberitahuan/")
    assert "belum tersedia" in page.text
    assert 'name="phone"' not in page.text
    settings.GATEWAY_URL = "http://127.0.0.1:1/"
    sent = {**SENT, "phone_channel": "sms", "phone": "0812-3456-7890", "version": 1}
    assert client.post("/akun/pemberitahuan/", sent).status_code == 302
    assert Preference.objects.get(user=reader).phone == "+6281234567890"
    assert "belum tersedia" not in client.get("/akun/pemberitahuan/").text


def test_an_address_that_gave_mails_back_is_shown_until_she_says_it_works(as_user, reader):
    wish(reader, bounced_at=timezone.now())
    client = as_user("wcc.cirebon")
    assert "Surel Anda menolak pesan" in client.get("/akun/pemberitahuan/").text
    client.post("/akun/pemberitahuan/surel/")
    assert "Surel Anda menolak pesan" not in client.get("/akun/pemberitahuan/").text


def test_the_page_says_what_became_of_the_last_messages(as_user, reader):
    Notification.objects.filter(pk=told(reader).pk).update(state="failed")
    page = as_user("wcc.cirebon").get("/akun/pemberitahuan/")
    assert [row["tone"] for row in page.context["sent"]] == ["burning"]
