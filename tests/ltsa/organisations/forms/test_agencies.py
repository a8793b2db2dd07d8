import pytest
from django.core.exceptions import ValidationError

from ltsa.organisations.actions import create_agency
from ltsa.organisations.forms import AgencyField

NAME = "PT Contoh Karya Umpama"


@pytest.fixture
def company(cast):
    def at(branch: str):
        return create_agency(name=NAME, kind="p3mi", branch=branch, by=cast["admin.cirebon"])

    return at


def test_a_name_without_a_branch_is_the_head_office(company):
    head, _branch = company(""), company("Cirebon")
    assert AgencyField().clean(NAME) == head


def test_a_branch_is_chosen_by_its_own_name(company):
    company("")
    branch = company("Cirebon")
    assert AgencyField().clean(str(branch)) == branch


def test_between_two_branches_nobody_guesses(company):
    company("Cirebon"), company("Tulungagung")
    with pytest.raises(ValidationError, match="Tulungagung"):
        AgencyField().clean(NAME)


def test_nothing_typed_is_no_agency(db):
    assert AgencyField().clean("  ") is None
