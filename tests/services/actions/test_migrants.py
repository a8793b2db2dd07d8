from datetime import date, timedelta

import pytest
from django.utils import timezone

from ltsa.audit.models import Record
from ltsa.timeline.models import Event
from ltsa.versions import Stale
from services import actions
from services.models import Migrant, Relationship
from services.search import find_clients

KK = "3209142501120001"


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


def again(client: Migrant) -> Migrant:
    return Migrant.objects.get(pk=client.pk)


def test_she_is_found_by_the_name_in_her_passport_too(make_migrant):
    client = make_migrant(nickname="Harti", passport_name="Suharti binti Karta")
    assert client.search_name == "contohsari harti karta suharti"
    assert list(find_clients(Migrant.objects.all(), "karta")) == [client]


def test_the_family_card_is_kept_as_the_nik_is(make_migrant, desk):
    client = make_migrant(family_card="3209 1425 0112 0001")
    assert again(client).family_card == KK
    assert client.family_card_hash not in ("", KK)
    assert actions.reveal_number(client, field="family_card", why="letter", by=desk) == KK
    assert Record.objects.get(verb="reveal").fields == ["family_card"]


def test_an_anonymous_client_keeps_no_paper(make_migrant):
    client = make_migrant(anonymous=True, family_card=KK, passport_name="Suharti")
    assert (client.family_card, client.family_card_hash, client.passport_name) == ("", "", "")


def test_the_day_of_the_safe_contact_answer_is_kept(make_migrant):
    assert make_migrant().contact_asked_on is None
    assert make_migrant(phone_safe="no").contact_asked_on == timezone.localdate()


def test_another_edit_leaves_the_day_and_a_new_answer_moves_it(make_migrant, desk):
    client, before = make_migrant(phone_safe="yes"), timezone.localdate() - timedelta(days=90)
    Migrant.objects.filter(pk=client.pk).update(contact_asked_on=before)
    client = actions.edit_migrant(
        again(client), version=1, phone_safe="yes", destination="Oman", by=desk
    )
    assert again(client).contact_asked_on == before
    client = actions.edit_migrant(again(client), version=2, phone_safe="no", by=desk)
    assert again(client).contact_asked_on == timezone.localdate()


def test_the_same_answer_asked_again_moves_the_day(make_migrant, desk):
    client = make_migrant(phone_safe="yes")
    Migrant.objects.filter(pk=client.pk).update(contact_asked_on=date(2026, 1, 5))
    actions.edit_migrant(again(client), version=1, contact_asked=True, by=desk)
    assert again(client).contact_asked_on == timezone.localdate()


@pytest.mark.parametrize(
    ("answers", "disability"),
    [
        (None, None),
        ({}, None),
        ({"seeing": 1}, False),
        ({"seeing": 2, "hearing": 2}, False),
        ({"seeing": 3}, True),
        ({"walking": 1, "self_care": 4}, True),
    ],
)
def test_a_disability_follows_from_the_answers_and_silence_is_no_answer(
    make_migrant, answers, disability
):
    client = again(make_migrant(abilities=answers))
    assert client.disability is disability
    assert (client.abilities or None) == (answers or None)


def test_who_speaks_for_whom_is_kept_with_the_letter(make_migrant, desk):
    daughter = make_migrant()
    tie = {"relation": "parent", "letter_of_authority": True, "letter_on": date(2026, 10, 1)}
    mother = make_migrant(represents=daughter, tie=tie)
    kept = Relationship.objects.get(relative=mother, migrant=daughter)
    assert (kept.relation, kept.letter_on) == ("parent", date(2026, 10, 1))
    assert Event.objects.filter(subject=daughter.pk, verb="client.relative").exists()


def test_of_two_officers_who_change_a_letter_one_is_told(make_migrant, desk):
    daughter = make_migrant()
    make_migrant(represents=daughter)
    first, second = Relationship.objects.get(), Relationship.objects.get()
    actions.edit_relationship(first, version=1, letter_of_authority=True, by=desk)
    with pytest.raises(Stale):
        actions.edit_relationship(second, version=1, letter_of_authority=False, by=desk)
    assert Relationship.objects.get().letter_of_authority
    assert Event.objects.get(verb="client.letter").client == daughter.pk
