from datetime import date

import pytest
from django.utils import translation

from ltsa.dashboard.periods import (
    ALL_SINCE,
    Period,
    month_of,
    months_later,
    period_of,
    usual_preset,
    year_so_far,
)

TODAY = date(2026, 11, 23)


def span(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("preset", "start", "end"),
    [
        ("this_month", "2026-11-01", "2026-11-23"),
        ("last_month", "2026-10-01", "2026-10-31"),
        ("quarter", "2026-10-01", "2026-11-23"),
        ("year", "2026-01-01", "2026-11-23"),
        ("all", ALL_SINCE.isoformat(), "2026-11-23"),
    ],
)
def test_presets_end_today_at_the_latest(preset, start, end):
    assert period_of(preset, TODAY) == span(start, end)


@pytest.mark.parametrize(
    ("now", "before"),
    [
        (("2026-10-01", "2026-10-31"), ("2026-09-01", "2026-09-30")),
        (("2026-11-01", "2026-11-23"), ("2026-10-01", "2026-10-23")),
        (("2026-03-01", "2026-03-31"), ("2026-02-01", "2026-02-28")),
        (("2026-03-01", "2026-03-30"), ("2026-02-01", "2026-02-28")),
        (("2026-07-01", "2026-09-30"), ("2026-04-01", "2026-06-30")),
        (("2026-01-01", "2026-11-23"), ("2025-01-01", "2025-11-23")),
        (("2026-10-01", "2026-11-23"), ("2026-07-01", "2026-08-23")),
        (("2026-10-01", "2026-10-23"), ("2026-09-01", "2026-09-23")),
        (("2026-05-01", "2026-06-30"), ("2026-03-01", "2026-04-30")),
        (("2026-11-10", "2026-11-16"), ("2026-11-03", "2026-11-09")),
    ],
)
def test_a_period_is_compared_with_the_like_span_before(now, before):
    assert span(*now).before() == span(*before)


@pytest.mark.parametrize("last", ["2026-12-01", "2026-12-07"])
def test_the_first_days_of_a_month_are_compared_with_nothing(last):
    assert span("2026-12-01", last).before() is None
    assert span("2026-12-01", "2026-12-08").before() == span("2026-11-01", "2026-11-08")


@pytest.mark.parametrize("preset", ["this_month", "quarter", "year"])
def test_on_new_years_day_nothing_is_compared_with_one_day(preset):
    assert period_of(preset, date(2027, 1, 1)).before() is None


def test_a_leap_day_has_a_day_before_it_in_every_span():
    day = date(2028, 2, 29)
    assert period_of("this_month", day).before() == span("2028-01-01", "2028-01-31")
    assert period_of("year", day).before() == span("2027-01-01", "2027-02-28")


def test_until_the_seventh_a_page_shows_the_month_before():
    assert [usual_preset(date(2026, 12, day)) for day in (1, 7, 8)] == [
        "last_month",
        "last_month",
        "this_month",
    ]


def test_until_the_seventh_of_january_the_year_is_the_one_before():
    assert year_so_far(date(2027, 1, 7)) == span("2026-01-01", "2026-12-31")
    assert year_so_far(date(2027, 1, 8)) == span("2027-01-01", "2027-01-08")
    assert year_so_far(date(2028, 2, 29)) == span("2028-01-01", "2028-02-29")


def test_everything_has_nothing_before_it():
    assert period_of("all", TODAY).before() is None


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2026-10-01", "2026-10-31", "Oktober 2026"),
        ("2026-11-01", "2026-11-23", "1–23 November 2026"),
        ("2026-07-01", "2026-09-30", "Juli–September 2026"),
        ("2025-11-01", "2026-01-31", "November 2025–Januari 2026"),
        ("2026-06-20", "2026-07-04", "20 Juni–4 Juli 2026"),
        ("2026-07-04", "2026-07-04", "4 Juli 2026"),
    ],
)
def test_a_period_reads_as_an_office_writes_it(first, last, words):
    with translation.override("id"):
        assert span(first, last).words == words


def test_small_numbers_are_published_by_whole_months():
    assert span("2026-06-20", "2026-07-04").whole_months() == span("2026-06-01", "2026-07-31")


def test_a_short_period_shows_half_a_year_and_a_long_one_two_years_at_most():
    assert len(span("2026-11-01", "2026-11-23").trend()) == 6
    assert len(span("2026-01-01", "2026-11-23").trend()) == 11
    assert len(period_of("all", TODAY).trend()) == 24


def test_a_viewer_gets_what_has_ended():
    assert span("2026-09-15", "2026-11-23").closed(TODAY) == span("2026-09-15", "2026-10-31")
    assert span("2026-11-01", "2026-11-23").closed(TODAY) is None


def test_months_wrap_around_the_year():
    assert months_later(date(2026, 1, 1), -1) == date(2025, 12, 1)
    assert months_later(date(2026, 12, 1), 1) == date(2027, 1, 1)
    assert month_of(date(2028, 2, 10)).end == date(2028, 2, 29)
