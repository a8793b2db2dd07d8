"""The database under test was made by it: whatever a model declares must stand there."""

import pgtrigger
import pytest
from django.apps import apps
from django.db import connection

OURS = (
    "accounts",
    "organisations",
    "notifications",
    "clocks",
    "letters",
    "services",
    "villages",
    "cases",
)

pytestmark = pytest.mark.django_db


def names(sql: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return {name for (name,) in cursor.fetchall()}


def models():
    return [model for app in OURS for model in apps.get_app_config(app).get_models()]


def test_every_index_and_constraint_of_a_model_stands_in_the_database():
    declared = {
        line.name for model in models() for line in (*model._meta.indexes, *model._meta.constraints)
    }
    there = names("SELECT conname FROM pg_constraint") | names("SELECT indexname FROM pg_indexes")
    assert len(declared) > 100
    assert declared - there == set()


def test_every_trigger_of_a_model_stands_in_the_database():
    declared = {
        trigger.get_pgid(model)
        for model, trigger in pgtrigger.registered()
        if model._meta.app_label in OURS
    }
    assert len(declared) > 50
    assert declared - names("SELECT tgname FROM pg_trigger") == set()
