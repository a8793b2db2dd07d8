import pytest

from ltsa.accounts.models import Posting
from villages.notices import desks_of

pytestmark = pytest.mark.django_db


def test_the_desks_are_the_people_who_can_see_the_request(asked, cast):
    assert set(desks_of(asked)) == {cast.meja_cirebon, cast.supervisor_cirebon}


def test_who_has_left_the_desk_is_not_told(asked, cast):
    Posting.objects.filter(user=cast.meja_cirebon).update(ends_on="2026-01-01")
    assert set(desks_of(asked)) == {cast.supervisor_cirebon}
