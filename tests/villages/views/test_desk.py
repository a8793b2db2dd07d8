from datetime import timedelta

import pytest
from django.utils import timezone

from ltsa.audit.models import Record
from ltsa.drafts.actions import find_draft
from villages.actions import handle_request
from villages.models import VillageRequest

pytestmark = pytest.mark.django_db

QUEUE = "/desa/permintaan/"


@pytest.fixture
def desk(as_user):
    return as_user("meja.cirebon")


def page_of(row, then=""):
    return f"/desa/permintaan/{row.pk}/{then}"


def codes(response):
    return [line["code"] for line in response.context["lines"]]


def test_the_urgent_come_first_then_whoever_waits_longest(desk, make_request):
    second, third, first = make_request(), make_request(), make_request(urgent=True)
    assert codes(desk.get(QUEUE)) == [first.code, second.code, third.code]


def test_the_queue_shows_no_name_and_no_word_of_the_family(desk, asked):
    page = desk.get(QUEUE).content.decode()
    assert asked.code in page
    for word in ("Carsinah", "Yati", "81234567890", "kabar tiga bulan"):
        assert word not in page


def test_a_late_call_burns(desk, asked):
    VillageRequest.objects.update(call_due_at=timezone.now() - timedelta(hours=1))
    assert "Terlambat" in desk.get(QUEUE).content.decode()


def test_the_queue_pages_by_key(desk, make_request):
    rows = [make_request() for _ in range(27)]
    first = desk.get(QUEUE)
    assert codes(first) == [row.code for row in rows[:25]]
    second = desk.get(QUEUE + first.context["page"].next)
    assert codes(second) == [row.code for row in rows[25:]]
    assert not second.context["page"].next
    back = desk.get(QUEUE + second.context["page"].previous)
    assert codes(back) == codes(first)


def test_reading_a_request_is_recorded(desk, asked, cast):
    page = desk.get(page_of(asked)).content.decode()
    assert "Ibu Carsinah Contoh" in page
    assert Record.objects.get(subject=asked.pk, verb="view").by == cast.meja_cirebon


def test_the_number_is_masked_until_it_is_asked_for_and_that_is_recorded(desk, asked):
    page = desk.get(page_of(asked)).content.decode()
    assert "+62*******7890" in page
    assert "81234567890" not in page
    page = desk.post(page_of(asked, "nomor/")).content.decode()
    assert "+6281234567890" in page
    assert Record.objects.get(subject=asked.pk, verb="reveal").fields == ["phone"]


def test_a_number_that_is_not_safe_is_never_shown(desk, make_request):
    asked = make_request(phone_safe="no")
    page = desk.post(page_of(asked, "nomor/"), follow=True).content.decode()
    assert "81234567890" not in page
    assert "Hubungi lewat kader desa" in page
    assert not Record.objects.filter(verb="reveal").exists()


def test_after_the_call_it_is_being_handled_and_then_done(desk, asked):
    desk.post(page_of(asked, "tangani/"))
    asked.refresh_from_db()
    assert asked.state == "handled"
    assert codes(desk.get(QUEUE)) == []
    assert codes(desk.get(QUEUE, {"status": "handled"})) == [asked.code]
    desk.post(page_of(asked, "selesai/"))
    asked.refresh_from_db()
    assert asked.state == "done"


def test_who_comes_second_gets_409_with_the_present_state(as_user, asked, cast):
    handle_request(asked, by=cast.meja_cirebon)
    response = as_user("supervisor.cirebon").post(page_of(asked, "tangani/"))
    assert response.status_code == 409
    assert "Sedang ditangani" in response.content.decode()


@pytest.mark.parametrize("then", ["", "nomor/", "klien/", "tangani/", "selesai/"])
def test_another_district_finds_nothing(as_user, asked, then):
    other = as_user("meja.blitar")
    ask = other.post if then else other.get
    assert ask(page_of(asked, then)).status_code == 404
    assert codes(other.get(QUEUE)) == []


def test_a_partners_supervisor_is_led_to_the_directory(as_user, asked):
    other = as_user("supervisor.wcc.cirebon")
    assert other.get(QUEUE).url == "/desa/"
    assert other.get(page_of(asked)).status_code == 404


@pytest.mark.parametrize("then", ["nomor/", "klien/", "tangani/", "selesai/"])
def test_nothing_changes_by_a_link(desk, asked, then):
    assert desk.get(page_of(asked, then)).status_code == 405


def test_an_unknown_verb_is_not_found(desk, asked):
    assert desk.post(page_of(asked, "hapus/")).status_code == 404


def test_the_client_is_registered_without_personal_data_in_the_address(desk, asked, cast):
    response = desk.post(page_of(asked, "klien/"))
    assert response.url == f"/klien/baru/?permintaan={asked.pk}"
    assert find_draft(cast.meja_cirebon, response.url).body["full_name"] == ["Ibu Carsinah Contoh"]


def test_the_form_for_the_client_comes_filled(desk, asked):
    form = desk.get(desk.post(page_of(asked, "klien/")).url).context["form"]
    shown = {name: form[name].value() for name in ("full_name", "village", "client_type", "phase")}
    assert shown == {
        "full_name": "Ibu Carsinah Contoh",
        "village": "32.09.30.2007",
        "client_type": "family",
        "phase": "during",
    }


def test_a_broken_position_gives_the_first_page(desk, asked):
    assert codes(desk.get(QUEUE, {"lanjut": "x:y"})) == [asked.code]


def test_the_queue_costs_the_same_for_one_row_and_for_many(desk, make_request, cost_of):
    make_request()
    one = cost_of(lambda: desk.get(QUEUE))
    for _ in range(6):
        make_request()
    assert cost_of(lambda: desk.get(QUEUE)) == one
    assert one <= 6
