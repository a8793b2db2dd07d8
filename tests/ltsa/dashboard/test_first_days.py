"""What the pages of figures show in the first days of a month: the last full one, compared with a full one."""

import re
from html import unescape

import pytest

from tests.moments import standing_at


def page(as_user, moment: str, address: str = "/dasbor/", who: str = "admin.cirebon") -> str:
    with standing_at(moment):
        return unescape(as_user(who).get(address).text)


@pytest.mark.parametrize("moment", ["2026-12-01 00:30", "2026-12-01 05:00", "2026-12-07 23:50"])
@pytest.mark.parametrize("who", ["admin.cirebon", "meja.cirebon", "wcc.cirebon"])
def test_the_dashboard_shows_the_last_full_month_and_says_why(as_user, moment, who):
    told = page(as_user, moment, who=who)
    assert "November 2026, dibandingkan dengan Oktober 2026." in told
    assert "Bulan ini baru mulai" in told
    assert "Desember 2026, dibandingkan" not in told


def test_every_section_shows_the_same_month(as_user):
    told = page(as_user, "2027-01-01 05:00", "/dasbor/cases/")
    assert "Desember 2026, dibandingkan dengan November 2026." in told


@pytest.mark.parametrize("asked", ["this_month", "quarter", "year"])
def test_whoever_asks_for_what_has_just_begun_gets_it_without_a_comparison(as_user, asked):
    told = page(as_user, "2027-01-01 05:00", f"/dasbor/?period={asked}")
    assert "1 Januari 2027" in told
    assert not re.search(r"Januari 2027, dibandingkan|lebih (banyak|sedikit) dari", told)
    assert "Bulan ini baru mulai" not in told


def test_from_the_eighth_the_running_month_is_shown(as_user):
    told = page(as_user, "2026-12-08 00:30")
    assert "1–8 Desember 2026, dibandingkan dengan 1–8 November 2026." in told
    assert "Bulan ini baru mulai" not in told


def test_a_viewer_who_reads_closed_months_is_not_told_of_the_running_one(as_user):
    told = page(as_user, "2026-12-01 00:30", who="pemirsa")
    assert "November 2026, dibandingkan dengan Oktober 2026." in told
    assert "?period=this_month" not in told


def test_the_report_of_a_month_that_has_just_begun_compares_nothing(as_user):
    told = page(as_user, "2026-12-01 05:00", "/laporan/2026-12/")
    assert "1 November 2026" not in told


def test_the_api_answers_as_the_page(api):
    with standing_at("2026-12-01 00:30"):
        told = api("admin.cirebon").get("/api/v1/figures/").json()
    assert (told["from"], told["to"]) == ("2026-11-01", "2026-11-30")
    assert told["before"] == {"from": "2026-10-01", "to": "2026-10-31"}
