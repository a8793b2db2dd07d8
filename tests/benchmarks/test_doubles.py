"""`make bench`: who may already be registered, asked while a misspelt name is typed in, among all of the nation."""

import os
import statistics
import time
from random import Random

import pytest
from django.utils import timezone

from services.actions import log_session
from services.doubles import candidates
from services.models import Migrant

from .crowd import fill
from .misspellings import misspelt

SCALES = {
    "tiny": (500, 10),
    "small": (20_000, 100),
    "middle": (200_000, 200),
    "full": (2_000_000, 200),
}
SCALE = os.environ.get("SCALE") or "tiny"
PEOPLE, ASKED = SCALES[SCALE]
MOST_MS = 1000  # the goal, at 100,000 people


@pytest.mark.bench
def test_a_double_is_found_while_she_is_typed_in(cast, make_migrant, capsys):
    desk, told = cast["meja.cirebon"], {"channel": "phone", "kind": "legal", "outcome": "enough"}
    known = make_migrant(birth_date=timezone.localdate().replace(year=1996, day=1))
    talk = log_session(migrant=known, started_at=timezone.now(), by=desk, **told)
    fill(known, talk, partner=cast["wcc.cirebon"].posting.organisation, people=PEOPLE)
    dice, took, found = Random(2026), [], 0
    people = Migrant.objects.filter(
        district=known.district_id, of_desk=True, code__startswith="K-0"
    )
    for one in dice.choices(list(people.order_by("code")[:5000]), k=ASKED):
        _kind, name = misspelt(one.full_name, dice)
        data = {"full_name": name, "village": one.village_id, "phone": "0812 9999 0000"}
        if one.pk.int % 2:  # every other one tells her birth date, which the whole crowd shares
            data["birth_date"] = one.birth_date
        start = time.perf_counter()
        best = candidates(data, user=desk)
        took.append((time.perf_counter() - start) * 1000)
        found += one.full_name in [row.migrant.full_name for row in best]
    took.sort()
    with capsys.disabled():
        print(
            f"\ndoubles among {PEOPLE:,}: median {statistics.median(took):.1f} ms, "
            f"p95 {took[int(len(took) * 0.95)]:.1f} ms, found {found} of {ASKED}"
        )
    assert took[int(len(took) * 0.95)] < MOST_MS
