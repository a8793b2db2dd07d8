from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from ltsa.organisations.models import ServicePoint, ServiceStandard
from ltsa.timeline.models import Event
from services import actions
from services.models import DeskVisit
from services.transitions import NotPossible

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(cast):
    return cast["meja.cirebon"]


def promised(officer, **fields) -> ServiceStandard:
    desk = ServicePoint.objects.get(organisation=officer.posting.organisation, desk="ADU")
    told = {"name": "Informasi", "limit": 30, "starts_on": timezone.localdate()} | fields
    return ServiceStandard.objects.create(desk=desk, **told)


@pytest.fixture
def standard(officer):
    return promised(officer)


def test_numbers_of_a_day_count_up_from_one(officer, standard):
    numbers = [actions.take_number(standard=standard, by=officer).number for _ in range(3)]
    assert numbers == [1, 2, 3]


def test_another_day_begins_at_one_again(officer, standard):
    first = actions.take_number(standard=standard, by=officer)
    DeskVisit.objects.filter(pk=first.pk).update(on=first.on - timedelta(days=1))
    assert actions.take_number(standard=standard, by=officer).number == 1


def test_a_service_of_another_office_is_refused(cast, standard):
    with pytest.raises(ValidationError):
        actions.take_number(standard=standard, by=cast["meja.tulungagung"])


def test_waiting_and_serving_are_measured_and_put_on_the_timeline(officer, standard, migrant):
    visit = actions.take_number(standard=standard, migrant=migrant, by=officer)
    visit = actions.call_visitor(visit, by=officer)
    visit = actions.finish_visit(visit, by=officer)
    assert visit.came_at <= visit.called_at <= visit.done_at
    assert (visit.state, visit.in_time, visit.served_by) == ("done", True, officer)
    verbs = Event.objects.filter(subject=visit.pk).order_by("at").values_list("verb", flat=True)
    assert list(verbs) == ["visit.take_number", "visit.call", "visit.finish"]


def test_longer_than_promised_is_not_in_time(officer, standard):
    visit = actions.take_number(standard=standard, by=officer)
    DeskVisit.objects.filter(pk=visit.pk).update(came_at=timezone.now() - timedelta(minutes=31))
    visit = actions.call_visitor(DeskVisit.objects.get(pk=visit.pk), by=officer)
    assert actions.finish_visit(visit, by=officer).in_time is False


def test_a_promise_in_working_days_does_not_count_the_day_of_coming(officer):
    visit = actions.take_number(
        standard=promised(officer, name="Rekomendasi", limit=1, unit="working_days"), by=officer
    )
    visit = actions.call_visitor(visit, by=officer)
    assert actions.finish_visit(visit, by=officer).in_time is True


def test_whoever_left_and_came_back_is_called_again(officer, standard):
    visit = actions.leave_queue(actions.take_number(standard=standard, by=officer), by=officer)
    assert actions.call_visitor(visit, by=officer).state == "serving"


def test_nobody_is_finished_before_being_called(officer, standard):
    visit = actions.take_number(standard=standard, by=officer)
    with pytest.raises(NotPossible):
        actions.finish_visit(visit, by=officer)


def test_a_client_can_be_named_later(officer, standard, migrant):
    visit = actions.take_number(standard=standard, by=officer)
    assert actions.name_visitor(visit, migrant=migrant, by=officer).migrant == migrant
