"""`make bench`: the inbox of a house where half a million referrals lie, beside the same pages with hardly any."""

import os
import re
from collections.abc import Callable

import pytest
from django.db import connection

from .crowd import copies
from .pages import measure_in_rounds, statements

# How many referrals, and rounds of asking.
SCALES = {"tiny": (200, 2), "small": (50_000, 20), "middle": (500_000, 60), "full": (2_000_000, 60)}
SCALE = os.environ.get("SCALE") or "tiny"
REFERRALS, ROUNDS = SCALES[SCALE]
FEW = min(12_500, REFERRALS // 2)  # enough to fill a page of each list
INDEX = r"using (\S+) on cases_referral "
FLOOR = "page that asks nothing"
HOUSES = """
INSERT INTO organisations_organisation (id, name, kind, district_id, is_women_crisis_centre, phone, phone_24h, address,
  hours, email, note, focal_person, languages, disability_access, is_confirmed, version)
SELECT md5('rumah' || n)::uuid, 'Mitra Banyak ' || n, 'union', %s, false, '', '', '', '', '', '', '', '{}', '{}', true, 1
FROM generate_series(0, 498) AS n ON CONFLICT DO NOTHING
"""
CASE = {"id": "gen_random_uuid()", "code": "'B-' || lpad(to_hex(n), 7, '0')"}
EACH = "generate_series(%(first)s, %(last)s) AS n"
# One in 500 is the partner's and all of those wait, as one in twenty of the others; one in 18 is the desk's.
REFERRAL = {
    "id": "gen_random_uuid()",
    "code": "'R-' || substr(filed.code, 3)",
    "case_id": "filed.id",
    "to_id": "CASE WHEN n %% 500 = 0 THEN %(partner)s::uuid ELSE md5('rumah' || n %% 499)::uuid END",
    "sender_id": "CASE WHEN n %% 18 = 0 THEN %(desk)s::uuid ELSE md5('rumah' || (n + 1) %% 499)::uuid END",
    "state": "CASE WHEN n %% 20 = 0 THEN 'sent' ELSE 'declined' END",
    "decline_reason": "CASE WHEN n %% 20 = 0 THEN '' ELSE 'full' END",
    "answered_at": "CASE WHEN n %% 20 = 0 THEN NULL ELSE model.sent_at END",
    "answered_by_id": "CASE WHEN n %% 20 = 0 THEN NULL ELSE %(who)s::uuid END",
    "created_at": "model.created_at - n * interval '1 minute'",
    "due_at": "model.due_at - (n %% 9000) * interval '1 minute'",
}
FILED = """(
  SELECT id, code, %(first)s - 1 + row_number() OVER (ORDER BY code) AS n FROM cases_case
  WHERE code >= 'B-' || lpad(to_hex(%(first)s), 7, '0') AND code LIKE 'B-%%') AS filed
"""


def fill(referral, *, partner, first: int, last: int) -> None:
    """Referrals as this one, numbered, each of a case of its own, between 500 houses."""
    own = {
        "first": first,
        "last": last,
        "desk": referral.sender_id,
        "partner": partner.posting.organisation_id,
        "who": partner.pk,
    }
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0; SET LOCAL maintenance_work_mem = '1GB'")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(HOUSES, [referral.district_id])
        copies(cursor, referral.case, CASE, EACH, own)
        copies(cursor, referral, REFERRAL, FILED, own)


def plans(ask: Callable) -> str:
    """How PostgreSQL reads what a page asks of referrals."""
    told = [
        sql
        for sql in statements(ask)
        if sql.lstrip("(").startswith("SELECT") and "cases_referral" in sql
    ]
    with connection.cursor() as cursor:
        lines = []
        for sql in told:
            cursor.execute(f"EXPLAIN {sql}")
            lines += [line for (line,) in cursor.fetchall()]
    return "\n".join(lines)


@pytest.mark.bench
def test_an_inbox_does_not_grow_with_what_lies_in_the_house(
    make_referral, cast, as_user, settings, capsys, monkeypatch
):
    settings.ROOT_URLCONF = "tests.benchmarks.urls"
    # The one write a minute that keeps her signed in falls into no measurement by chance.
    monkeypatch.setattr("ltsa.accounts.middleware.stay_signed_in", lambda session: None)
    referral = make_referral()
    desk, partner = as_user("meja.cirebon"), as_user("wcc.cirebon")
    pages = {
        FLOOR: lambda: partner.get("/lantai/masuk/"),
        "inbox": lambda: partner.get("/rujukan/"),
        "all of the partner": lambda: partner.get("/rujukan/?tampil=semua"),
        "sent by the desk": lambda: desk.get("/rujukan/?tampil=keluar"),
        "awaited by the desk": lambda: desk.get("/rujukan/?tampil=menunggu"),
        "one referral": lambda: partner.get(f"/rujukan/{referral.pk}/"),
        "my day of the partner": lambda: partner.get("/beranda/"),
    }
    wcc = cast["wcc.cirebon"]
    fill(referral, partner=wcc, first=1, last=FEW)
    few = measure_in_rounds(pages, ROUNDS)
    fill(referral, partner=wcc, first=FEW + 1, last=REFERRALS)
    many = measure_in_rounds(pages, ROUNDS)
    with capsys.disabled():
        print(f"\n{REFERRALS:,} referrals beside {FEW:,}: median, p95, ratio of medians in floors")
        for name, one in many.items():
            ratio = share(many, name) / share(few, name)
            told = f"{one['median_ms']:>8.1f}{one['p95_ms']:>8.1f}{one['sql']:>4} SQL{ratio:>7.2f}"
            print(f"{name:<26}{told}")
        read = {name: plans(ask) for name, ask in pages.items()}
        for name, plan in read.items():
            print(f"{name} reads: {sorted(set(re.findall(INDEX, plan)))}")
    assert {name: one["sql"] for name, one in many.items()} == {
        name: one["sql"] for name, one in few.items()
    }
    if SCALE != "tiny":
        assert [name for name, plan in read.items() if "Seq Scan on cases_referral" in plan] == []


def share(at: dict, name: str) -> float:
    """A median in units of that round's floor: two moments of one run have two moods of the machine."""
    return at[name]["median_ms"] / at[FLOOR]["median_ms"]
