from datetime import timedelta

import pytest
from django.utils import timezone

from cases.models import Case, Mediation
from ltsa.audit.models import Record
from tests.cases.mediations import in_progress
from tests.ltsa.api.test_errors import problem

ASKED = {
    "party": {"kind": "sponsor", "name": "Budi Umpama"},
    "mediator_name": "Rahmat Contohnya",
    "client_willing": True,
    "briefed": True,
}
FIXED = "Mediasi tidak dapat diajukan untuk kasus ini. Tawarkan bantuan hukum atau rujukan."


@pytest.fixture
def going(make_case, cast):
    return in_progress(make_case(), by=cast["meja.cirebon"])


@pytest.fixture
def desk(api):
    return api("meja.cirebon")


def ask(client, case, **told):
    path = f"/api/v1/cases/{case.pk}/mediations/"
    return client.post(path, ASKED | told, format="json")


def do(client, told, verb, **body):
    return client.post(f"/api/v1/mediations/{told['id']}/{verb}/", body, format="json")


def day(days=0):
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def held(**told):
    base = {"meeting": "mediation", "held_at": timezone.now().isoformat(), "place": "LTSA"}
    came = {"client_came": True, "respondent_came": True, "result": "agreed"}
    item = {"kind": "money", "amount": "9200.00", "currency": "HKD", "due_on": day(14)}
    return base | came | {"items": [item]} | told


def test_a_mediation_goes_its_way(desk, going):
    told = ask(desk, going)
    assert told.status_code == 201, told.content
    told = told.json()
    assert (told["state"], told["respondent"]) == ("requested", "Budi Umpama")
    assert desk.get(f"/api/v1/mediations/{told['id']}/").json() == told
    called = {"meeting": "clarification_1", "place": "LTSA"}
    at = (timezone.now() + timedelta(days=3)).isoformat()
    told = do(desk, told, "invite", meets_at=at, **called).json()
    (invitation,) = told["invitations"]
    came = {"delivered_on": day(), "delivered_by": "post", "invitation": invitation["id"]}
    told = do(desk, told, "deliver", **came).json()
    assert told["invitations"][0]["delivered_by"] == "post"
    told = do(desk, told, "hear", **held()).json()
    assert told["state"] == "agreed"
    (promise,) = told["promises"]
    paid = {"amount": "4000.50", "currency": "HKD", "rate": "2081.5", "rate_on": day()}
    paid |= {"rate_source": "Bank Indonesia", "received_on": day(), "promise": promise["id"]}
    told = do(desk, told, "pay", **paid).json()
    assert told["promises"][0]["state"] == "partly"
    (payment,) = told["promises"][0]["payments"]
    assert payment["rupiah"] == "8327040.75"
    told = do(desk, told, "void_payment", payment=payment["id"], reason="Salah catat").json()
    assert told["promises"][0]["state"] == "open"
    assert "errors" in problem(do(desk, told, "break_promise", promise=promise["id"]), 400)


def test_what_the_law_bars_is_422_with_the_rule_and_on_record(desk, going):
    Case.objects.filter(pk=going.pk).update(threat=True)
    told = problem(ask(desk, going), 422)
    assert (told["code"], told["rules"]) == ("mediation_barred", ["threat"])
    assert told["detail"] == FIXED
    assert Record.objects.get(verb="refused", subject=going.pk).fields == [
        "mediate",
        "mediation_barred",
    ]
    assert not Mediation.objects.exists()


@pytest.mark.parametrize("types", [["GBV02"], ["TPO01"], []])
def test_a_restricted_case_is_404_to_everybody_and_on_record_for_who_knows_it(
    api, make_case, types
):
    told = {"limits_explained": True} if types else {"restricted": True, "account": ""}
    case = make_case(types=types, by="konselor.cirebon", **told)
    who = ("konselor.cirebon", "supervisor.cirebon", "meja.cirebon", "sbmi.cirebon", "wcc.cirebon")
    assert len({ask(api(one), case).content for one in who}) == 1
    assert problem(ask(api("konselor.cirebon"), case), 404)["detail"] == "Tidak ditemukan."
    # Twice by whoever is on its team; the others know of none.
    tried = Record.objects.filter(verb="refused", subject=case.pk, fields__contains=["mediate"])
    assert tried.count() == 2


def test_its_opener_hears_no_more_than_a_stranger(api, make_case):
    case = make_case(types=(), restricted=True, account="", by="meja.cirebon")
    problem(ask(api("meja.cirebon"), case), 404)
    assert Record.objects.filter(verb="refused", subject=case.pk).count() == 1


def test_a_settlement_that_sums_to_nothing_is_refused_and_on_record(desk, going):
    told = ask(desk, going).json()
    empty = problem(do(desk, told, "hear", **held(items=[])), 400)
    assert list(empty["errors"]) == ["items"]
    assert Record.objects.filter(verb="refused", fields=["hear", "sums_to_nothing"]).exists()
    wrong = [{"kind": "money", "amount": 9200, "currency": "HKD", "due_on": day(14)}]
    assert problem(do(desk, told, "hear", **held(items=wrong)), 400)
    wrong = [{"kind": "money", "amount": "0.00", "currency": "HKD", "due_on": day(14)}]
    assert problem(do(desk, told, "hear", **held(items=wrong)), 400)


def test_an_illegal_verb_is_409_with_the_present_state(desk, going):
    told = ask(desk, going).json()
    assert do(desk, told, "cancel").json()["state"] == "cancelled"
    assert problem(do(desk, told, "hear", **held()), 409)["state"] == "cancelled"


def test_a_case_that_is_not_worked_on_is_409(desk, case):
    assert problem(ask(desk, case), 409)["state"] == "new"


def test_one_key_makes_one_mediation(desk, going):
    path = f"/api/v1/cases/{going.pk}/mediations/"
    key = {"Idempotency-Key": "m"}
    first, second = (desk.post(path, ASKED, format="json", headers=key) for _ in range(2))
    assert first.json()["id"] == second.json()["id"]
    assert Mediation.objects.count() == 1


def test_others_do_not_find_it(api, desk, going):
    told = ask(desk, going).json()
    for who in ("sbmi.cirebon", "meja.tulungagung"):
        assert api(who).get(f"/api/v1/mediations/{told['id']}/").status_code == 404
        assert api(who).get("/api/v1/mediations/").json()["results"] == []
        assert do(api(who), told, "cancel").status_code == 404
    assert [one["id"] for one in desk.get("/api/v1/mediations/").json()["results"]] == [told["id"]]
    found = desk.get(f"/api/v1/mediations/?q={going.code}").json()["results"]
    assert [one["id"] for one in found] == [told["id"]]
