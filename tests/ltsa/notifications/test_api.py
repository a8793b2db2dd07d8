import pytest

pytestmark = pytest.mark.django_db


def lines(client, question="") -> list[dict]:
    answer = client.get(f"/api/v1/notifications/{question}")
    assert answer.status_code == 200, answer.content
    return answer.json()["results"]


def test_a_line_names_kind_link_and_code_and_nobody(api, referral):
    (line,) = lines(api("wcc.cirebon"))
    assert (line["kind"], line["code"]) == ("referral_received", referral.code)
    assert line["link"] == f"/rujukan/{referral.pk}/"
    assert "Suharti" not in str(line)


def test_ones_own_lines_alone(api, referral):
    (line,) = lines(api("wcc.cirebon"))
    path = f"/api/v1/notifications/{line['id']}/"
    for who in ("meja.cirebon", "supervisor.wcc.cirebon"):
        assert api(who).get(path).status_code == 404
        assert api(who).post(f"{path}read/", {}, format="json").status_code == 404


def test_a_line_is_read_once_and_keeps_its_time(api, referral):
    centre = api("wcc.cirebon")
    (line,) = lines(centre, "?unread=true")
    path = f"/api/v1/notifications/{line['id']}/read/"
    first, second = (centre.post(path, {}, format="json").json() for _ in range(2))
    assert first["read_at"] == second["read_at"] is not None
    assert lines(centre, "?unread=true") == []
    assert len(lines(centre, "?unread=false")) == 1
