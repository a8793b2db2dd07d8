import pytest

from ltsa.versions import Stale
from services import actions
from services.actions.documents import document_version
from services.models import DocumentCheck

pytestmark = pytest.mark.django_db


def told(state="present", flags=(), until=None) -> dict:
    return {"state": state, "flags": list(flags), "valid_until": until}


def version(migrant) -> int:
    return document_version(migrant.documents.all())


def check(migrant, by, **seen):
    return actions.check_documents(migrant, seen=seen, version=version(migrant), by=by)


def test_only_what_was_asked_about_is_written(cast, migrant):
    check(migrant, cast["meja.cirebon"], passport=told(), visa=told("missing"))
    states = dict(migrant.documents.values_list("code", "state"))
    assert states == {"passport": "present", "visa": "missing"}


def test_what_did_not_change_keeps_its_day_and_officer(cast, migrant):
    check(migrant, cast["meja.cirebon"], passport=told(), visa=told("missing"))
    check(migrant, cast["konselor.cirebon"], passport=told(), visa=told("present"))
    by = dict(migrant.documents.values_list("code", "checked_by__username"))
    assert by == {"passport": "meja.cirebon", "visa": "konselor.cirebon"}


def test_a_flag_alone_is_a_change(cast, migrant):
    check(migrant, cast["meja.cirebon"], visa=told("present"))
    check(migrant, cast["meja.cirebon"], visa=told("present", ["tourist_visa"]))
    assert DocumentCheck.objects.get(migrant=migrant).flags == ["tourist_visa"]


def test_two_officers_at_once_do_not_overwrite_each_other(cast, migrant):
    before = version(migrant)
    check(migrant, cast["meja.cirebon"], passport=told())
    with pytest.raises(Stale):
        actions.check_documents(
            migrant, seen={"visa": told()}, version=before, by=cast["konselor.cirebon"]
        )
    assert list(migrant.documents.values_list("code", flat=True)) == ["passport"]
