import pytest
from django.utils import timezone

pytestmark = pytest.mark.usefixtures("mid_month")  # the running month is what is shown

ADDRESS = "/api/v1/figures/"


def table(answer, name: str) -> dict:
    found = next(one for one in answer.json()["tables"] if one["name"] == name)
    return {row["code"]: row["cells"] for row in found["rows"]}


def test_the_api_gives_the_numbers_of_the_page(api, make_referral):
    make_referral()
    answer = api("admin.cirebon").get(ADDRESS)
    assert answer.status_code == 200
    assert answer.json()["district"] == "32.09"
    assert table(answer, "referrals-state")["sent"][0]["value"] == 1


def test_the_api_hides_what_the_page_hides(api, make_case):
    make_case(types=["GBV02"], limits_explained=True)
    cell = table(api("admin.cirebon").get(ADDRESS), "cases-sensitive")["gbv"][0]
    assert cell == {"value": None, "text": "<5", "hidden": True}


def test_another_district_is_not_found(api):
    assert api("admin.cirebon").get(ADDRESS, {"district": "35.04"}).status_code == 404
    assert api("meja.cirebon").get(ADDRESS, {"district": "35.04"}).status_code == 404
    assert api("pemirsa").get(ADDRESS, {"district": "99.99"}).status_code == 404


def test_a_viewer_asks_for_any_district_or_all(api):
    client = api("pemirsa")
    assert client.get(ADDRESS, {"district": "35.04"}).json()["district"] == "35.04"
    assert client.get(ADDRESS).json()["district"] is None


def test_a_viewer_never_gets_days_of_the_running_month(api):
    today = timezone.localdate()
    answer = api("pemirsa").get(ADDRESS, {"from": "2020-01-01", "to": today.isoformat()}).json()
    assert answer["to"] < today.replace(day=1).isoformat()
    assert answer["concerns"] == []


def test_wrong_days_are_told_at_their_name(api):
    answer = api("admin.cirebon").get(ADDRESS, {"from": "kemarin", "to": "2026-02-31"})
    assert answer.status_code == 400
    assert set(answer.json()["errors"]) == {"from", "to"}


def test_a_volunteer_has_no_figures(api):
    assert api("kader.cirebon").get(ADDRESS).status_code == 403
