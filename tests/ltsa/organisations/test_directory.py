from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ltsa.organisations.models import OfferedService, Organisation

pytestmark = pytest.mark.django_db

PAGE = "/direktori/"


def names(response):
    return {
        entry["name"] for group in response.context["groups"] for entry in group["organisations"]
    }


def test_everybody_finds_the_emergency_numbers(client):
    page = client.get(PAGE).content.decode()
    for number in ("tel:110", "tel:119", "tel:129", "0811-129-129"):
        assert number in page


def test_a_district_shows_its_own_partners_and_the_nations(client):
    found = names(client.get(PAGE, {"kabupaten": "32.09"}))
    assert "WCC Mawar Balqis" in found
    assert "Kementerian Pelindungan Pekerja Migran Indonesia" in found
    assert "Koalisi Perempuan Indonesia Tulungagung" not in found
    assert not any(name.startswith("Pemerintah Desa") for name in found)


def test_who_is_signed_in_begins_with_her_own_district(as_user):
    assert "WCC Mawar Balqis" in names(as_user("meja.cirebon").get(PAGE))


def test_a_service_narrows_the_list(client):
    found = names(client.get(PAGE, {"kabupaten": "32.09", "layanan": "shelter"}))
    assert found == {"WCC Mawar Balqis", "UPTD PPA Kabupaten Cirebon"}


def test_the_address_of_a_shelter_is_nowhere_on_the_page(client):
    shelters = Organisation.objects.filter(offers__code="shelter")
    shelters.update(address="Jalan Rahasia 7")
    for house in shelters:
        house.service_points.update(address="Jalan Rahasia 7")
    page = client.get(PAGE, {"kabupaten": "32.09"}).content.decode()
    assert "Jalan Rahasia" not in page
    assert shelters.get(name="WCC Mawar Balqis").phone in page


def test_a_partner_that_is_not_confirmed_is_marked(client):
    page = client.get(PAGE, {"kabupaten": "35.04"}).content.decode()
    assert "Kemitraan belum dikonfirmasi" in page
    assert (
        "Kemitraan belum dikonfirmasi"
        not in client.get(PAGE, {"kabupaten": "32.09"}).content.decode()
    )


def test_an_old_entry_carries_a_warning(client):
    Organisation.objects.filter(district="32.09").update(
        verified_on=timezone.localdate() - timedelta(days=91)
    )
    page = client.get(PAGE, {"kabupaten": "32.09"}).content.decode()
    assert "Perlu diperiksa ulang" in page


def test_who_has_ended_is_gone(client):
    Organisation.objects.filter(name="WCC Mawar Balqis").update(ended_on=timezone.localdate())
    assert "WCC Mawar Balqis" not in names(client.get(PAGE, {"kabupaten": "32.09"}))


@pytest.mark.parametrize(
    "query", [{"kabupaten": "x' OR 1=1"}, {"layanan": "\x00"}, {"kabupaten": "99.99"}]
)
def test_hostile_questions_get_a_page(client, query):
    assert client.get(PAGE, query).status_code == 200


def test_the_page_costs_the_same_however_many_partners_there_are(client):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            client.get(PAGE, {"kabupaten": "32.09"})
        return len(queries)

    few = cost()
    for number in range(5):
        house = Organisation.objects.create(
            name=f"Mitra {number}", kind="other", district_id="32.09"
        )
        OfferedService.objects.create(organisation=house, code="legal")
    assert cost() == few <= 5
