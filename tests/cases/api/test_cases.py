import pytest

from cases.models import Case
from tests.ltsa.api.test_errors import problem

pytestmark = pytest.mark.django_db


def open_case(client, migrant, **fields):
    told = {
        "migrant": str(migrant.pk),
        "types": ["REK03"],
        "account": "Biaya diminta dua kali.",
        "reported_by": "self",
    }
    return client.post("/api/v1/cases/", told | fields, format="json")


def act(client, case, verb, **fields):
    return client.post(f"/api/v1/cases/{case.pk}/{verb}/", fields, format="json")


def test_an_ordinary_case_needs_a_type_and_an_account(api, migrant):
    told = problem(open_case(api("meja.cirebon"), migrant, types=[], account=""), 400)
    assert set(told["errors"]) == {"types", "account"}
    told = problem(open_case(api("meja.cirebon"), migrant, types=["XXX99"]), 400)
    assert list(told["errors"]) == ["types"]


def test_the_first_type_is_the_primary_one(api, migrant):
    told = open_case(api("meja.cirebon"), migrant, types=["KRJ01", "REK03", "KRJ01"]).json()
    assert told["types"] == ["KRJ01", "REK03"]


@pytest.mark.parametrize(
    "fields",
    [
        {"restricted": True, "types": [], "account": ""},
        {"types": ["GBV02"], "limits_explained": True},
        {"types": ["REK03", "TPO01"], "account": ""},
    ],
)
def test_a_restricted_case_answers_with_id_code_and_state_and_is_then_gone(api, migrant, fields):
    """Whoever opened it, whoever is on its team: no token reads it."""
    told = open_case(api("konselor.cirebon"), migrant, **fields)
    assert told.status_code == 201
    assert told.json().keys() == {"id", "code", "state"}
    assert "LTSA-" not in told.json()["code"]
    case = Case.objects.get(pk=told.json()["id"])
    assert case.restricted
    for who in ("konselor.cirebon", "supervisor.cirebon", "meja.cirebon", "admin.cirebon"):
        client = api(who)
        assert client.get(f"/api/v1/cases/{case.pk}/").status_code == 404
        assert client.get("/api/v1/cases/").json()["results"] == []
        assert client.get(f"/api/v1/cases/?q={case.code}").json()["results"] == []
        assert act(client, case, "verify").status_code in (403, 404)


def test_a_repeat_of_opening_a_restricted_case_says_no_more(api, migrant):
    desk = api("meja.cirebon")
    body = {"migrant": str(migrant.pk), "reported_by": "self", "restricted": True}
    first, second = (
        desk.post("/api/v1/cases/", body, format="json", headers={"Idempotency-Key": "r"})
        for _ in range(2)
    )
    assert first.json() == second.json()
    assert second.json().keys() == {"id", "code", "state"}


def test_a_story_of_a_sensitive_kind_needs_the_limits_explained(api, migrant):
    told = problem(open_case(api("konselor.cirebon"), migrant, types=["GBV01"]), 400)
    assert list(told["errors"]) == ["limits_explained"]


def test_an_illegal_verb_is_409_with_the_present_state(api, case):
    told = problem(act(api("meja.cirebon"), case, "resolve"), 409)
    assert told["state"] == "new"


def test_a_verb_that_does_not_exist_is_404(api, case):
    problem(act(api("meja.cirebon"), case, "destroy"), 404)
    problem(act(api("meja.cirebon"), case, "expire"), 404)


def test_a_stale_version_is_409_with_the_values_of_now(api, case):
    desk = api("meja.cirebon")
    assert act(desk, case, "verify", version=1).status_code == 200
    told = problem(act(desk, case, "start", version=1), 409)
    assert (told["current"]["state"], told["current"]["version"]) == ("verifying", 2)


def test_an_unsolved_case_closes_for_a_legal_reason_only(api, case):
    desk = api("meja.cirebon")
    act(desk, case, "verify")
    assert list(problem(act(desk, case, "close"), 400)["errors"]) == ["reason"]
    assert list(problem(act(desk, case, "close", reason="solved"), 400)["errors"]) == ["reason"]
    told = act(desk, case, "close", reason="client_withdrew")
    assert told.json()["state"] == "closed"
    assert told.json()["verbs"] == ["reopen"]


@pytest.mark.parametrize(
    ("who", "code"),
    [
        ("meja.cirebon", 200),
        ("supervisor.cirebon", 200),
        ("admin.cirebon", 200),
        ("wcc.cirebon", 404),
        ("meja.blitar", 404),
        ("admin.blitar", 404),
        ("kader.cirebon", 403),
        ("pemirsa", 403),
        ("ppdp", 403),
        ("sistem", 403),
    ],
)
def test_who_sees_an_ordinary_case(api, case, who, code):
    assert api(who).get(f"/api/v1/cases/{case.pk}/").status_code == code


def test_a_district_admin_reads_the_line_and_not_the_story(api, case):
    told = api("admin.cirebon").get(f"/api/v1/cases/{case.pk}/").json()
    assert (told["account"], told["types"], told["reported_by"], told["verbs"]) == (
        "",
        [],
        None,
        [],
    )
    problem(act(api("admin.cirebon"), case, "verify"), 403)


def test_cases_are_found_by_code_and_by_the_client(api, make_case, make_migrant):
    case = make_case(make_migrant(full_name="Sumarni Misalwati"))
    make_case(make_migrant(full_name="Karti Umpamasih"))
    desk = api("meja.cirebon")
    for question in (f"q={case.code}", "q=Soemarni", f"migrant={case.migrant_id}"):
        rows = desk.get(f"/api/v1/cases/?{question}").json()["results"]
        assert [row["id"] for row in rows] == [str(case.pk)]
