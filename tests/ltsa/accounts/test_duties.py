from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from ltsa.accounts.duties import add_duty, cancel_duty
from ltsa.accounts.models import Duty

pytestmark = pytest.mark.django_db


def days(first: int, last: int) -> dict:
    today = timezone.localdate()
    return {"starts_on": today + timedelta(days=first), "ends_on": today + timedelta(days=last)}


def test_nobody_is_on_duty_twice_on_a_day_and_a_cancelled_line_stands_in_no_ones_way(cast):
    boss, wcc = cast["supervisor.wcc.cirebon"], cast["wcc.cirebon"]
    duty = add_duty(user=wcc, **days(0, 2), by=boss)
    with pytest.raises(ValidationError):
        add_duty(user=wcc, **days(2, 4), by=boss)
    cancel_duty(cancel_duty(duty, by=boss), by=boss)
    add_duty(user=wcc, **days(2, 4), by=boss)


def test_only_who_may_answer_for_this_house_is_on_its_duty(cast):
    boss = cast["supervisor.cirebon"]
    for who in ("wcc.cirebon", "meja.cirebon"):
        with pytest.raises(PermissionDenied):
            add_duty(user=cast[who], **days(0, 0), by=boss)


def test_the_roster_of_a_house_is_read_by_those_who_answer_and_changed_by_who_leads(cast, as_user):
    boss = as_user("supervisor.wcc.cirebon")
    assert "semua petugas yang boleh menjawab" in boss.get("/piket/").content.decode()
    key = boss.get("/piket/baru/").context["form"].key
    told = {"user": cast["wcc.cirebon"].pk, "idempotency_key": key} | days(0, 1)
    for _click in range(2):
        assert boss.post("/piket/baru/", told).status_code == 302
    duty = Duty.objects.get()
    officer = as_user("wcc.cirebon")
    shown = officer.get("/piket/").content.decode()
    assert "Hari ini" in shown and "/batal/" not in shown
    assert officer.get("/piket/baru/").status_code == 403
    assert as_user("supervisor.cirebon").post(f"/piket/{duty.pk}/batal/").status_code == 404
    assert boss.post(f"/piket/{duty.pk}/batal/").status_code == 302
    assert Duty.objects.get(pk=duty.pk).cancelled_at is not None
