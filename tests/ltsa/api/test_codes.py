import pytest

from ltsa.api.codes import LISTS

pytestmark = pytest.mark.django_db

PROMISED = {
    "topics", "kinds", "outcomes", "channels", "case-types", "services", "decline-reasons",
    "closing-reasons", "disclosure-groups", "sexes", "phases", "client-types", "age-bands",
    "priorities", "reported-by", "consent-methods",
}  # fmt: skip


def test_every_list_that_is_promised_is_there():
    assert LISTS.keys() >= PROMISED


@pytest.mark.parametrize("name", sorted(PROMISED))
def test_a_list_has_codes_with_labels_in_both_languages(api, name):
    rows = api("kader.cirebon").get(f"/api/v1/codes/{name}/").json()["results"]
    assert rows
    assert all(row["code"] and row["label_id"] and row["label_en"] for row in rows)


def test_the_labels_do_not_follow_the_language_of_the_reader(api):
    client = api("meja.cirebon")
    client.cookies["django_language"] = "en"
    row = client.get("/api/v1/codes/case-types/").json()["results"][0]
    assert row["label_id"] != row["label_en"]
