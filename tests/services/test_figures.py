from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from ltsa.dashboard.periods import Period
from ltsa.dashboard.sockets import Scope
from services.actions import correct_session, log_session, void_session
from services.codes import age_band_of
from services.counts import by_month, gaps, meetings_and_participants, people_and_talks
from services.figures import served
from services.models import Attendance

pytestmark = pytest.mark.each_moment


@pytest.fixture
def scope():
    today = timezone.localdate()
    return Scope(Period(today - timedelta(days=29), today), district="32.09")


@pytest.fixture
def log(cast):
    def write(migrant=None, *, days_ago=1, by="meja.cirebon", **told):
        told = {
            "channel": "face_to_face",
            "kind": "information",
            "outcome": "enough",
            "started_at": timezone.now() - timedelta(days=days_ago),
        } | told
        return log_session(migrant=migrant, by=cast[by], **told)

    return write


def test_two_talks_with_one_woman_are_one_person_and_two_services(scope, make_migrant, log):
    woman = make_migrant()
    log(woman)
    log(woman, kind="legal", channel="phone")
    found = people_and_talks(scope)
    assert found[""][""] == (1, 2)
    assert found["sex"] == {"female": (1, 2)}
    assert found["kind"] == {"information": (1, 1), "legal": (1, 1)}
    assert found["channel"] == {"face_to_face": (1, 1), "phone": (1, 1)}


def test_a_counted_meeting_has_participants_but_no_unique_people(scope, log):
    cells = [
        {"sex": "female", "phase": "before", "age_band": "25-35", "count": 12, "disability": 1},
        {"sex": "male", "phase": "before", "age_band": "46+", "count": 3, "disability": 0},
    ]
    log(counts=cells, title="Penyuluhan")
    assert people_and_talks(scope)[""][""] == (0, 0)
    found = meetings_and_participants(scope)
    assert found[""][""] == (1, 15)
    assert found["sex"] == {"female": (1, 12), "male": (1, 3)}
    assert found["age"] == {"25-35": (1, 12), "46+": (1, 3)}


def test_who_attends_by_name_is_a_person_and_a_participant_but_no_talk(scope, make_migrant, log):
    log(attendees=[make_migrant(), make_migrant(full_name="Sitti Contohsari")], title="Kelompok")
    assert people_and_talks(scope)[""][""] == (2, 0)
    assert meetings_and_participants(scope)[""][""] == (1, 2)


def test_names_beside_a_matrix_are_not_counted_twice(scope, make_migrant, log):
    cells = [
        {"sex": "female", "phase": "before", "age_band": "25-35", "count": 10, "disability": 0}
    ]
    log(counts=cells, attendees=[make_migrant()], title="Kelompok")
    assert meetings_and_participants(scope)[""][""] == (1, 10)
    assert (1, 0, 1, 10) in by_month(scope).values()


def test_other_districts_organisations_and_days_do_not_count(scope, cast, make_migrant, log):
    log(make_migrant(), days_ago=60)
    log(make_migrant(by="meja.blitar", village_id="32.09.30.2007"), by="meja.blitar")
    log(make_migrant(by="wcc.cirebon"), by="wcc.cirebon")
    assert people_and_talks(scope)[""][""] == (1, 1)
    desk = cast["meja.cirebon"].posting
    own = Scope(scope.period, district="32.09", organisation=desk.organisation_id)
    assert people_and_talks(own)[""][""] == (0, 0)
    nation = Scope(scope.period)
    assert people_and_talks(nation)[""][""] == (2, 2)


@pytest.mark.parametrize("age", [17, 18, 24, 25, 35, 36, 45, 46, 70])
def test_the_database_knows_the_same_age_bands_as_the_code(scope, make_migrant, log, age):
    last = scope.period.end
    born = last.replace(year=last.year - age, day=min(last.day, 28))
    log(make_migrant(birth_date=born, age_band=age_band_of(age)))
    assert list(people_and_talks(scope)["age"]) == [age_band_of(age)]


def test_each_month_counts_its_people_once(scope, make_migrant, log):
    woman = make_migrant()
    log(woman, days_ago=0)
    log(woman, days_ago=0)
    log(woman, days_ago=70)
    found = by_month(scope)
    this_month = scope.period.end.replace(day=1).isoformat()
    then = (timezone.localtime() - timedelta(days=70)).date().replace(day=1).isoformat()
    assert found[this_month] == (1, 2, 0, 0)
    assert found[then] == (1, 1, 0, 0)


