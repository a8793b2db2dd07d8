import pytest

from ltsa.accounts.models import User
from ltsa.areas.models import Area
from tests import stage


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_a_test_that_commits_finds_the_cast_and_leaves_it(turn):
    assert User.objects.filter(username="meja.cirebon").exists()
    User.objects.create_user(f"tamu{turn}", full_name="Tamu")
    assert Area.objects.count() > 8000


@pytest.mark.django_db
def test_restoring_full_tables_changes_nothing():
    before = User.objects.count()
    stage.restore()
    assert User.objects.count() == before
