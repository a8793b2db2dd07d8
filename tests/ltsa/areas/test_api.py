import pytest

pytestmark = pytest.mark.django_db


def codes(client, question="") -> list[str]:
    answer = client.get(f"/api/v1/areas/{question}")
    assert answer.status_code == 200, answer.content
    return [row["code"] for row in answer.json()["results"]]


def test_the_tree_is_walked_from_the_provinces_down(api):
    client = api("kader.cirebon")
    assert "32" in codes(client, "?limit=100")
    assert "32.09" in codes(client, "?parent=32&limit=100")
    assert "32.09.30" in codes(client, "?parent=32.09&limit=100")
    assert "32.09.30.2007" in codes(client, "?parent=32.09.30")
    assert codes(client, "?parent=98") == []


def test_a_name_is_searched_inside_an_area(api):
    client = api("meja.cirebon")
    assert codes(client, "?q=Gebang Kulon&parent=32.09") == ["32.09.30.2007"]
    assert codes(client, "?q=Gebang Kulon&parent=35.04") == []


def test_one_area_is_read_by_its_code(api):
    client = api("meja.cirebon")
    told = client.get("/api/v1/areas/32.09/").json()
    assert told == {"code": "32.09", "name": "Kabupaten Cirebon", "level": "regency"}
    assert client.get("/api/v1/areas/98.98/").status_code == 404


@pytest.mark.parametrize("parent", ["x", "32.9", "32.09.", "32'", "%00"])
def test_a_parent_that_is_no_code_is_400(api, parent):
    answer = api("meja.cirebon").get(f"/api/v1/areas/?parent={parent}")
    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == ["parent"]
