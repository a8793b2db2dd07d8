from datetime import timedelta

import pytest
from django.utils import timezone

from villages.home import my_requests, waiting_for_call
from villages.models import VillageRequest

pytestmark = [pytest.mark.django_db, pytest.mark.each_moment]


def test_the_desk_sees_who_waits_for_a_call_and_until_when(asked, cast):
    card = waiting_for_call(cast.meja_cirebon)
    assert [(line.text, line.due_at) for line in card.lines] == [(asked.code, asked.call_due_at)]
    assert waiting_for_call(cast.meja_blitar).lines == []


def test_an_urgent_or_late_call_burns(make_request, cast):
    make_request(urgent=True)
    late = make_request()
    VillageRequest.objects.filter(pk=late.pk).update(
        call_due_at=timezone.now() - timedelta(minutes=1)
    )
    assert {line.tone for line in waiting_for_call(cast.meja_cirebon).lines} == {"burning"}


def test_the_volunteer_sees_code_and_state_alone(asked, cast):
    card = my_requests(cast.kader_cirebon)
    assert [(line.text, line.tag, line.hint) for line in card.lines] == [
        (asked.code, "Diterima", "")
    ]


@pytest.mark.parametrize(
    "who", ["konselor.cirebon", "supervisor.wcc.cirebon", "admin.cirebon", "ppdp"]
)
def test_nobody_else_has_such_a_card(asked, cast, who):
    assert waiting_for_call(cast[who]) is None
    assert my_requests(cast[who]) is None


def test_my_day_shows_the_cards(as_user, asked):
    assert asked.code in as_user("meja.cirebon").get("/beranda/").content.decode()
    assert asked.code in as_user("kader.cirebon").get("/beranda/").content.decode()
