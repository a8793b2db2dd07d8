"""What /direktori.json and /direktori/hsds/ say, against the schema of HSDS 3.0 that lies beside this file."""

import json
from datetime import time, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from ltsa.organisations.models import Closure, OfferedService, OpeningHours, Organisation

pytestmark = pytest.mark.django_db

SERVICES, ORGANIZATIONS = "/direktori/hsds/services", "/direktori/hsds/organizations"
CIREBON = {"kabupaten": "32.09"}


def strict(schema: dict) -> dict:
    """The schema lets any other field pass; a field that HSDS does not know would be a slip of ours."""
    return schema | {"additionalProperties": False}


SCHEMAS = {
    path.name: strict(json.loads(path.read_text()))
    for path in (Path(__file__).parent / "hsds-3.0").glob("*.json")
}
REGISTRY = Registry().with_resources(
    (name, DRAFT202012.create_resource(schema)) for name, schema in SCHEMAS.items()
)


def faults(name: str, rows: list[dict]) -> list[str]:
    validator = Draft202012Validator(
        SCHEMAS[f"{name}.json"], registry=REGISTRY, format_checker=FormatChecker()
    )
    return [error.message for row in rows for error in validator.iter_errors(row)]


@pytest.fixture
def wcc(cast):
    house = cast.wcc_cirebon.posting.organisation
    house.languages, house.disability_access = ["id", "jv"], ["ramp"]
    house.focal_person = "Ibu Contohpenghubung"
    house.address = "Jalan Rahasia 7"
    house.save()
    house.service_points.update(address="Jalan Rahasia 7")
    for weekday in range(1, 6):
        for opens, closes in ((8, 12), (13, 16)):
            OpeningHours.objects.create(
                organisation=house, weekday=weekday, opens=time(opens), closes=time(closes)
            )
    return house


@pytest.fixture
def legal(wcc):
    offer = wcc.offers.get(code="legal")
    offer.sex, offer.age_from, offer.areas = "female", 18, ["32.09.30"]
    offer.cost, offer.note, offer.phases = "Gratis", "Bawa surat rujukan", ["after"]
    offer.save()
    return offer


def of(answer, name: str) -> dict:
    return next(one for one in answer.json()["contents"] if one["name"] == name)


def test_every_service_is_one_of_hsds_3(client, legal):
    OfferedService.objects.filter(code="shelter").update(is_24h=True)
    rows = client.get("/direktori.json", {"per_page": 200}).json()["contents"]
    assert len(rows) > 20
    assert faults("service", rows) == []


def test_every_organization_is_one_of_hsds_3(client, wcc):
    rows = client.get(ORGANIZATIONS, {"per_page": 200}).json()["contents"]
    assert wcc.name in {row["name"] for row in rows}
    assert faults("organization", rows) == []


def test_the_schema_is_not_asleep(client, legal):
    row = client.get(SERVICES, CIREBON).json()["contents"][0]
    assert faults("service", [row | {"status": "penuh"}])
    assert faults("service", [row | {"focal_person": "Ibu"}])
    assert faults("service", [row | {"id": "1"}])


def test_a_service_says_for_whom_where_and_when(client, wcc, legal):
    rows = client.get(SERVICES, CIREBON).json()["contents"]
    row = next(one for one in rows if one["id"] and one["organization"]["name"] == wcc.name
               and one["name"] == "Bantuan hukum")  # fmt: skip
    assert (row["status"], row["minimum_age"], row["fees_description"]) == ("active", 18, "Gratis")
    assert row["eligibility_description"].startswith("Perempuan saja · umur 18 tahun ke atas")
    assert [area["extent"] for area in row["service_areas"]] == ["32.09.30"]
    assert [one["byday"] for one in row["schedules"]] == ["MO,TU,WE,TH,FR"] * 2
    assert {one["code"] for one in row["languages"]} == {"id", "jv"}
    assert row["attributes"][0]["taxonomy_term"]["code"] == "legal"


def test_no_place_of_a_shelter_no_person_and_no_reason_is_told(client, wcc, legal):
    today = timezone.localdate()
    legal.paused_since, legal.pause_reason = today, "Ibu Contohsari cuti"
    legal.save()
    Closure.objects.create(
        organisation=wcc, starts_on=today, ends_on=today + timedelta(days=2), reason="Pindah rumah"
    )
    for path in (SERVICES, ORGANIZATIONS):
        told = client.get(path, {"per_page": 200}).content.decode()
        for secret in ("Rahasia", "Contohpenghubung", "Contohsari", "Pindah rumah"):
            assert secret not in told
    rows = client.get(ORGANIZATIONS, CIREBON).json()["contents"]
    place = next(one for one in rows if one["name"] == wcc.name)["locations"][0]
    assert (place["location_type"], place["addresses"]) == ("virtual", [])


def test_who_is_full_or_closed_is_closed_for_the_time_being(client, wcc, legal):
    legal.paused_since = timezone.localdate()
    legal.save()
    mine = [
        one
        for one in client.get(SERVICES, CIREBON).json()["contents"]
        if one["organization_id"] == str(wcc.pk)
    ]
    assert {one["name"] for one in mine if one["status"] == "temporarily closed"} == {
        "Bantuan hukum"
    }


def test_a_district_and_a_page_narrow_the_list(client, wcc):
    first = client.get(SERVICES, CIREBON | {"per_page": 3}).json()
    last = client.get(SERVICES, CIREBON | {"per_page": 3, "page": first["total_pages"]}).json()
    assert (first["size"], first["first_page"], last["last_page"]) == (3, True, True)
    every = client.get(SERVICES, {"per_page": 200}).json()
    assert first["total_items"] < every["total_items"]
    assert not any(one["name"].startswith("Pemerintah Desa") for one in every["contents"])


def test_the_ids_stay(client, wcc):
    assert client.get(SERVICES).content == client.get(SERVICES).content


def test_it_costs_the_same_however_many_there_are(client, wcc):
    def cost(path):
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        return len(queries)

    few = [cost(path) for path in (SERVICES, ORGANIZATIONS)]
    for number in range(4):
        house = Organisation.objects.create(
            name=f"Mitra {number}", kind="other", district_id="32.09"
        )
        OfferedService.objects.create(organisation=house, code="legal", areas=["32.09.30"])
    assert [cost(path) for path in (SERVICES, ORGANIZATIONS)] == few
    assert max(few) <= 6


@pytest.mark.parametrize(
    "asked", [{"page": "9" * 9000}, {"per_page": "\x00"}, {"kabupaten": "\x00'"}, {"page": "-1"}]
)
def test_hostile_questions_get_an_answer(client, asked):
    for path in (SERVICES, ORGANIZATIONS, "/direktori.json"):
        assert client.get(path, asked).status_code == 200
    assert client.post(SERVICES).status_code == 405
    assert client.get("/direktori/hsds/").json()["version"] == "3.0"
