from datetime import timedelta

import pytest
from django.utils import timezone

from services.models import CounsellingSession
from tests.ltsa.api.test_errors import problem

pytestmark = pytest.mark.django_db

CELL = {"sex": "female", "phase": "before", "age_band": "18-24", "count": 12, "disability": 1}


def log(client, **fields):
    told = {
        "mode": "individual",
        "channel": "face_to_face",
        "kind": "information",
        "started_at": timezone.now().isoformat(),
        "outcome": "enough",
    }
    return client.post("/api/v1/sessions/", told | fields, format="json")


def test_a_conversation_is_logged_at_the_officers_own_point(api, cast, migrant):
    told = log(api("meja.cirebon"), migrant=str(migrant.pk), topics=["costs", "costs"]).json()
    assert told["service_point"] == str(cast.meja_cirebon.posting.service_point_id)
    assert told["topics"] == ["costs"]
    assert told["migrant"] == str(migrant.pk)


def test_a_meeting_is_counted_in_cells_and_by_name(api, migrant):
    told = log(api("meja.cirebon"), mode="group", counts=[CELL], attendees=[str(migrant.pk)]).json()
    assert told["counts"] == [CELL]
    assert told["attendees"] == [str(migrant.pk)]


def test_a_psychosocial_session_keeps_no_words(api, migrant):
    told = log(
        api("konselor.cirebon"), migrant=str(migrant.pk), kind="psychosocial", summary="rahasia"
    )
    assert told.status_code == 400 or told.json()["summary"] == ""
    assert not any(row.summary for row in CounsellingSession.objects.all())


@pytest.mark.parametrize(
    ("fields", "at"),
    [
        ({}, "migrant"),
        ({"mode": "group"}, "counts"),
        ({"mode": "group", "counts": [CELL, CELL]}, "counts"),
        ({"mode": "group", "counts": [CELL | {"disability": 13}]}, "counts.0.disability"),
        ({"mode": "group", "counts": [CELL | {"count": 0}]}, "counts.0.count"),
        ({"mode": "group", "counts": [CELL], "outcome": "follow_up"}, "follow_up_on"),
        ({"mode": "group", "counts": [CELL], "minutes": 100_000}, "minutes"),
        ({"mode": "group", "counts": [CELL], "started_at": "2999-01-01T00:00:00Z"}, "started_at"),
        (
            {"mode": "group", "counts": [CELL], "started_at": "0001-01-01T00:00:00+14:00"},
            "started_at",
        ),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(api, fields, at):
    assert list(problem(log(api("meja.cirebon"), **fields), 400)["errors"]) == [at]


def test_a_foreign_client_cannot_be_counselled(api, make_migrant):
    foreign = make_migrant(by="meja.blitar")
    desk = api("meja.cirebon")
    told = problem(log(desk, migrant=str(foreign.pk)), 400)
    assert list(told["errors"]) == ["migrant"]
    told = problem(log(desk, mode="group", attendees=[str(foreign.pk)]), 400)
    assert list(told["errors"]) == ["attendees"]


def test_a_session_is_seen_at_its_point_and_by_the_supervisor_alone(api, migrant):
    due = (timezone.localdate() + timedelta(days=3)).isoformat()
    made = log(
        api("meja.cirebon"), migrant=str(migrant.pk), outcome="follow_up", follow_up_on=due
    ).json()
    seen = {
        who: api(who).get(f"/api/v1/sessions/{made['id']}/").status_code
        for who in (
            "meja.cirebon",
            "supervisor.cirebon",
            "wcc.cirebon",
            "meja.blitar",
            "admin.cirebon",
        )
    }
    assert seen == {
        "meja.cirebon": 200,
        "supervisor.cirebon": 200,
        "wcc.cirebon": 404,
        "meja.blitar": 404,
        "admin.cirebon": 403,
    }


ONE = {"sex": "female", "phase": "before", "age_band": "18-24", "count": 1}


def test_who_wants_no_record_is_one_cell_of_one(api):
    told = log(api("meja.cirebon"), counts=[ONE]).json()
    assert (told["mode"], told["unrecorded"], told["migrant"]) == ("individual", True, None)
    for counts in ([ONE | {"count": 2}], [ONE, ONE | {"sex": "male"}]):
        answer = log(api("meja.cirebon"), counts=counts)
        assert (answer.status_code, list(answer.json()["errors"])) == (400, ["counts"])


def test_how_it_came_here_and_how_identity_was_checked_may_be_told(api, migrant):
    told = {"entry": "paper", "paper_number": "112", "identity_check": "code_word"}
    shown = log(
        api("meja.cirebon"), migrant=str(migrant.pk), channel="phone", consent_read=True, **told
    ).json()
    assert {name: shown[name] for name in told} == told
    assert (shown["consent_read"], shown["voided_at"]) == (True, None)
    assert log(api("meja.cirebon"), migrant=str(migrant.pk), entry="import").status_code == 400
