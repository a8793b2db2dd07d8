import pytest

from ltsa.organisations.actions import create_agency
from tests.ltsa.api.test_errors import problem

TOLD = {"types": ["REK03"], "account": "Biaya diminta dua kali.", "reported_by": "self"}


@pytest.fixture
def agency(cast):
    return create_agency(name="PT Contoh Karya", kind="p3mi", by=cast["admin.cirebon"])


def test_the_register_is_searched_by_name(api, agency):
    found = api("meja.cirebon").get("/api/v1/agencies/", {"q": "tjontoh karja"}).json()["results"]
    assert [(one["id"], one["status"], one["complaints"]) for one in found] == [
        (str(agency.pk), "unknown", 0)
    ]
    assert api("pemirsa").get("/api/v1/agencies/").status_code == 403


def test_a_case_names_the_agency_it_is_about(api, migrant, agency):
    told = TOLD | {"migrant": str(migrant.pk), "agency": str(agency.pk)}
    case = api("meja.cirebon").post("/api/v1/cases/", told, format="json").json()
    assert case["agency"] == str(agency.pk)


def test_a_district_admin_reads_the_line_without_the_agency(api, migrant, agency):
    told = TOLD | {"migrant": str(migrant.pk), "agency": str(agency.pk)}
    case = api("meja.cirebon").post("/api/v1/cases/", told, format="json").json()
    line = api("admin.cirebon").get(f"/api/v1/cases/{case['id']}/").json()
    assert line["agency"] is None


def test_an_agency_that_is_not_there_is_refused(api, migrant):
    told = TOLD | {"migrant": str(migrant.pk), "agency": str(migrant.pk)}
    answer = api("meja.cirebon").post("/api/v1/cases/", told, format="json")
    assert list(problem(answer, 400)["errors"]) == ["agency"]
