from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from cases import actions
from cases.models import SafetyPlan
from tests.cases.survivors import in_a_week

WORDS = {"dangers": ["threat"], "safe_person": "Bibi Contoh", "code_word": "kunyit"}


def write(case, by, **told):
    return actions.write_safety_plan(
        case, by=by, **({"answers": WORDS, "review_on": in_a_week()} | told)
    )


def test_every_saving_is_a_new_version(told, wcc):
    first = write(told, wcc)
    second = write(told, wcc, after=1, answers=WORDS | {"safe_place": "Rumah bibi"})
    assert [first.number, second.number] == [1, 2]
    assert SafetyPlan.objects.get(pk=first.pk).answers == WORDS


def test_a_plan_that_is_not_the_newest_replaces_nothing(told, wcc):
    write(told, wcc)
    with pytest.raises(ValidationError):
        write(told, wcc, after=0)


def test_all_of_it_is_encrypted_in_the_column(told, wcc):
    plan = write(told, wcc)
    with connection.cursor() as cursor:
        cursor.execute("SELECT answers FROM cases_safetyplan WHERE id = %s", [plan.pk])
        assert "kunyit" not in cursor.fetchone()[0]


def test_dangers_are_ticked_before_anything_is_told(silent, wcc):
    assert write(silent, wcc, answers={"dangers": ["children"]}).answers == {
        "dangers": ["children"]
    }


def test_a_review_is_not_planned_in_the_past(told, wcc):
    with pytest.raises(ValidationError):
        write(told, wcc, review_on=timezone.localdate() - timedelta(days=1))
