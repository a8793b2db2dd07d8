from datetime import timedelta

import pytest

from villages.models import VillageRequest
from villages.transitions import CORRECTABLE_FOR, TABLE, move, possible

pytestmark = pytest.mark.django_db


def test_the_table_leads_from_received_over_handled_to_done():
    steps = {(line.verb, line.source, line.target) for line in TABLE.values()}
    assert steps == {
        ("correct", "received", "received"),
        ("handle", "received", "handled"),
        ("finish", "handled", "done"),
    }


@pytest.mark.parametrize(
    ("who", "verbs"),
    [
        ("kader.cirebon", {"correct"}),
        ("kader.blitar", set()),
        ("meja.cirebon", {"handle"}),
        ("supervisor.cirebon", {"handle"}),
        ("konselor.cirebon", set()),
        ("admin.cirebon", set()),
    ],
)
def test_who_may_do_what_to_a_waiting_request(asked, cast, who, verbs):
    assert possible(asked, cast[who]) == verbs


def test_nothing_is_possible_once_it_is_done(asked, cast):
    asked = move(asked, "handle", changes=handled(cast), by=cast.meja_cirebon)
    asked = move(asked, "finish", by=cast.meja_cirebon)
    assert possible(asked, cast.meja_cirebon) == set()
    assert possible(asked, cast.kader_cirebon) == set()


def test_a_day_later_the_volunteer_can_no_longer_correct(asked, cast):
    asked.created_at -= CORRECTABLE_FOR + timedelta(seconds=1)
    assert possible(asked, cast.kader_cirebon) == set()


def test_a_move_counts_the_version_up(asked, cast):
    move(asked, "handle", changes=handled(cast), by=cast.meja_cirebon)
    assert VillageRequest.objects.get(pk=asked.pk).version == 2


def handled(cast):
    return {"handled_by": cast.meja_cirebon, "handled_at": "2026-11-01T08:00:00+07:00"}
