import pytest

from cases.actions import hand_over_case, move_case
from cases.reporting import CLOCK
from ltsa.clocks.models import Clock


@pytest.fixture
def handed_over(cast, make_case):
    """A case of sexual violence that came to the crisis centre, where nobody has it yet."""
    case = make_case(types=["GBV02"], restricted=True)
    to = cast["wcc.cirebon"].posting.organisation
    people = [cast["wcc.cirebon"], cast["supervisor.wcc.cirebon"]]
    return hand_over_case(case, to=to, method="signature", people=people, by=cast["meja.cirebon"])


def test_who_takes_up_a_case_that_nobody_has_has_it_with_its_private_clock(handed_over, cast):
    case = move_case(handed_over, "verify", by=cast["wcc.cirebon"])
    assert case.owner == cast["wcc.cirebon"]
    assert Clock.objects.ticking().about(case.pk).get(kind=CLOCK).owner == cast["wcc.cirebon"]


def test_a_supervisor_who_goes_on_with_the_case_of_another_leaves_it_hers(handed_over, cast):
    case = move_case(handed_over, "verify", by=cast["wcc.cirebon"])
    case = move_case(case, "start", by=cast["supervisor.wcc.cirebon"])
    assert case.owner == cast["wcc.cirebon"]
