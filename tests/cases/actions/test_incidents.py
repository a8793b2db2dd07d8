from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from cases import actions
from cases.models import Incident
from ltsa.timeline.models import Event
from ltsa.versions import Stale
from tests.cases.survivors import NO, YES_RAPE, incident


def test_a_case_may_hold_several_acts_each_classified_by_itself(told, wcc):
    first = incident(told, wcc, answers=NO | {"physical": "yes"})
    second = incident(told, wcc, answers={"psychological": "yes"})
    assert [first.number, second.number] == [1, 2]
    assert [first.violence, second.violence] == ["physical", "psychological"]


def test_what_was_left_out_is_an_answer_of_its_own(told, wcc):
    row = incident(told, wcc, answers={"rape": "skipped", "physical": "perhaps"})
    assert set(row.answers.values()) == {"skipped"}
    assert row.violence == ""
    assert row.told_by_survivor is None


def test_her_words_and_answers_are_encrypted_in_the_column(told, wcc):
    row = incident(told, wcc, account="Kata-kata contoh", answers=YES_RAPE)
    with connection.cursor() as cursor:
        cursor.execute("SELECT account, answers FROM cases_incident WHERE id = %s", [row.pk])
        stored = " ".join(cursor.fetchone())
    assert "contoh" not in stored
    assert "rape" not in stored


def test_an_act_is_corrected_into_a_new_version(told, wcc):
    row = incident(told, wcc, answers=NO)
    told_now = {"reported_on": row.reported_on, "answers": NO | {"physical": "yes"}, "by": wcc}
    newer = actions.edit_incident(row, version=row.version, **told_now)
    assert (newer.violence, newer.version) == ("physical", 2)
    with pytest.raises(Stale):
        actions.edit_incident(Incident.objects.get(pk=row.pk), version=1, **told_now)
    kept = Incident.pgh_event_model.objects.filter(pgh_obj=row.pk)
    assert {one.violence for one in kept} == {"not_gbv", "physical"}


def test_an_act_is_not_told_before_it_happened_nor_tomorrow(told, wcc):
    today = timezone.localdate()
    for days in (
        {"reported_on": today, "happened_on": today + timedelta(days=1)},
        {"reported_on": today + timedelta(days=1)},
    ):
        with pytest.raises(ValidationError):
            incident(told, wcc, **days)


def test_the_timeline_says_that_an_act_was_written_and_not_which(told, wcc):
    row = incident(told, wcc, answers=YES_RAPE)
    event = Event.objects.about(told.pk).get(verb="incident.add")
    assert event.detail == {"part": str(row.pk)}
    assert event.client is None
