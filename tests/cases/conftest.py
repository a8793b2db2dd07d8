import pytest

from cases import actions
from tests.cases.survivors import explained


@pytest.fixture
def wcc(cast):
    """A companion of WCC Mawar Balqis."""
    return cast["wcc.cirebon"]


@pytest.fixture
def head(cast):
    """Her supervisor."""
    return cast["supervisor.wcc.cirebon"]


@pytest.fixture
def silent(make_case, make_migrant, wcc, head):
    """A restricted case of the women's centre, its supervisor on the team, in which nothing was explained or told."""
    client = make_migrant(by="wcc.cirebon", full_name="Lestari Andaisari")
    case = make_case(client, by="wcc.cirebon", restricted=True, types=())
    actions.add_member(case, person=head, by=wcc)
    case.refresh_from_db()
    return case


@pytest.fixture
def told(silent, wcc):
    """The same after she has heard the limits of confidentiality and wants to go on."""
    return explained(silent, wcc)
