import pytest

from ltsa.audit.actions import record
from ltsa.privacy.trail import looks, trail_rows

pytestmark = pytest.mark.django_db


def test_fields_are_called_as_the_forms_call_them(cast):
    record("change", cast.kader_cirebon, fields=["email"], by=cast.ppdp)
    assert trail_rows(looks(person=cast.ppdp, day=None, by=cast.ppdp))[0]["fields"] == "surel"


def test_what_was_shared_stands_there_by_the_groups_of_the_consent(cast):
    record("share", cast.kader_cirebon, fields=["email"], by=cast.ppdp)
    assert trail_rows(looks(person=cast.ppdp, day=None, by=cast.ppdp))[0]["fields"] == "email"
