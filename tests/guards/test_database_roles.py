"""The web role may read and write rows; history it may only add to, and tables it may not touch."""

import os

import psycopg2
import pytest
from django.apps import apps
from django.db import connection
from pghistory.models import Event as History

pytestmark = pytest.mark.skipif(
    "WEB_DATABASE_URL" not in os.environ,
    reason="needs the suite's own PostgreSQL with its web role",
)
APPEND_ONLY = ["audit_record", "timeline_event", "accounts_personact"] + [
    model._meta.db_table
    for model in apps.get_models()
    if issubclass(model, History) and not model._meta.abstract and model._meta.managed
]


@pytest.fixture
def web(db):
    name = connection.settings_dict["NAME"]
    base = os.environ["WEB_DATABASE_URL"].rsplit("/", 1)[0]
    link = psycopg2.connect(f"{base}/{name}")
    yield link.cursor()
    link.rollback()
    link.close()


def test_the_web_role_owns_nothing(web):
    web.execute(
        "SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user"
    )
    assert web.fetchone() == (0,)


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_the_web_role_only_adds_to_history(web, table):
    for right, expected in [
        ("INSERT", True),
        ("UPDATE", False),
        ("DELETE", False),
        ("TRUNCATE", False),
    ]:
        web.execute("SELECT has_table_privilege(%s, %s)", [table, right])
        assert web.fetchone() == (expected,), f"{right} on {table}"


def test_the_web_role_cannot_alter_a_table_or_drop_a_trigger(web):
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        web.execute("ALTER TABLE audit_record DISABLE TRIGGER ALL")


@pytest.mark.parametrize("table", ["services_migrant", "cases_case", "notifications_notification"])
def test_the_web_role_works_with_rows(web, table):
    web.execute("SELECT has_table_privilege(%s, 'SELECT, INSERT, UPDATE')", [table])
    assert web.fetchone() == (True,)


KEPT = [
    ("services_consentproof", True),
    ("cases_casefilecontent", True),
    ("services_consenttext", False),
    ("cases_assessment", True),
    ("cases_casenote", True),
    ("cases_reportdecision", True),
    ("cases_safetyplan", True),
    ("cases_referralshare", True),
    ("cases_outsideview", True),
]


@pytest.mark.parametrize(("table", "adds"), KEPT)
def test_the_web_role_changes_nothing_that_was_written_once_for_all(web, table, adds):
    for right, expected in [
        ("SELECT", True),
        ("INSERT", adds),
        ("UPDATE", False),
        ("DELETE", False),
        ("TRUNCATE", False),
    ]:
        web.execute("SELECT has_table_privilege(%s, %s)", [table, right])
        assert web.fetchone() == (expected,), f"{right} on {table}"


def test_the_web_role_changes_nothing_of_a_letter_but_voids_it(web):
    for table in ("letters_letter", "letters_lettertext"):
        for right in ("UPDATE", "DELETE", "TRUNCATE"):
            web.execute("SELECT has_table_privilege(%s, %s)", [table, right])
            assert web.fetchone() == (False,), f"{right} on {table}"
    for column, expected in (("void_at", True), ("content", False), ("number", False)):
        web.execute("SELECT has_column_privilege('letters_letter', %s, 'UPDATE')", [column])
        assert web.fetchone() == (expected,), column
