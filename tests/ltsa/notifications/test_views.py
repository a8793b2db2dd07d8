import pytest

from ltsa.notifications.actions import notify


@pytest.fixture
def line(cast):
    return notify([cast["wcc.cirebon"]], "referral_received", link="/rujukan/", code="R-ABCDEFG")[0]


def test_the_inbox_counts_shows_and_marks(as_user, line):
    wcc = as_user("wcc.cirebon")
    page = wcc.get("/notifikasi/")
    assert page.context["unread"] == 1
    assert "R-ABCDEFG" in page.text
    assert wcc.post(f"/notifikasi/{line.pk}/").url == "/rujukan/"
    assert wcc.get("/notifikasi/").context["unread"] == 0


def test_reading_is_a_post(as_user, line):
    assert as_user("wcc.cirebon").get(f"/notifikasi/{line.pk}/").status_code == 405


def test_the_line_of_another_does_not_exist(as_user, line):
    other = as_user("sbmi.cirebon")
    assert other.post(f"/notifikasi/{line.pk}/").status_code == 404
    assert "R-ABCDEFG" not in other.get("/notifikasi/").text
    other.post("/notifikasi/dibaca/")
    assert as_user("wcc.cirebon").get("/notifikasi/").context["unread"] == 1


def test_mails_are_shown_in_the_demo_alone(client, settings, line):
    assert client.get(f"/surel/{line.pk}/").status_code == 200
    settings.DEMO = False
    assert client.get("/surel/").status_code == 404
    assert client.get(f"/surel/{line.pk}/").status_code == 404
