import pytest

pytestmark = pytest.mark.django_db


def rows(client, path) -> list[dict]:
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == 200, answer.content
    return answer.json()["results"]


def test_the_directory_tells_who_offers_what(api):
    (centre,) = rows(api("meja.cirebon"), "organisations/?q=mawar balqis")
    assert centre["kind"] == "womens_organisation"
    assert centre["district"] == "32.09"
    assert {"psychosocial"} <= set(centre["services"])


def test_it_tells_no_address_and_no_phone(api):
    shown = rows(api("meja.cirebon"), "organisations/")[0].keys()
    assert shown == {"id", "name", "kind", "district", "services", "confirmed"}


def test_a_district_narrows_it(api):
    found = rows(api("pemirsa"), "organisations/?district=35.05&limit=100")
    assert found
    assert {row["district"] for row in found} == {"35.05"}


def test_a_service_point_has_the_kind_and_services_of_its_house(api, cast):
    point = cast.meja_cirebon.posting.service_point
    told = api("meja.cirebon").get(f"/api/v1/service-points/{point.pk}/").json()
    assert (told["kind"], told["type"]) == ("government", "office")
    assert told["organisation"] == str(point.organisation_id)
