from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from ltsa.demo.stage import SUNDAY, Chance, Stage


@pytest.fixture
def stage(db):
    return Stage(
        now=datetime(2026, 11, 22, 9, 0, tzinfo=timezone.get_current_timezone())
    )  # a Sunday


def test_the_same_purpose_gives_the_same_chance():
    assert [Chance("a").id() for _ in range(2)] == [Chance("a").id() for _ in range(2)]
    assert Chance("a").id() != Chance("b").id()


def test_nobody_works_on_a_sunday_but_today(stage):
    chance = Chance("days")
    days = [timezone.localtime(stage.workday(ago, chance)) for ago in range(1, 60)]
    assert SUNDAY not in {day.weekday() for day in days}
    assert timezone.localdate(stage.workday(0, chance)) == stage.today


def test_moments_rise_and_stay_in_the_past(stage):
    moments = stage.between(stage.now - timedelta(days=3), Chance("steps"), 5, timedelta(days=75))
    assert moments == sorted(moments)
    assert max(moments) < stage.now
