"""A partner's own records leave as an Excel book: hers, without stories, and nobody else's."""

import io
from datetime import timedelta

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from cases.own_records import own_book
from ltsa.audit.models import Record


@pytest.fixture
def book():
    """`book(user, …)`: {sheet: rows} of the last month."""

    def read(user, **told) -> dict:
        today = timezone.localdate()
        body = own_book(user, first=today - timedelta(days=30), last=today, **told)
        sheets = load_workbook(io.BytesIO(body), read_only=True)
        return {sheet.title: list(sheet.iter_rows(min_row=2, values_only=True)) for sheet in sheets}

    return read


def words(read: dict) -> str:
    return " ".join(str(value) for rows in read.values() for row in rows for value in row)


def test_a_union_takes_its_own_cases_and_no_others(book, make_case, make_migrant, cast):
    union = cast["sbmi.cirebon"]
    own = make_case(make_migrant(by=union, full_name="Wening Contohwati"), by=union)
    desks = make_case()
    told = words(book(union))
    assert own.code in told
    assert "Wening Contohwati" in told
    assert desks.code not in told


def test_no_number_and_no_story_leaves(book, make_case, make_migrant, cast):
    union = cast["sbmi.cirebon"]
    client = make_migrant(by=union, nik="3209305708990003", phone="081234567890")
    make_case(client, by=union, account="Cerita yang tidak keluar.")
    told = words(book(union))
    assert "3209305708990003" not in told
    assert "1234567890" not in told
    assert "Cerita" not in told


def test_rule_1_a_restricted_case_leaves_only_when_asked_and_as_a_code(
    book, make_case, make_migrant, cast
):
    wcc = cast["wcc.cirebon"]
    client = make_migrant(by=wcc, full_name="Lestari Andaisari")
    case = make_case(client, types=["GBV02"], account="", restricted=True, by=wcc)
    assert case.code not in words(book(wcc))
    told = book(wcc, restricted=True)
    assert case.code in words(told)
    assert "Lestari" not in words(told)
    assert client.code not in [row[1] for row in told["Kasus"]]
    assert "seksual" not in words(told)


def test_what_somebody_typed_is_never_a_formula(book, make_migrant, cast):
    union = cast["sbmi.cirebon"]
    make_migrant(by=union, full_name="=HYPERLINK(1)")
    row = next(row for row in book(union)["Klien"] if "HYPERLINK" in str(row[1]))
    assert row[1] == "=HYPERLINK(1)"


def test_the_reason_is_asked_for_and_kept(as_user, cast):
    client = as_user("sbmi.cirebon")
    today = timezone.localdate().isoformat()
    told = {"first": today, "last": today, "reason": "-"}
    assert "reason" in client.post("/kasus/ambil-data/", told).context["form"].errors
    answer = client.post("/kasus/ambil-data/", told | {"reason": "Laporan kepada pengurus"})
    assert answer["Content-Disposition"].endswith('.xlsx"')
    kept = Record.objects.get(verb="export", by=cast["sbmi.cirebon"])
    assert "Laporan kepada pengurus" in kept.reason


def test_an_officer_of_the_desk_takes_no_book(as_user):
    assert as_user("meja.cirebon").get("/kasus/ambil-data/").status_code == 403
