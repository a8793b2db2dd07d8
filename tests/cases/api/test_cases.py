from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.formats import date_format

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
    assert told.json()["code"].startswith("LTSA-3209-")
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
    desk, head = api("meja.cirebon"), api("supervisor.cirebon")
    act(desk, case, "verify")
    assert list(problem(act(head, case, "close"), 400)["errors"]) == ["reason"]
    assert list(problem(act(head, case, "close", reason="solved"), 400)["errors"]) == ["reason"]
    told = act(head, case, "close", reason="client_withdrew", note="Datang sendiri.")
    assert (told.json()["state"], told.json()["outcomes"]) == ("closed", ["none"])
    assert told.json()["verbs"] == ["reopen"]


def test_a_legal_reason_before_its_day_is_400_and_names_the_day(api, case):
    act(api("meja.cirebon"), case, "verify")
    told = problem(act(api("supervisor.cirebon"), case, "close", reason="documents_30"), 400)
    day = date_format(timezone.localdate() + timedelta(days=30), "j F Y")
    assert day in told["errors"]["reason"][0]


def test_who_resolved_it_is_told_to_ask_the_supervisor(api, case):
    desk, head = api("meja.cirebon"), api("supervisor.cirebon")
    for verb in ("verify", "start"):
        act(desk, case, verb)
    told = act(desk, case, "resolve", outcomes=["money", "informed"], reason="settled").json()
    assert (told["closing_asked"], told["outcomes"]) == ("settled", ["money", "informed"])
    assert told["verbs"] == ["reopen"]
    assert "supervisor" in problem(act(desk, case, "close", reason="settled"), 403)["detail"]
    assert "close" in head.get(f"/api/v1/cases/{case.pk}/").json()["verbs"]
    told = act(head, case, "close").json()
    assert (told["state"], told["closing_reason"]) == ("closed", "settled")


def test_a_case_without_an_outcome_is_not_closed(api, case):
    for verb in ("verify", "start", "resolve"):
        act(api("meja.cirebon"), case, verb)
    head = api("supervisor.cirebon")
    assert list(problem(act(head, case, "close", reason="solved"), 400)["errors"]) == ["outcomes"]
    for wrong in (["gold"], "money", [None], [["money"]], {"a": 1}, ["none", "money"]):
        told = act(head, case, "close", reason="solved", outcomes=wrong)
        assert "outcomes" in str(problem(told, 400)["errors"])
    assert act(head, case, "close", reason="solved", outcomes=["home"]).status_code == 200


def test_an_office_of_one_closes_with_a_reason(api, cast, make_case):
    one, case = api("sbmi.cirebon"), make_case(by="sbmi.cirebon")
    for verb in ("verify", "start", "resolve"):
        act(one, case, verb)
    told = {"reason": "solved", "outcomes": ["informed"]}
    assert list(problem(act(one, case, "close", **told), 400)["errors"]) == ["alone_because"]
    why = "Tidak ada orang kedua di serikat ini."
    assert act(one, case, "close", alone_because=why, **told).status_code == 200


def test_asking_for_the_closing_changes_no_state(api, case):
    desk = api("meja.cirebon")
    act(desk, case, "verify")
    assert list(problem(act(desk, case, "ask_closing"), 400)["errors"]) == ["reason"]
    told = act(desk, case, "ask_closing", reason="duplicate").json()
    assert (told["state"], told["closing_asked"]) == ("verifying", "duplicate")
    bare = api("admin.cirebon").get(f"/api/v1/cases/{case.pk}/").json()
    assert (bare["closing_asked"], bare["outcomes"]) == (None, [])


def test_a_case_without_a_complainant_is_not_verified(api, make_case):
    case = make_case(reported_by="agency")
    told = problem(act(api("meja.cirebon"), case, "verify"), 400)
    assert list(told["errors"]) == ["complainant"]


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
