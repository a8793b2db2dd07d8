import pytest

pytestmark = pytest.mark.django_db


def test_pages_lead_through_every_row_once_and_back(api, make_migrant):
    made = {str(make_migrant().pk) for _ in range(7)}
    desk, url, seen, pages = api("meja.cirebon"), "/api/v1/migrants/?limit=3", [], []
    while url:
        pages.append(desk.get(url).json())
        seen += [row["id"] for row in pages[-1]["results"]]
        url = pages[-1]["next"]
    assert len(seen) == 7
    assert set(seen) == made
    assert pages[0]["previous"] is None
    assert desk.get(pages[2]["previous"]).json()["results"] == pages[1]["results"]


def test_a_search_gives_the_best_and_no_next_page(api, make_migrant):
    make_migrant(full_name="Sumarni Misalwati")
    make_migrant(full_name="Karti Umpamasih")
    told = api("meja.cirebon").get("/api/v1/migrants/?q=Soemarni").json()
    assert [row["full_name"] for row in told["results"]] == ["Sumarni Misalwati"]
    assert (told["next"], told["previous"]) == (None, None)


@pytest.mark.parametrize(
    ("path", "who"),
    [
        ("migrants/", "meja.cirebon"),
        ("migrants/", "wcc.cirebon"),
        ("sessions/", "meja.cirebon"),
        ("cases/", "meja.cirebon"),
        ("referrals/", "meja.cirebon"),
        ("referrals/", "wcc.cirebon"),
        ("organisations/", "meja.cirebon"),
        ("service-points/", "meja.cirebon"),
        ("notifications/", "wcc.cirebon"),
    ],
)
def test_a_list_costs_the_same_for_one_row_and_for_many(
    api, make_referral, path, who, django_assert_max_num_queries
):
    def work():
        referral = make_referral()
        if who == "wcc.cirebon":
            answer = api(who).post(f"/api/v1/referrals/{referral.pk}/accept/", {}, format="json")
            assert answer.status_code == 200

    client = api(who)
    work()
    # Two of them are the trail: what the token has used of its hour, and the line of the list.
    with django_assert_max_num_queries(9) as few:
        assert client.get(f"/api/v1/{path}").json()["results"] or path == "sessions/"
    cost = len(few)
    for _ in range(3):
        work()
    with django_assert_max_num_queries(cost):
        client.get(f"/api/v1/{path}")
