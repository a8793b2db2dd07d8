import pytest
from django.urls import reverse

from ltsa.accounts.invitations import invitation_link
from ltsa.accounts.models import User

pytestmark = pytest.mark.django_db

PASSWORD = "kebun-teh-di-kaki-gunung"


def open_link(client, link: str):
    return client.get(link.removeprefix("http://localhost:8000"), follow=True)


@pytest.fixture
def invited(settings):
    settings.SITE_URL = "http://localhost:8000/"
    return User.objects.create_user("sri.cilacap", full_name="Sri Contoh")


def test_under_the_link_a_person_chooses_her_password_once(client, invited):
    link = invitation_link(invited)
    page = open_link(client, link)
    assert page.status_code == 200
    assert "<strong>sri.cilacap</strong>" in page.content.decode()  # no mail says it
    answer = client.post(
        page.request["PATH_INFO"], {"password1": PASSWORD, "password2": PASSWORD}, follow=True
    )
    assert answer.request["PATH_INFO"] == reverse("account_reset_password_from_key_done")
    invited.refresh_from_db()
    assert invited.check_password(PASSWORD)
    assert open_link(client, link).context["token_fail"]


def test_a_link_that_was_tampered_with_opens_nothing(client, invited):
    other = User.objects.create_user("budi.cilacap", full_name="Budi Contoh")
    forged = invitation_link(invited).replace(invited.pk.hex, other.pk.hex)
    assert open_link(client, forged).context["token_fail"]
