from datetime import timedelta

import pytest
from django.utils import timezone

from ltsa.organisations.models import ServicePoint
from villages.models import VillageProfile

pytestmark = pytest.mark.django_db

GEBANG_KULON = "/desa/32.09.30.2007/"


def names(response):
    return [line["name"] for line in response.context["villages"]]


def test_everybody_chooses_a_district_first(client):
    page = client.get("/desa/").content.decode()
    for district in ("Kab. Cirebon", "Kab. Tulungagung", "Kab. Blitar", "Kab. Lampung Timur"):
        assert district in page


def test_a_district_lists_its_villages_with_a_service_point(client):
    response = client.get("/desa/", {"kabupaten": "32.09"})
    assert "Desa Gebang Kulon" in names(response)
    assert all(line["has_post"] for line in response.context["villages"])


def test_a_sub_district_lists_all_its_villages_and_says_which_have_a_post(client):
    response = client.get("/desa/", {"kabupaten": "32.09", "kecamatan": "32.09.30"})
    posts = {line["has_post"] for line in response.context["villages"]}
    assert posts == {True, False}


def test_a_village_is_found_by_a_part_of_its_name(client):
    response = client.get("/desa/", {"kabupaten": "32.09", "nama": "gebang kul"})
    assert names(response) == ["Desa Gebang Kulon"]


def test_a_sub_district_left_over_from_another_district_is_forgotten(client):
    response = client.get("/desa/", {"kabupaten": "35.05", "kecamatan": "32.09.30"})
    assert response.status_code == 200
    assert response.context["villages"]


@pytest.mark.parametrize(
    "query",
    [
        {"kabupaten": "x"},
        {"kabupaten": "32.09", "nama": "\x00"},
        {"kabupaten": "32.09", "nama": "a" * 999},
    ],
)
def test_hostile_questions_get_a_page(client, query):
    assert client.get("/desa/", query).status_code == 200


def test_a_village_page_tells_the_five_duties_and_the_head_is_a_kuwu_in_cirebon(client):
    VillageProfile.objects.create(
        village_id="32.09.30.2007", head="Bapak Contoh", regulation="Perdes 1/2024"
    )
    response = client.get(GEBANG_KULON)
    page = response.content.decode()
    assert len(response.context["duties"]) == 5
    for words in (
        "Kuwu",
        "Bapak Contoh",
        "Perdes 1/2024",
        "Titik Layanan Desa Gebang Kulon",
        "LTSA Cirebon",
    ):
        assert words in page


def test_elsewhere_the_head_is_the_kepala_desa(client):
    assert "Kepala desa" in client.get("/desa/35.05.04.2009/").content.decode()


def test_a_village_without_a_post_is_sent_to_the_district_office(client):
    ServicePoint.objects.filter(type="village_post").update(closed_on=timezone.localdate())
    page = client.get(GEBANG_KULON).content.decode()
    assert "belum punya titik layanan" in page
    assert "LTSA Cirebon" in page


def test_an_entry_older_than_90_days_carries_a_warning(client):
    ServicePoint.objects.update(verified_on=timezone.localdate() - timedelta(days=91))
    assert "Perlu diperiksa ulang" in client.get(GEBANG_KULON).content.decode()


@pytest.mark.parametrize("code", ["32.09.30", "32.09", "99.99.99.9999", "abc"])
def test_what_is_no_village_is_not_found(client, code):
    assert client.get(f"/desa/{code}/").status_code == 404


def test_the_pages_cost_a_constant_number_of_statements(client, cost_of):
    few = cost_of(lambda: client.get("/desa/", {"kabupaten": "32.09", "nama": "gebang kulon"}))
    many = cost_of(lambda: client.get("/desa/", {"kabupaten": "32.09", "kecamatan": "32.09.30"}))
    assert few == many <= 5
    assert cost_of(lambda: client.get(GEBANG_KULON)) <= 5
