from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from ltsa.audit.models import Record
from ltsa.timeline.models import Event
from ltsa.versions import Stale
from services.actions import add_journey, edit_journey, edit_migrant, log_session
from services.models import Journey, Migrant
from tests.moments import in_days


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.fixture
def travel(migrant, desk):
    def add(**told):
        return add_journey(migrant, by=desk, **({"destination": "Taiwan"} | told))

    return add


def fresh(migrant) -> Migrant:
    return Migrant.objects.get(pk=migrant.pk)


def test_a_client_who_names_a_destination_has_a_first_journey(make_migrant):
    journey = Journey.objects.get(migrant=make_migrant(destination="Malaysia"))
    assert (journey.destination, journey.left_on, journey.phase) == ("Malaysia", None, "before")
    assert not Journey.objects.filter(migrant=make_migrant(destination="")).exists()


def test_a_first_journey_does_not_change_the_phase_that_was_told(make_migrant):
    assert fresh(make_migrant(phase="during", client_type="in_service")).phase == "during"


@pytest.mark.parametrize(
    ("dates", "phase", "client_type"),
    [
        ({"planned_for": in_days(90)}, "before", "prospective"),
        ({"left_on": date(2024, 3, 1)}, "during", "in_service"),
        ({"left_on": date(2020, 3, 1), "returned_on": date(2023, 3, 1)}, "after", "returned"),
        ({"returned_on": date(2023, 3, 1)}, "after", "returned"),
    ],
)
def test_phase_type_and_destination_follow_the_dates(travel, migrant, dates, phase, client_type):
    travel(destination="Hong Kong", **dates)
    now = fresh(migrant)
    assert (now.phase, now.client_type, now.destination) == (phase, client_type, "Hong Kong")


def test_a_relative_stays_a_relative(make_migrant, desk):
    relative = make_migrant(client_type="family", phase="before")
    add_journey(relative, destination="Taiwan", left_on=date(2024, 3, 1), by=desk)
    assert (fresh(relative).client_type, fresh(relative).phase) == ("family", "during")


def test_the_change_of_phase_stands_on_the_timeline_with_from_and_to(travel, migrant):
    journey = travel(left_on=date(2024, 3, 1))
    event = Event.objects.get(verb="client.phase", client=migrant.pk)
    assert event.detail == {"from": "before", "to": "during"}
    assert Event.objects.filter(verb="journey.add", subject=journey.pk).exists()
    assert Record.objects.filter(verb="create", subject=journey.pk).exists()


def test_old_conversations_keep_the_phase_they_were_logged_in(travel, migrant, desk):
    talk = log_session(
        migrant=migrant,
        kind="information",
        channel="phone",
        outcome="enough",
        started_at=timezone.now(),
        by=desk,
    )
    travel(left_on=date(2024, 3, 1))
    talk.refresh_from_db()
    assert talk.phase == "before"
    assert fresh(migrant).phase == "during"


def test_an_earlier_journey_told_later_does_not_bring_her_back(travel, migrant):
    travel(left_on=date(2024, 3, 1))
    travel(destination="Malaysia", left_on=date(2015, 1, 1), returned_on=date(2018, 1, 1))
    assert (fresh(migrant).phase, fresh(migrant).destination) == ("during", "Taiwan")


def test_a_plan_for_later_leaves_her_abroad_and_a_return_opens_it(travel, migrant, desk):
    abroad = travel(left_on=date(2024, 3, 1))
    travel(destination="Jepang", planned_for=in_days(180))
    assert fresh(migrant).phase == "during"
    edit_journey(abroad, version=abroad.version, returned_on=date(2026, 2, 1), by=desk)
    assert (fresh(migrant).phase, fresh(migrant).destination) == ("before", "Jepang")


def test_a_journey_called_off_no_longer_counts(travel, migrant, desk):
    travel(left_on=date(2018, 3, 1), returned_on=date(2020, 3, 1))
    plan = travel(destination="Jepang", planned_for=in_days(180))
    assert fresh(migrant).phase == "before"
    edit_journey(plan, version=plan.version, cancelled=True, by=desk)
    assert (fresh(migrant).phase, fresh(migrant).client_type) == ("after", "returned")


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"left_on": date(2024, 3, 1), "returned_on": date(2024, 2, 1)}, "returned_on"),
        ({"left_on": date(9999, 12, 31)}, "left_on"),
        ({"left_on": date(1, 1, 1)}, "left_on"),
        ({"returned_on": date(9999, 12, 31)}, "returned_on"),
        ({"planned_for": date(9999, 12, 31)}, "planned_for"),
        ({"planned_for": date(1, 1, 1)}, "planned_for"),
        ({"left_on": date(2024, 3, 1), "cancelled": True}, "cancelled"),
    ],
)
def test_impossible_dates_are_refused_at_their_field(travel, migrant, told, field):
    with pytest.raises(ValidationError) as refused:
        travel(**told)
    assert list(refused.value.message_dict) == [field]
    assert fresh(migrant).journeys.count() == 1


def test_tomorrow_is_a_plan_not_a_departure(travel):
    with pytest.raises(ValidationError, match="rencana berangkat"):
        travel(left_on=timezone.localdate() + timedelta(days=1))


def test_a_stale_edit_changes_nothing(travel, migrant, desk):
    journey = travel()
    edit_journey(journey, version=1, sector="factory", by=desk)
    with pytest.raises(Stale):
        edit_journey(journey, version=1, left_on=date(2024, 3, 1), by=desk)
    assert fresh(migrant).phase == "before"


def test_an_edit_that_changes_nothing_leaves_no_trace(travel, migrant, desk):
    journey = travel()
    before = Event.objects.count(), fresh(migrant).version
    edit_journey(journey, version=1, destination="Taiwan", by=desk)
    assert (Event.objects.count(), fresh(migrant).version) == before


def test_the_client_form_opened_before_is_stale_after_her_phase_changed(travel, migrant, desk):
    travel(left_on=date(2024, 3, 1))
    with pytest.raises(Stale):
        edit_migrant(migrant, version=1, nickname="Ati", by=desk)