def test_the_period_before_is_counted_beside_the_months(scope, make_migrant, log):
    woman = make_migrant()
    log(woman, days_ago=35)
    log(woman, days_ago=36)
    log(woman)
    assert by_month(scope)["before"] == (1, 2, 0, 0)


def test_gaps_are_sessions_without_topic_and_follow_ups_past_their_day(scope, make_migrant, log):
    today = timezone.localdate()
    log(make_migrant(), topics=["rights"])
    log(make_migrant(), outcome="follow_up", follow_up_on=today - timedelta(days=3))
    log(make_migrant(), outcome="follow_up", follow_up_on=today, topics=["rights"])
    assert gaps(scope) == (1, 1)


def test_the_section_takes_three_statements(scope, make_migrant, log, django_assert_num_queries):
    log(make_migrant())
    with django_assert_num_queries(3):
        section = served(scope)
    assert [one.cell.value for one in section.headlines] == [1, 1, 0, 0]
    assert connection.vendor == "postgresql"


CELL = {"sex": "male", "phase": "during", "age_band": "36-45", "count": 1}


def test_a_talk_without_a_record_is_a_talk_and_no_person(scope, make_migrant, log):
    log(make_migrant())
    log(unrecorded=True, counts=[CELL], kind="legal", channel="phone")
    found = people_and_talks(scope)
    assert found[""][""] == (1, 2)
    assert found["sex"] == {"female": (1, 1), "male": (0, 1)}
    assert found["phase"]["during"] == (0, 1)
    assert found["age"]["36-45"] == (0, 1)
    assert found["kind"]["legal"] == (0, 1)
    assert meetings_and_participants(scope)[""][""] == (0, 0)
    assert sum(talks for _people, talks, *_rest in _months_of(scope)) == 2
    assert {came for *_rest, came in _months_of(scope)} == {0}


def _months_of(scope) -> list[tuple]:
    return [found for name, found in by_month(scope).items() if name != "before"]


def test_what_is_voided_leaves_every_figure(scope, cast, make_migrant, log):
    desk, due = cast["meja.cirebon"], timezone.localdate() - timedelta(days=2)
    rows = [
        log(make_migrant(), outcome="follow_up", follow_up_on=due),
        log(unrecorded=True, counts=[CELL]),
        log(counts=[CELL | {"count": 5}], title="Penyuluhan"),
        log(attendees=[make_migrant()], title="Kelompok"),
    ]
    assert people_and_talks(scope)[""][""] == (2, 2)
    for row in rows:
        void_session(row, version=row.version, reason="double", by=desk)
    assert people_and_talks(scope)[""][""] == (0, 0)
    assert meetings_and_participants(scope)[""][""] == (0, 0)
    assert _months_of(scope) == []
    assert gaps(scope) == (0, 0)


def test_a_correction_moves_the_figures(scope, cast, make_migrant, log):
    row = log(make_migrant())
    told = {"kind": "legal", "started_at": timezone.now() - timedelta(days=3)}
    row = correct_session(row, version=1, reason="Salah.", by=cast["meja.cirebon"], **told)
    assert people_and_talks(scope)["kind"] == {"legal": (1, 1)}
    told = {"started_at": timezone.now() - timedelta(days=80)}
    correct_session(row, version=2, reason="Salah.", by=cast["meja.cirebon"], **told)
    assert people_and_talks(scope)[""][""] == (0, 0)


def test_who_was_merged_is_one_person_everywhere(scope, make_migrant, log):
    kept, double = make_migrant(), make_migrant(sex="other")
    log(kept)
    log(double)
    log(attendees=[kept, double], title="Kelompok")
    type(double).objects.filter(pk=double.pk).update(merged_into=kept)
    found = people_and_talks(scope)
    assert found[""][""] == (1, 2)
    assert found["sex"] == {"female": (1, 2)}
    assert {people for people, *_rest in _months_of(scope)} == {1}


def test_a_name_on_a_list_is_a_participant_by_what_was_told(scope, log):
    meeting = log(counts=[CELL], title="Kelompok")
    meeting.counts.all().delete()
    told = {"sex": "female", "phase": "after", "age_band": "46+"}
    Attendance.objects.create(session=meeting, name="Ibu Contoh", **told)
    found = meetings_and_participants(scope)
    assert found[""][""] == (1, 1)
    assert (found["sex"], found["age"]) == ({"female": (1, 1)}, {"46+": (1, 1)})
    assert people_and_talks(scope)[""][""] == (0, 0)
