import uuid
from datetime import date

import pytest

from services.models import Relationship


@pytest.fixture
def desk(as_user):
    return as_user("meja.cirebon")


@pytest.fixture
def typed():
    return {
        "full_name": "Rukmini Contohsari", "sex": "female", "age_band": "46+", "village": "32.09.30.2007",
        "client_type": "family", "phase": "before", "consent": "named", "relation": "parent",
        "idempotency_key": str(uuid.uuid4()),
    }  # fmt: skip


def test_a_mother_is_registered_for_her_daughter_with_her_letter(desk, make_migrant, typed):
    daughter = make_migrant()
    page = f"/klien/{daughter.pk}/keluarga/"
    answer = desk.post(page, typed | {"letter_on": "01/10/2026"})
    assert answer.status_code == 302
    tie = Relationship.objects.get(migrant=daughter)
    assert (tie.relation, tie.letter_of_authority, tie.letter_on) == (
        "parent", True, date(2026, 10, 1),
    )  # fmt: skip
    shown = desk.get(f"/klien/{daughter.pk}/").text
    assert "Rukmini Contohsari" in shown
    assert "Surat kuasa 1 Oktober 2026" in shown
    assert str(daughter.pk) in desk.get(answer.url).text


@pytest.mark.parametrize("day", ["01/01/2999", "01/01/0001", "31/02/2026", "besok", "a\0"])
def test_a_letter_of_an_impossible_day_is_asked_about(desk, migrant, typed, day):
    answer = desk.post(f"/klien/{migrant.pk}/keluarga/", typed | {"letter_on": day})
    assert "letter_on" in answer.context["form"].errors
    assert not Relationship.objects.exists()


def test_the_letter_is_brought_later(desk, make_migrant, typed):
    daughter = make_migrant()
    mother = make_migrant(full_name="Rukmini Contohsari", represents=daughter)
    page = f"/keluarga/{Relationship.objects.get().pk}/"
    assert "Rukmini Contohsari mewakili" in desk.get(page).text
    body = {"relation": "parent", "letter_of_authority": "on", "version": 1}
    assert desk.post(page, body).url == f"/klien/{mother.pk}/"
    assert Relationship.objects.get().letter_of_authority
    late = desk.post(page, {"relation": "child", "version": 1})
    assert late.status_code == 409
    assert Relationship.objects.get().relation == "parent"


@pytest.mark.parametrize("who", ["wcc.cirebon", "meja.blitar"])
def test_a_family_of_another_house_is_not_there(as_user, make_migrant, who):
    make_migrant(represents=make_migrant())
    page = f"/keluarga/{Relationship.objects.get().pk}/"
    assert as_user(who).get(page).status_code == 404


def test_a_relative_whom_the_reader_may_not_see_is_not_named(as_user, make_migrant):
    daughter = make_migrant()
    mother = make_migrant(by="wcc.cirebon", full_name="Rukmini Contohsari", represents=daughter)
    page = as_user("meja.cirebon").get(f"/klien/{daughter.pk}/")
    assert page.status_code == 200
    assert "Rukmini" not in page.text
    assert str(mother.pk) not in page.text
