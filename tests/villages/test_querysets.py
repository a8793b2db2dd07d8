import pytest

from ltsa.accounts.models import User
from villages.models import VillageRequest

pytestmark = pytest.mark.django_db

SEES_CIREBON = {"kader.cirebon", "meja.cirebon", "supervisor.cirebon"}


def test_a_request_is_seen_by_its_volunteer_and_her_districts_desks_alone(asked):
    seen_by = {
        user.username
        for user in User.objects.all()
        if VillageRequest.objects.visible_to(user).filter(pk=asked.pk).exists()
    }
    assert seen_by == SEES_CIREBON


def test_a_partners_supervisor_in_the_same_district_sees_none(asked, cast):
    assert not VillageRequest.objects.visible_to(cast["supervisor.wcc.cirebon"]).exists()


def test_another_volunteer_of_the_district_sees_none_of_hers(asked, cast):
    other = cast.kader_blitar
    assert not VillageRequest.objects.visible_to(other).exists()


def test_whose_posting_has_ended_sees_nothing(asked, cast):
    cast.meja_cirebon.postings.update(ends_on="2025-01-01")
    user = User.objects.get(username="meja.cirebon")
    assert not VillageRequest.objects.visible_to(user).exists()


def test_lists_leave_what_the_family_said_in_the_database(asked):
    row = VillageRequest.objects.without_content().get(pk=asked.pk)
    assert row.get_deferred_fields() == {"reporter_name", "migrant_name", "phone", "needs"}
