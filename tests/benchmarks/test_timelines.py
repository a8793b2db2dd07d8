"""`make bench`: a case with a timeline of 1,000 entries beside one with 10: its page, and the page of its timeline."""

import os
from collections.abc import Callable

import pytest
from django.db import connection
from django.utils import timezone

from cases.models import CaseNote
from cases.timeline import events_of
from ltsa.timeline.models import Event
from services.actions import log_session

from .pages import measure_in_rounds

# (lines of other cases beside them, rounds)
SCALES = {
    "tiny": (0, 2),
    "small": (200_000, 30),
    "middle": (1_000_000, 60),
    "full": (5_000_000, 60),
}
SCALE = os.environ.get("SCALE") or "tiny"
BESIDE, ROUNDS = SCALES[SCALE]
FEW, MANY = 10, 1_000
MOST = 1.5  # the goal: the long one beside the short one
VERBS = [
    "note.add", "step.add", "step.finish", "plan.submit", "file.add", "mediation.hear", "recovery.add",
    "clock.step_due_day", "reassign.case", "case.wait_for_client", "case.resume",
]  # fmt: skip
OTHERS = """
INSERT INTO timeline_event (id, subject, client, verb, at, by_id, organisation_id, detail)
SELECT gen_random_uuid(), md5((n / 12)::text)::uuid, md5((n / 24)::text)::uuid, 'note.add',
  now() - n * interval '1 minute', %s, %s, '{}' FROM generate_series(1, %s) AS n
"""


@pytest.fixture
def grown(cast, make_case, make_migrant):
    """`grown(n)`: a case whose timeline has n entries: one in ten a session, one in twenty a note that is kept."""
    desk = cast["meja.cirebon"]

    def make(entries: int):
        case = make_case(make_migrant(by=desk), by=desk)
        told = {"kind": "legal", "channel": "phone", "outcome": "enough", "by": desk}
        for _ in range(entries // 10):
            log_session(migrant=case.migrant, started_at=timezone.now(), **told)
        CaseNote.objects.bulk_create(
            CaseNote(case=case, text=f"Ditelepon, catatan {n}.", by=desk)
            for n in range(entries // 20)
        )
        missing = entries - events_of(case, desk).count()
        Event.objects.bulk_create(
            Event(
                subject=case.pk,
                client=case.migrant_id,
                verb=VERBS[n % len(VERBS)],
                by=desk,
                organisation=case.organisation,
            )
            for n in range(missing)
        )
        assert events_of(case, desk).count() == entries
        return case

    return make


@pytest.mark.bench
def test_a_long_timeline_costs_little_more_than_a_short_one(grown, cast, as_user, capsys):
    desk = cast["meja.cirebon"]
    client = as_user(desk)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute(OTHERS, [desk.pk, desk.posting.organisation_id, BESIDE])
    cases = {entries: grown(entries) for entries in (FEW, MANY)}
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE timeline_event")

    def ask(address: str) -> Callable:
        return lambda: client.get(address)

    pages = {}
    for entries, case in cases.items():
        pages[f"case, timeline of {entries:,}"] = ask(f"/kasus/{case.pk}/")
        pages[f"timeline of {entries:,}"] = ask(f"/kasus/{case.pk}/riwayat/")
    at = measure_in_rounds(pages, ROUNDS)
    ratios = {
        name: at[f"{name} of {MANY:,}"]["median_ms"] / at[f"{name} of {FEW:,}"]["median_ms"]
        for name in ("case, timeline", "timeline")
    }
    with capsys.disabled():
        print()
        for name, one in at.items():
            print(f"{name:<24}{one['median_ms']:>8.1f}{one['p95_ms']:>8.1f} ms{one['sql']:>4} SQL")
        print(f"of {MANY:,} / of {FEW:,}: {ratios}, {BESIDE:,} lines beside them")
    for name in ("case, timeline", "timeline"):
        assert at[f"{name} of {MANY:,}"]["sql"] == at[f"{name} of {FEW:,}"]["sql"]
    assert SCALE == "tiny" or max(ratios.values()) <= MOST
