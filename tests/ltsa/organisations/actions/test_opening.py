from datetime import time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ltsa.organisations.actions import cancel_closure, declare_closure, set_opening_hours
from ltsa.organisations.hours import Stretch, overlapping
from ltsa.organisations.models import Closure, OpeningHours, Organisation
from ltsa.organisations.told import CLOSURES_CHANGED
from ltsa.versions import Stale

pytestmark = pytest.mark.django_db

HOURS = st.builds(time, st.integers(6, 20), st.sampled_from([0, 30]))
STRETCHES = st.lists(st.builds(Stretch, st.integers(1, 2), HOURS, HOURS), max_size=4)


@pytest.fixture
def wcc(cast):
    return Organisation.objects.get(pk=cast.wcc_cirebon.posting.organisation_id)


@pytest.fixture
def worker(cast):
    return cast.wcc_cirebon


@pytest.fixture
def in_days():
    return lambda days: timezone.localdate() + timedelta(days=days)


def saved(house) -> list[Stretch]:
    rows = OpeningHours.objects.filter(organisation=house)
    return [Stretch(one.weekday, one.opens, one.closes) for one in rows]


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(stretches=STRETCHES)
def test_hours_that_overlap_or_run_backwards_are_never_saved(wcc, worker, stretches):
    before = saved(wcc)
    fine = overlapping(stretches) is None and all(one.opens < one.closes for one in stretches)
    try:
        set_opening_hours(wcc, version=wcc.version, stretches=stretches, by=worker)
    except ValidationError:
        assert not fine
        assert saved(wcc) == before
    else:
        assert fine
        assert saved(wcc) == sorted(stretches)


def test_hours_of_an_old_page_are_refused(wcc, worker):
    set_opening_hours(wcc, version=1, stretches=[Stretch(1, time(8), time(9))], by=worker)
    with pytest.raises(Stale):
        set_opening_hours(wcc, version=1, stretches=[], by=worker)
    assert len(saved(wcc)) == 1


def test_a_closure_is_declared_once_and_told_to_the_floors_above(wcc, worker, in_days, monkeypatch):
    told = []
    monkeypatch.setattr("ltsa.organisations.told.CLOSURES_CHANGED", [told.append])
    first, second = (
        declare_closure(wcc, starts_on=in_days(2), ends_on=in_days(4), reason="Rapat", by=worker)
        for _ in range(2)
    )
    assert first.pk == second.pk
    assert told == [wcc]
    cancel_closure(first, by=worker)
    cancel_closure(first, by=worker)
    assert len(told) == 2
    assert not Closure.objects.to_come().filter(organisation=wcc).exists()
    assert isinstance(CLOSURES_CHANGED, list)


def test_closures_do_not_overlap(wcc, worker, in_days):
    declare_closure(wcc, starts_on=in_days(2), ends_on=in_days(4), reason="Rapat", by=worker)
    with pytest.raises(ValidationError, match="Sudah ada penutupan"):
        declare_closure(wcc, starts_on=in_days(4), ends_on=in_days(5), reason="Libur", by=worker)
    declare_closure(wcc, starts_on=in_days(5), ends_on=in_days(5), reason="Libur", by=worker)


@pytest.mark.parametrize(("first", "last"), [(-1, 3), (3, 2), (0, 60), (400, 401)])
def test_a_closure_never_looks_back_and_has_an_end(wcc, worker, in_days, first, last):
    with pytest.raises(ValidationError):
        declare_closure(
            wcc, starts_on=in_days(first), ends_on=in_days(last), reason="Rapat", by=worker
        )


def test_who_opens_early_keeps_the_days_that_were_closed(wcc, worker, in_days):
    running = Closure.objects.create(
        organisation=wcc, starts_on=in_days(-3), ends_on=in_days(3), reason="Rapat"
    )
    cancel_closure(running, by=worker)
    running.refresh_from_db()
    assert (running.ends_on, running.cancelled_at) == (in_days(-1), None)
    assert Closure.objects.on(in_days(-2)).filter(pk=running.pk).exists()
