"""`make bench`: our pages beside two floors, in interleaved rounds of one run; ratios, never a judged time.

SCALE=tiny runs in the suite and only proves that the table can be made; small and full are for `make bench`.
"""

import json
import os
import statistics
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from .crowd import fill

SCALES = {"tiny": (200, 2), "small": (20_000, 15), "full": (200_000, 30)}
SCALE = os.environ.get("SCALE") or "tiny"


@pytest.fixture
def pages(cast, as_user, make_migrant, make_case, make_referral, settings):
    settings.ROOT_URLCONF = "tests.benchmarks.urls"
    desk, partner, admin = as_user("meja.cirebon"), as_user("wcc.cirebon"), as_user("admin.cirebon")
    migrant = make_migrant()
    for _ in range(30):
        referral = make_referral(make_case(migrant))
    fill(cast["meja.cirebon"], SCALES[SCALE][0])
    return {
        "hello": lambda: desk.get("/lantai/"),
        "hello_auth": lambda: desk.get("/lantai/masuk/"),
        "my day": lambda: desk.get("/beranda/"),
        "list of 25 clients": lambda: desk.get("/klien/"),
        "search with a typo": lambda: desk.post("/klien/", {"q": "sitti contosari"}),
        "client": lambda: desk.get(f"/klien/{migrant.pk}/"),
        "list of sessions": lambda: desk.get("/konseling/"),
        "referral inbox": lambda: partner.get("/rujukan/"),
        "referral": lambda: partner.get(f"/rujukan/{referral.pk}/"),
        "notifications": lambda: partner.get("/notifikasi/"),
        "district dashboard": lambda: admin.get("/dasbor/"),
    }


def measure(pages: dict) -> list[dict]:
    """[{page, median_ms, p95_ms, sql, times_hello_auth}], one page after the other in every round."""
    rounds = SCALES[SCALE][1]
    times: dict[str, list[float]] = {name: [] for name in pages}
    statements = {}
    for name, ask in pages.items():
        with CaptureQueriesContext(connection) as queries:
            assert ask().status_code == 200, name
        statements[name] = len(queries)
    for _ in range(rounds):
        for name, ask in pages.items():
            start = time.perf_counter()
            ask()
            times[name].append((time.perf_counter() - start) * 1000)
    floor = statistics.median(times["hello_auth"])
    return [
        {
            "page": name,
            "median_ms": round(statistics.median(taken), 1),
            "p95_ms": round(sorted(taken)[int(len(taken) * 0.95)], 1),
            "sql": statements[name],
            "times_hello_auth": round(statistics.median(taken) / floor, 2),
        }
        for name, taken in times.items()
    ]


@pytest.mark.bench
def test_pages_beside_their_floors(pages, capsys):
    rows = measure(pages)
    report = Path(settings.STATE_DIR) / "bench.json"
    report.parent.mkdir(parents=True, exist_ok=True)
    report.write_text(json.dumps({"scale": SCALE, "pages": rows}, indent=1))
    with capsys.disabled():
        print(f"\nscale {SCALE}: {SCALES[SCALE][0]:,} people")
        for row in rows:
            print(
                "{page:<22}{median_ms:>9} ms{p95_ms:>9} p95{sql:>5} SQL{times_hello_auth:>8} x".format(
                    **row
                )
            )
    assert {row["page"] for row in rows} == set(pages)
