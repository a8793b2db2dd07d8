"""What the frame of every page is with the demo off."""

import pytest

pytestmark = pytest.mark.django_db


def test_no_page_says_that_it_is_an_example(client, settings):
    assert "data karangan" in client.get("/privasi/").content.decode()
    settings.DEMO = False
    page = client.get("/privasi/")
    assert page.context["demo"] is False
    assert "data karangan" not in page.content.decode()


def test_the_cookie_of_the_theme_goes_by_https_alone(client, settings):
    settings.DEMO = False
    answer = client.post("/tampilan/", {"theme": "dark"})
    assert answer.cookies["theme"]["secure"]
