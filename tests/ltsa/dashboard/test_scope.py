from datetime import date

import pytest
from django.http import Http404

from ltsa.dashboard.periods import Period
from ltsa.dashboard.scope import scope_for

PERIOD = Period(date(2026, 10, 1), date(2026, 10, 31))


def test_a_district_admin_counts_her_district(cast):
    scope = scope_for(cast["admin.cirebon"], district="", period=PERIOD)
    assert (scope.district, scope.organisation, scope.service_point) == ("32.09", None, None)


def test_a_desk_officer_counts_her_service_point(cast):
    posting = cast["meja.cirebon"].posting
    scope = scope_for(cast["meja.cirebon"], district="", period=PERIOD)
    assert scope.service_point == posting.service_point_id
    assert scope.organisation == posting.organisation_id


@pytest.mark.parametrize("who", ["konselor.cirebon", "wcc.cirebon", "supervisor.cirebon"])
def test_those_who_answer_or_supervise_count_their_organisation(cast, who):
    scope = scope_for(cast[who], district="", period=PERIOD)
    assert scope.organisation == cast[who].posting.organisation_id
    assert scope.service_point is None


@pytest.mark.parametrize("who", ["admin.cirebon", "meja.cirebon", "wcc.cirebon"])
def test_another_district_does_not_exist_for_them(cast, who):
    with pytest.raises(Http404):
        scope_for(cast[who], district="35.04", period=PERIOD)


def test_a_viewer_counts_any_district_or_all(cast):
    viewer = cast["pemirsa"]
    assert scope_for(viewer, district="35.04", period=PERIOD).district == "35.04"
    assert scope_for(viewer, district="", period=PERIOD).district == ""
    with pytest.raises(Http404):
        scope_for(viewer, district="31.71", period=PERIOD)
