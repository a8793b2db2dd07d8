import pytest

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
def silent(make_case, make_migrant):
    """A restricted case of the women's centre in which nothing was explained and nothing told."""
    client = make_migrant(by="wcc.cirebon", full_name="Lestari Andaisari")
    return make_case(client, by="wcc.cirebon", restricted=True, types=())


@pytest.fixture
def told(silent, wcc):
    """The same after she has heard the limits of confidentiality and wants to go on."""
    return explained(silent, wcc)
