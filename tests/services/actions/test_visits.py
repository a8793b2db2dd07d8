from datetime import date

import pytest
from django.utils import timezone

from ltsa.audit.models import Record
from ltsa.timeline.models import Event
from services import actions
from services.models import AttendanceCount, CounsellingSession, Migrant, Relationship
from tests.clients import SUHARTI

CELL = {"sex": "female", "phase": "before", "age_band": "25-35"}


@pytest.fixture
def visit(cast):
    def log(**told):
        talk = {"channel": "face_to_face", "kind": "information", "outcome": "enough"}
        talk["started_at"] = timezone.now()
        return actions.log_visit(by=cast["meja.cirebon"], **(talk | told))

    return log


def test_a_new_person_and_her_conversation_are_saved_in_one_go(visit):
    session = visit(person=SUHARTI)
    assert session.migrant.full_name == "Suharti Contohsari"
    assert (session.mode, session.phase, session.visit) == ("individual", "before", None)


def test_a_conversation_that_fails_leaves_no_person_behind(visit):
    with pytest.raises(TypeError):
        visit(person=SUHARTI, nonsense=True)
    assert not Migrant.objects.filter(full_name="Suharti Contohsari").exists()


def test_who_wants_no_record_is_one_cell_and_nobody(visit):
    before = Migrant.objects.count()
    session = visit(cell=CELL)
    assert (session.mode, session.unrecorded, session.migrant) == ("individual", True, None)
    cell = AttendanceCount.objects.get(session=session)
    assert (cell.sex, cell.age_band, cell.count) == ("female", "25-35", 1)
    assert Migrant.objects.count() == before


def test_two_of_one_family_share_a_visit_and_are_tied(visit, make_migrant):
    first = visit(person=SUHARTI)
    second = visit(
        person=SUHARTI | {"full_name": "Rukmini Contohsari", "client_type": "family"},
        together_with=first,
        relation="parent",
    )
    first = CounsellingSession.objects.get(pk=first.pk)
    assert first.visit is not None
    assert first.visit == second.visit
    tie = Relationship.objects.get(relative=second.migrant)
    assert (tie.migrant, tie.relation) == (first.migrant, "parent")
    third = visit(migrant=make_migrant(birth_date=date(2001, 1, 1)), together_with=first)
    assert third.visit == first.visit


def test_what_was_told_of_a_tie_before_stays(visit):
    first = visit(person=SUHARTI)
    second = visit(person=SUHARTI, together_with=first, relation="parent")
    visit(migrant=second.migrant, together_with=first, relation="sibling")
    assert Relationship.objects.get(relative=second.migrant).relation == "parent"
    visit(migrant=first.migrant, together_with=first)
    assert not Relationship.objects.filter(relative=first.migrant).exists()


def test_that_two_are_family_is_on_the_record_once(visit, make_migrant):
    first, second = visit(person=SUHARTI), make_migrant()
    for _visit in range(2):
        visit(migrant=second, together_with=first, relation="parent")
    assert Event.objects.filter(subject=first.migrant_id, verb="client.relative").count() == 1
    assert Record.objects.filter(subject=second.pk, fields=["relation"]).count() == 1
