"""Who is seen is one question, how her row is found another: every way to it shows the same people, by an index."""

import json

import pytest
from django.db import connection
from django.test import RequestFactory

from ltsa.keyset import page_of
from ltsa.organisations.models import Kind, Organisation
from services import actions
from services.models import Migrant
from tests.benchmarks.crowd import fill

NEWEST = ("-created_at", "-id")
EVERYBODY = [
    "meja.cirebon", "konselor.cirebon", "supervisor.cirebon", "sbmi.cirebon", "wcc.cirebon",
    "uptdppa.cirebon", "kader.cirebon", "admin.cirebon", "meja.tulungagung", "pemirsa", "sistem",
]  # fmt: skip


@pytest.fixture
def people(cast, make_migrant, make_case, make_referral):
    """Of every kind of house, one let in by a referral, one shut out by a hand-over, one merged into another."""
    ours, other = make_migrant(by="meja.cirebon"), make_migrant(by="meja.cirebon")
    make_referral(make_case(ours), to="sbmi.cirebon")
    for who in ("wcc.cirebon", "uptdppa.cirebon", "meja.tulungagung", "konselor.cirebon"):
        village = cast[who].posting.district_id + ".01" if "tulung" in who else "32.09.30.2007"
        make_migrant(by=who, village_id=village)
    Migrant.objects.filter(pk=other.pk).update(merged_into=ours)
    return Migrant.objects.all()


@pytest.mark.parametrize("who", EVERYBODY)
def test_the_first_rows_by_each_reason_are_the_rows_that_may_be_seen(cast, people, who):
    for rows in (Migrant.objects.visible_to(cast[who]), Migrant.objects.identified_for(cast[who])):
        all_of_them = list(rows.order_by(*NEWEST))
        assert list(rows.order_by(*NEWEST)[:50]) == all_of_them
        assert list(rows.order_by(*NEWEST)[1:3]) == all_of_them[1:3]
        assert list(rows.order_by("id")[:2]) == list(rows.order_by("id"))[:2]


def test_a_merged_record_stands_in_no_list(cast, people):
    seen = Migrant.objects.visible_to(cast["meja.cirebon"])
    assert seen.filter(merged_into__isnull=False).exists()
    assert not seen.current().filter(merged_into__isnull=False).exists()


@pytest.fixture
def crowd(cast, make_migrant):
    migrant = make_migrant()
    told = {"channel": "phone", "kind": "legal", "outcome": "enough"}
    told["started_at"] = migrant.created_at
    session = actions.log_session(migrant=migrant, by=cast["meja.cirebon"], **told)
    partner = cast["wcc.cirebon"]
    fill(migrant, session, partner=partner.posting.organisation, people=30_000)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE services_migrant DISABLE TRIGGER USER")
        mine = Migrant.objects.filter(registered_by=partner.posting.organisation)
        mine.update(created_by=partner)
        cursor.execute("ALTER TABLE services_migrant ENABLE TRIGGER USER; ANALYZE services_migrant")


def nodes(plan):
    yield plan
    for part in plan.get("Plans", []):
        yield from nodes(part)


def explained(rows) -> list[dict]:
    sql, told = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", told)
        (answer,) = cursor.fetchone()
    return list(nodes((json.loads(answer) if isinstance(answer, str) else answer)[0]["Plan"]))


def told(plan) -> list[str]:
    return [
        " ".join(
            str(one.get(name, ""))
            for name in ("Node Type", "Relation Name", "Index Name", "Index Cond", "Actual Rows")
        )
        for one in plan
    ]


def rows_touched(plan) -> int:
    """The most rows of clients that one step of the plan read or sorted."""
    about = [
        one
        for one in plan
        if one.get("Relation Name") == "services_migrant" or one["Node Type"] == "Sort"
    ]
    return max(one["Actual Rows"] + one.get("Rows Removed by Filter", 0) for one in about)


@pytest.mark.parametrize("who", ["meja.cirebon", "wcc.cirebon", "admin.cirebon"])
def test_a_page_of_the_list_reads_no_more_rows_than_it_shows(cast, crowd, who):
    rows = Migrant.objects.visible_to(cast[who]).current().with_village()
    far = page_of(rows, RequestFactory().get("/"), order=NEWEST, size=60)
    deep = RequestFactory().get(f"/{far.next}")
    for request in (RequestFactory().get("/"), deep):
        assert page_of(rows, request, order=NEWEST).rows
    moment = far.rows[-1].created_at
    for asked in (rows, rows.filter(created_at__lte=moment)):
        plan = explained(asked.order_by(*NEWEST)[:26])
        assert rows_touched(plan) <= 26 * 4, told(plan)
        assert not [
            one
            for one in plan
            if one["Node Type"] == "Seq Scan" and "migrant" in one["Relation Name"]
        ]


def test_a_name_is_sought_in_the_district_and_the_house_by_one_index(cast, crowd):
    rows = Migrant.objects.identified_for(cast["meja.cirebon"]).current().with_village()
    used = [
        one["Index Cond"]
        for one in explained(rows.named_like("rahaju siti")[:50])
        if one.get("Index Name") == "by_name"
    ]
    for column in ("district_id", "registered_by_id"):
        assert [one for one in used if column in one and "search_name" in one]


@pytest.mark.parametrize("kind", Kind.values)
@pytest.mark.parametrize("crisis_centre", [True, False])
def test_of_desk_follows_the_house_however_the_row_came_in(cast, make_migrant, kind, crisis_centre):
    house = cast["wcc.cirebon"].posting.organisation
    made = make_migrant(by="wcc.cirebon")
    Organisation.objects.filter(pk=house.pk).update(kind=kind, is_women_crisis_centre=crisis_centre)
    house.refresh_from_db()
    made.refresh_from_db()
    assert made.of_desk == house.runs_desks
    made.pk, made.code, made.of_desk = None, "K-ANOTHER", not house.runs_desks
    made._state.adding = True
    Migrant.objects.bulk_create([made])
    assert Migrant.objects.get(code="K-ANOTHER").of_desk == house.runs_desks
