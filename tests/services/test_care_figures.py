from datetime import timedelta

import pytest
from django.utils import timezone

from ltsa.dashboard.periods import Preset, period_of
from ltsa.dashboard.sockets import Scope
from services import actions
from services.care_figures import care, union
from services.models import PsychosocialCourse


@pytest.fixture
def scope():
    return Scope(period_of(Preset.THIS_MONTH, timezone.localdate()), district="32.09")


def shown(table) -> dict:
    rows = [*table.rows, table.total]
    return {row.code: [cell.text or cell.value for cell in row.cells] for row in rows}


def open_courses(make_migrant, by, number, **fields):
    return [
        actions.open_course(make_migrant(**fields), goals=["calm"], wellbeing_before=3, by=by)
        for _ in range(number)
    ]


def test_one_course_is_never_told_from_four(make_migrant, cast, scope):
    by = cast["konselor.cirebon"]
    open_courses(make_migrant, by, 1)
    one = shown(care(scope).tables[0])
    open_courses(make_migrant, by, 3)
    four = shown(care(scope).tables[0])
    assert one["25-35"][0] == "<5"
    assert one == four


def test_no_sum_uncovers_a_small_number(make_migrant, cast, scope):
    by = cast["konselor.cirebon"]
    open_courses(make_migrant, by, 7)
    open_courses(make_migrant, by, 2, sex="male")
    row = shown(care(scope).tables[0])["25-35"]
    assert row[1] == "<5"
    assert not {7, 9} <= {cell for cell in row if isinstance(cell, int)}


def test_five_are_told_and_how_they_fared(make_migrant, cast, scope):
    by = cast["konselor.cirebon"]
    for course in open_courses(make_migrant, by, 6):
        actions.close_course(course, version=1, ending="goals_met", wellbeing_after=5, by=by)
    opened, closed = (shown(table) for table in care(scope).tables)
    assert opened["25-35"] == [6, 0, 0, 6]
    assert closed["better"] == [6, 0, 0, 6]
    assert closed["worse"] == [0, 0, 0, 0]


def test_another_house_or_month_or_point_counts_none_of_it(make_migrant, cast, scope):
    open_courses(make_migrant, cast["konselor.cirebon"], 6)
    posting = cast["konselor.cirebon"].posting
    here = Scope(scope.period, "32.09", posting.organisation_id, posting.service_point_id)
    assert shown(care(here).tables[0])[""][0] == 6
    for other in ("wcc.cirebon", "meja.cirebon"):
        posting = cast[other].posting
        there = Scope(scope.period, "32.09", posting.organisation_id, posting.service_point_id)
        assert shown(care(there).tables[0])[""] == [0, 0, 0, 0]
    PsychosocialCourse.objects.update(opened_at=timezone.now() - timedelta(days=70))
    assert shown(care(scope).tables[0])[""] == [0, 0, 0, 0]


def test_new_members_count_for_whoever_asked_and_for_the_union(make_migrant, cast, scope):
    desk, house = cast["meja.cirebon"], cast["sbmi.cirebon"].posting.organisation
    for _ in range(5):
        row = actions.offer_membership(make_migrant(), union=house, answer="interested", by=desk)
        row = actions.register_member(row, version=1, agreed=True, by=desk)
        actions.join_union(row, version=2, joined_on=timezone.localdate(), by=desk)
    actions.offer_membership(make_migrant(), union=house, answer="declined", by=desk)
    for organisation in (None, house.pk, desk.posting.organisation_id):
        found = shown(union(Scope(scope.period, "32.09", organisation)).tables[0])
        assert found["before"] == [5, 0, 0, 5]
    away = cast["wcc.cirebon"].posting.organisation_id
    assert shown(union(Scope(scope.period, "32.09", away)).tables[0])[""] == [0, 0, 0, 0]
