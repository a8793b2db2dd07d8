import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from ltsa.audit.models import Record
from ltsa.timeline.models import Event
from ltsa.versions import Stale
from services import actions
from services.models import CounsellingSession, PsychosocialCourse


@pytest.fixture
def counsellor(cast):
    return cast["konselor.cirebon"]


@pytest.fixture
def course(migrant, counsellor):
    return actions.open_course(migrant, goals=["calm"], wellbeing_before=2, by=counsellor)


def talk(migrant, by, kind="psychosocial", **more):
    told = {"channel": "phone", "started_at": timezone.now(), "outcome": "enough"} | more
    return actions.log_session(migrant=migrant, kind=kind, by=by, **told)


def test_opening_leaves_no_trace_of_the_client_and_no_field(course):
    event, line = Event.objects.get(subject=course.pk), Record.objects.get(subject=course.pk)
    assert (event.verb, event.client, event.detail) == ("care.open", None, {})
    assert (line.verb, line.fields, line.reason) == ("create", [], "")


def test_one_course_is_open_at_a_time_with_one_counsellor(course, migrant, counsellor, cast):
    with pytest.raises(ValidationError):
        actions.open_course(migrant, goals=["calm"], by=counsellor)
    assert actions.open_course(migrant, goals=["grief"], by=cast["sbmi.cirebon"]).pk != course.pk


def test_her_psychosocial_conversations_join_the_open_course(course, migrant, counsellor, cast):
    assert talk(migrant, counsellor).course == course
    assert talk(migrant, counsellor, kind="legal").course is None
    assert talk(migrant, cast["meja.cirebon"]).course is None
    actions.close_course(course, version=1, ending="goals_met", by=counsellor)
    assert talk(migrant, counsellor).course is None


def test_closing_says_why_and_how_she_feels_and_happens_once(course, counsellor):
    closed = actions.close_course(
        course, version=1, ending="goals_met", wellbeing_after=4, by=counsellor
    )
    assert (closed.wellbeing_before, closed.wellbeing_after, closed.ending) == (2, 4, "goals_met")
    for change in (
        lambda: actions.close_course(closed, version=2, ending="moved", by=counsellor),
        lambda: actions.edit_course(closed, version=2, goals=["work"], by=counsellor),
        lambda: actions.log_care(closed, channel="phone", started_at=timezone.now(), outcome="enough", by=counsellor),
    ):  # fmt: skip
        with pytest.raises(ValidationError):
            change()


def test_a_stale_edit_is_told(course, counsellor):
    actions.edit_course(course, version=1, goals=["work"], by=counsellor)
    with pytest.raises(Stale):
        actions.edit_course(course, version=1, goals=["family"], by=counsellor)


def test_the_database_itself_refuses_words(course, migrant, counsellor):
    session = talk(migrant, counsellor, summary="Ia bercerita tentang malam itu.")
    assert session.summary == ""
    with pytest.raises(IntegrityError), transaction.atomic():
        CounsellingSession.objects.filter(pk=session.pk).update(summary="Ia bercerita.")
    texts = {
        field.name
        for field in PsychosocialCourse._meta.get_fields()
        if field.get_internal_type() == "TextField"
    }
    assert texts == set()
