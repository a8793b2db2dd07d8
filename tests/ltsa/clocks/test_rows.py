from datetime import timedelta

import pytest
from django.utils import timezone

from ltsa.clocks.actions import pause_clock, start_clock
from ltsa.clocks.models import Clock
from ltsa.clocks.rows import clock_rows


@pytest.fixture
def office(cast):
    return cast["meja.cirebon"].posting.organisation


@pytest.mark.parametrize(
    ("ago", "left", "tone"),
    [
        (1, "sisa 8 jam", "neutral"),
        (6, "sisa 3 jam", "waiting"),
        (12, "terlambat 2 jam", "burning"),
        (60, "terlambat 2 hari", "burning"),
    ],
)
def test_a_row_says_what_is_left_and_how_it_looks(office, ago, left, tone):
    began = timezone.now() - timedelta(hours=ago, minutes=1)
    start_clock("t_hours", office, organisation=office, started_at=began, by=None)
    (row,) = clock_rows(Clock.objects.about(office.pk))
    assert (row["left"], row["tone"], row["label"]) == (left, tone, "Contoh")


def test_a_paused_clock_says_so(office):
    start_clock("t_hours", office, by=None)
    pause_clock("t_hours", office, by=None)
    (row,) = clock_rows(Clock.objects.about(office.pk))
    assert row["left"].startswith("dijeda")


def test_a_private_clock_is_seen_by_its_owner_and_the_named_alone(office, cast):
    desk, head, far = (
        cast[name] for name in ("meja.cirebon", "supervisor.cirebon", "supervisor.tulungagung")
    )
    told = {"organisation": office, "owner": desk, "by": desk}
    plain = start_clock("t_hours", office, **told)
    private = start_clock("t_other", office, private=True, **told)

    def seen(user):
        return set(Clock.objects.visible_to(user))

    assert seen(desk) == {plain, private}
    assert seen(head) == {plain}
    assert seen(cast["konselor.cirebon"]) == seen(far) == set()
    Clock.objects.filter(pk=private.pk).update(named=[head.pk])
    assert seen(head) == {plain, private}
