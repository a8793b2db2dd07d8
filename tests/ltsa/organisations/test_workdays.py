from datetime import date

import pytest

from ltsa.organisations.models import Holiday
from ltsa.organisations.workdays import working_days_after

pytestmark = pytest.mark.django_db

MONDAY, FRIDAY, NEXT_MONDAY = date(2026, 11, 23), date(2026, 11, 27), date(2026, 11, 30)


def test_the_same_day_takes_no_working_day():
    assert working_days_after(MONDAY, MONDAY, "32.09") == 0


def test_weekends_do_not_count():
    assert working_days_after(FRIDAY, NEXT_MONDAY, "32.09") == 1


def test_holidays_of_the_nation_do_not_count():
    assert working_days_after(date(2026, 12, 24), date(2026, 12, 28), "32.09") == 1


def test_holidays_of_the_district_do_not_count_there_alone():
    Holiday.objects.create(district_id="32.09", on=date(2026, 11, 24), name="Hari jadi contoh")
    assert working_days_after(MONDAY, FRIDAY, "32.09") == 3
    assert working_days_after(MONDAY, FRIDAY, "35.04") == 4


def test_a_year_without_a_decree_counts_weekends_alone():
    assert working_days_after(date(2035, 1, 1), date(2035, 1, 8), "32.09") == 5
