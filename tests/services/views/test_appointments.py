from datetime import timedelta

import pytest
from django.utils import timezone

from ltsa.audit.models import Record
from services import actions
from services.models import Appointment

PHONE = "081234567890"


def soon(hours=3) -> str:
    return f"{timezone.localtime() + timedelta(hours=hours):%d/%m/%Y %H.%M}"


def content(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def safe(make_migrant):
    return make_migrant(phone=PHONE, phone_safe="yes")


@pytest.fixture
def planned(cast, safe):
    tomorrow = timezone.localtime().replace(hour=9, minute=0, second=0) + timedelta(days=1)
    told = {"at": tomorrow, "channel": "phone", "safe_to_remind": True, "where": "Nomor tetangga"}
    return actions.plan_appointment(safe, by=cast["meja.cirebon"], **told)


def test_an_appointment_is_made_and_stands_on_her_page_and_on_my_day(as_user, safe):
    desk = as_user("meja.cirebon")
    answer = desk.post(f"/klien/{safe.pk}/janji/", {"at": soon(), "channel": "phone"})
    made = Appointment.objects.get(migrant=safe)
    assert answer.url == f"/janji/{made.pk}/"
    assert f"/janji/{made.pk}/" in content(desk.get(f"/klien/{safe.pk}/"))
    assert f"/janji/{made.pk}/" in content(desk.get("/beranda/"))
    assert "WIB" in content(desk.get(f"/janji/{made.pk}/"))


@pytest.mark.parametrize("at", ["01/01/2020 09.00", "01/01/2099 09.00", "besok pagi"])
def test_an_hour_that_cannot_be_is_told_at_the_field(as_user, migrant, at):
    answer = as_user("meja.cirebon").post(
        f"/klien/{migrant.pk}/janji/", {"at": at, "channel": "phone"}
    )
    assert answer.status_code == 200
    assert answer.context["form"].errors["at"]
    assert not Appointment.objects.exists()


def test_the_reminder_is_neutral_and_the_page_holds_no_number(as_user, planned):
    desk = as_user("meja.cirebon")
    page = content(desk.get(f"/janji/{planned.pk}/"))
    assert "Halo, ini pengingat janji besok pukul 09.00. Balas 1 bila bisa." in page
    assert "81234567890" not in page
    answer = desk.get(f"/janji/{planned.pk}/ingatkan/")
    assert answer.url.startswith("https://wa.me/6281234567890?text=Halo%2C%20ini%20pengingat")
    assert not [word for word in ("LTSA", "MRC", "Cirebon", "Suharti") if word in answer.url]
    assert Record.objects.filter(subject=planned.migrant_id, verb="reveal").count() == 1


@pytest.mark.parametrize(
    "change", [{"phone_safe": "no"}, {"phone_safe": "ask"}, {"phone_safe": ""}]
)
def test_who_is_not_safe_to_remind_is_not_reminded(as_user, cast, planned, change):
    actions.edit_migrant(planned.migrant, version=1, by=cast["meja.cirebon"], **change)
    desk = as_user("meja.cirebon")
    page = content(desk.get(f"/janji/{planned.pk}/"))
    assert "jangan diingatkan" in page
    assert "wa.me" not in page and "ingatkan/" not in page
    assert desk.get(f"/janji/{planned.pk}/ingatkan/").status_code == 404


def test_who_did_not_agree_to_be_reminded_is_not(as_user, cast, safe):
    at = timezone.now() + timedelta(hours=2)
    made = actions.plan_appointment(safe, at=at, channel="phone", by=cast["meja.cirebon"])
    assert "jangan diingatkan" in content(as_user("meja.cirebon").get(f"/janji/{made.pk}/"))


def test_two_at_the_same_hour_are_told_and_both_are_kept(as_user, cast, planned, make_migrant):
    other = actions.plan_appointment(
        make_migrant(), at=planned.at + timedelta(minutes=15), channel="phone", by=planned.by
    )
    assert "punya janji lain" in content(as_user("meja.cirebon").get(f"/janji/{other.pk}/"))
    assert Appointment.objects.filter(state="planned").count() == 2


def test_logging_leads_to_the_conversation_and_two_clicks_make_one(as_user, planned):
    desk = as_user("meja.cirebon")
    form = desk.get(f"/janji/{planned.pk}/catat/").context["form"]
    assert form.initial["channel"] == "phone"
    told = {"channel": "phone", "kind": "legal", "started_at": "01/10/2026 09.00", "outcome": "enough"}  # fmt: skip
    told |= {
        "from_paper": "on",
        "idempotency_key": form.key,
        "identity_check": "known_voice",
        "consent_read": "True",
    }
    first = desk.post(f"/janji/{planned.pk}/catat/", told)
    second = desk.post(f"/janji/{planned.pk}/catat/", told)
    planned.refresh_from_db()
    assert first.url == second.url == f"/konseling/{planned.session_id}/"
    assert planned.state == "kept"


def test_a_missed_one_asks_for_the_next_step(as_user, planned):
    Appointment.objects.filter(pk=planned.pk).update(at=timezone.now() - timedelta(hours=2))
    desk = as_user("meja.cirebon")
    desk.post(f"/janji/{planned.pk}/miss/")
    page = content(desk.get(f"/janji/{planned.pk}/"))
    assert "Apa langkah berikutnya?" in page
    assert f"/klien/{planned.migrant_id}/janji/" in page
    assert f"/janji/{planned.pk}/" in content(desk.get("/beranda/"))


def test_what_is_over_cannot_be_changed_and_says_so(as_user, planned):
    desk = as_user("meja.cirebon")
    desk.post(f"/janji/{planned.pk}/cancel/")
    answer = desk.post(f"/janji/{planned.pk}/keep/", follow=True)
    assert "Status sekarang: Dibatalkan" in content(answer)
    told = {"at": soon(), "channel": "phone", "version": "2"}
    answer = desk.post(f"/janji/{planned.pk}/ubah/", told, follow=True)
    assert "Status sekarang: Dibatalkan" in content(answer)
    assert desk.post(f"/janji/{planned.pk}/tari/").status_code == 404


def test_a_stale_change_shows_both_hours(as_user, cast, planned):
    desk = as_user("meja.cirebon")
    actions.move_appointment(planned, version=1, channel="video", by=cast["meja.cirebon"])
    told = {"at": soon(30), "channel": "phone", "version": "1"}
    answer = desk.post(f"/janji/{planned.pk}/ubah/", told)
    assert "baru saja diubah orang lain" in content(answer)


def test_the_supervisor_sees_follow_ups_late_by_more_than_a_week(as_user, cast, migrant):
    told = {"kind": "legal", "channel": "phone", "started_at": timezone.now(), "outcome": "follow_up"}  # fmt: skip
    today = timezone.localdate()
    late, fresh = (
        actions.log_session(
            migrant=migrant,
            follow_up_on=today - timedelta(days=days),
            by=cast["meja.cirebon"],
            **told,
        )
        for days in (8, 7)
    )
    head = content(as_user("supervisor.cirebon").get("/beranda/"))
    assert f"/konseling/{late.pk}/" in head
    assert f"/konseling/{fresh.pk}/" not in head
    assert f"/konseling/{late.pk}/" not in content(
        as_user("supervisor.wcc.cirebon").get("/beranda/")
    )
