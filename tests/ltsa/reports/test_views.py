import io
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from ltsa.audit.models import Record
from ltsa.dashboard.periods import months_later

pytestmark = pytest.mark.each_moment


def this_month() -> str:
    return f"{timezone.localdate():%Y-%m}"


def last_month() -> str:
    return f"{months_later(timezone.localdate().replace(day=1), -1):%Y-%m}"


def test_every_month_of_two_years_has_a_report(as_user):
    page = as_user("admin.cirebon").get("/laporan/")
    assert page.status_code == 200
    assert page.content.decode().count('class="whole"') == 24
    assert "Masih berjalan" in page.content.decode()


def test_a_viewer_reads_closed_months_only(as_user):
    client = as_user("pemirsa")
    assert f"/laporan/{this_month()}/" not in client.get("/laporan/").content.decode()
    assert client.get(f"/laporan/{this_month()}/").status_code == 404
    assert client.get(f"/laporan/{last_month()}/?district=32.09").status_code == 200


@pytest.mark.parametrize("who", ["admin.cirebon", "meja.cirebon", "wcc.cirebon"])
def test_a_month_has_its_tables_and_says_who_prepared_it(as_user, cast, referral, who):
    page = as_user(who).get(f"/laporan/{this_month()}/").content.decode()
    page = unescape(page)
    assert "Menurut jenis kelamin" in page
    assert f"Disiapkan oleh {cast[who].full_name}" in page
    assert "Yang perlu tindakan" not in page


@pytest.mark.parametrize("code", ["2026-13", "1999-01", "9999-12", "2099-01", "oktober", "2026-1"])
def test_a_month_that_is_none_is_not_found(as_user, code):
    assert as_user("admin.cirebon").get(f"/laporan/{code}/").status_code == 404


def test_a_viewer_of_an_unknown_district_finds_nothing(as_user):
    assert as_user("pemirsa").get("/laporan/?district=99.99").status_code == 404


def test_the_whole_month_comes_as_one_workbook(as_user, cast, case):
    answer = as_user("admin.cirebon").get(f"/laporan/{this_month()}.xlsx")
    book = load_workbook(io.BytesIO(answer.content))
    assert "people-sex" in book.sheetnames
    assert "cases-sensitive" in book.sheetnames
    assert Record.objects.filter(verb="export", by=cast["admin.cirebon"]).count() == 1


def test_the_whole_month_comes_as_one_csv(as_user, case):
    text = as_user("admin.cirebon").get(f"/laporan/{this_month()}.csv").content.decode("utf-8-sig")
    assert text.count("Data per;") > 5
    assert str(timezone.localdate().year) in text


@pytest.mark.parametrize("who", ["kader.cirebon", "ppdp", "sistem"])
def test_others_are_turned_away(as_user, who):
    assert as_user(who).get("/laporan/").status_code == 403


def test_a_month_before_anything_was_written_is_empty_not_broken(as_user):
    long_ago = (timezone.localdate() - timedelta(days=3000)).strftime("%Y-%m")
    assert as_user("admin.cirebon").get(f"/laporan/{long_ago}/").status_code == 200


@pytest.mark.parametrize("who", ["admin.cirebon", "supervisor.wcc.cirebon"])
def test_the_forum_reads_how_houses_answer_and_no_case(as_user, referral, who):
    page = unescape(as_user(who).get(f"/laporan/{this_month()}/forum/").text)
    assert "Siapa menjawab, dan seberapa cepat" in page
    assert "Layanan yang kurang" in page
    assert "Kasus menurut jenis" not in page
    assert f"/laporan/{this_month()}/forum/" in as_user(who).get(f"/laporan/{this_month()}/").text
