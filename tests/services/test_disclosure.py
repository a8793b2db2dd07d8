import pytest

from cases.actions import accept_referral
from services.disclosure import may_edit, show_client
from services.models import Migrant

HOME_ONLY = ("code_word", "education", "marital_status", "heard_from", "abilities")
CONTACT = ("phone", "phone_safe", "phone_owner", "contact_way", "contact_hours")


@pytest.fixture
def told(make_migrant):
    return make_migrant(
        phone="081234567890",
        phone_safe="ask",
        phone_owner="family",
        contact_way="message",
        contact_hours="pagi",
        code_word="mawar",
        family_card="3209142501120001",
        education="primary",
        marital_status="married",
        children=0,
        languages="Jawa",
        heard_from="union",
        abilities={"seeing": 3},
    )


def shown_to(user, client):
    return show_client(Migrant.objects.with_place().get(pk=client.pk), user)


def test_at_home_everything_is_shown_and_the_code_word_only_as_stars(cast, told):
    client = shown_to(cast["meja.cirebon"], told)
    assert all(getattr(client, name) for name in HOME_ONLY + CONTACT)
    assert client.code_word == "****"
    assert client.family_card == "3209********0001"
    assert (client.children, client.disability) == (0, True)


@pytest.mark.parametrize("groups", [["identity", "journey"], ["identity", "contact", "journey"]])
def test_a_partner_is_shown_how_to_reach_her_when_she_said_so_and_nothing_of_her_home(
    cast, told, make_case, make_referral, groups
):
    sent = make_referral(make_case(told), disclose=groups)
    accept_referral(sent, contact="Ibu Piket", by=cast["wcc.cirebon"])
    client = shown_to(cast["wcc.cirebon"], told)
    assert not any(getattr(client, name) for name in HOME_ONLY)
    assert (client.children, client.disability) == (None, None)
    assert [bool(getattr(client, name)) for name in CONTACT] == ["contact" in groups] * 5
    # What the preview did not name stays at home, and she changes nothing (domain 4 rule 6).
    assert (client.languages, client.family_card, client.nickname) == ("", "", "")
    assert not may_edit(told, cast["wcc.cirebon"])


def test_a_district_admin_sees_a_masked_line(cast, told):
    client = shown_to(cast["admin.cirebon"], told)
    assert client.name == "S•••"
    assert not any(getattr(client, name) for name in HOME_ONLY + CONTACT + ("family_card",))
