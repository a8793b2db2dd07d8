import csv
import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from ltsa.audit.models import Record
from services.actions import log_session

pytestmark = pytest.mark.usefixtures("mid_month")  # the running month is what is shown

READERS = [
    "admin.cirebon",
    "pemirsa",
    "meja.cirebon",
    "konselor.cirebon",
    "wcc.cirebon",
    "supervisor.cirebon",
]


def statements(client, address: str) -> int:
    """Statements of a page; the session, written once a minute, is left out."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    told = [row["sql"] for row in captured.captured_queries]
    return sum("SAVEPOINT" not in sql and "django_session" not in sql for sql in told)


@pytest.mark.parametrize("who", READERS)
def test_everyone_who_reads_figures_gets_a_dashboard(as_user, referral, who):
    page = as_user(who).get("/dasbor/")
    assert page.status_code == 200
    assert "Orang unik" in page.content.decode()


@pytest.mark.parametrize("who", ["kader.cirebon", "ppdp", "sistem"])
def test_others_are_turned_away(as_user, who):
    assert as_user(who).get("/dasbor/").status_code == 403


@pytest.mark.parametrize(
    "question",
    ["period=quarter", "period=year", "period=all", "period=last_month", "from=01/02/2026"],
)
def test_every_period_can_be_asked_for(as_user, referral, question):
    assert as_user("admin.cirebon").get(f"/dasbor/?{question}").status_code == 200


@pytest.mark.parametrize(
    "question",
    [
        "period=decade",
        "from=31/02/2026",
        "from=2026-05-01&to=2026-04-01",
        "from=01/01/0001",
        "to=31/12/9999",
        "from=01/01/2099",
        "period=custom",
    ],
)
def test_a_wrong_period_says_so_and_shows_the_usual_one(as_user, question):
    page = as_user("admin.cirebon").get(f"/dasbor/?{question}")
    assert page.status_code == 400
    assert "Ada isian yang perlu diperbaiki" in page.content.decode()


def test_a_viewer_may_not_ask_for_a_district_that_is_none(as_user):
    assert as_user("pemirsa").get("/dasbor/?district=99.99").status_code == 400


def test_the_number_of_statements_does_not_grow_with_the_rows(as_user, make_referral, make_case):
    client = as_user("admin.cirebon")
    make_referral()
    client.get("/dasbor/")
    few = statements(client, "/dasbor/?period=year")
    for code in ("KRJ01", "GBV02", "KEL01"):
        make_case(types=[code], limits_explained=True)
    make_referral(to="sbmi.cirebon")
    assert statements(client, "/dasbor/?period=year") == few
    assert few <= 29  # twenty-six of the figures, three of the frame


def test_a_table_comes_as_csv_that_excel_opens(as_user, make_migrant):
    log(make_migrant())
    answer = as_user("meja.cirebon").get("/dasbor/tabel/people-sex.csv")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["Jenis kelamin", "Orang unik", "Konseling perorangan", "Peserta kelompok"]
    assert rows[1] == ["Perempuan", "1", "1", "0"]
    assert any(row[:1] == ["Data per"] for row in rows)
    assert "people-sex.csv" in answer["Content-Disposition"]


def test_a_table_comes_as_xlsx(as_user, make_migrant):
    log(make_migrant())
    answer = as_user("admin.cirebon").get("/dasbor/tabel/people-sex.xlsx")
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert [cell.value for cell in sheet[2]] == ["Perempuan", 1, 1, 0]


def test_an_export_is_written_down(as_user, cast):
    as_user("admin.cirebon").get("/dasbor/tabel/cases-sensitive.csv")
    entry = Record.objects.get(verb="export", by=cast["admin.cirebon"])
    assert (entry.subject, entry.fields) == (None, ["cases-sensitive.csv"])


def test_a_table_that_does_not_exist_is_not_found(as_user):
    assert as_user("admin.cirebon").get("/dasbor/tabel/names.csv").status_code == 404


def test_an_export_hides_what_the_page_hides(as_user, make_case):
    make_case(types=["GBV02"], limits_explained=True)
    client = as_user("admin.cirebon")
    rows = client.get("/dasbor/tabel/cases-sensitive.csv").content.decode("utf-8-sig").splitlines()
    assert rows[1] == "Kekerasan berbasis gender;<5;0;0;<5"
    sheet = load_workbook(
        io.BytesIO(client.get("/dasbor/tabel/cases-sensitive.xlsx").content)
    ).active
    assert [cell.value for cell in sheet[2]][1:] == ["<5", 0, 0, "<5"]


def test_an_office_named_like_a_formula_stays_a_word(as_user, make_referral, cast):
    house = cast["wcc.cirebon"].posting.organisation
    house.name = "=HYPERLINK(1)"
    house.save(update_fields=["name"])
    make_referral()
    client = as_user("admin.cirebon")
    text = client.get("/dasbor/tabel/referrals-partner.csv").content.decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in text
    book = load_workbook(
        io.BytesIO(client.get("/dasbor/tabel/referrals-partner.xlsx").content)
    ).active
    assert (book["A2"].value, book["A2"].data_type) == ("=HYPERLINK(1)", "s")


def log(migrant, *, days_ago=0, by=None, **told):
    told = {
        "channel": "face_to_face",
        "kind": "information",
        "outcome": "enough",
        "started_at": timezone.now() - timedelta(days=days_ago),
    } | told
    return log_session(migrant=migrant, by=by or migrant.created_by, **told)


@pytest.mark.parametrize("name", ["people", "cases", "referrals", "villages"])
def test_each_section_has_its_page(as_user, referral, name):
    page = as_user("admin.cirebon").get(f"/dasbor/{name}/?period=year")
    assert page.status_code == 200
    assert 'aria-current="page">Ringkasan' not in page.content.decode()


def test_a_section_that_does_not_exist_is_not_found(as_user):
    assert as_user("admin.cirebon").get("/dasbor/names/").status_code == 404
    assert as_user("wcc.cirebon").get("/dasbor/villages/").status_code == 404
