import pytest

from cases.actions import move_case
from ltsa.organisations.actions import create_agency
from ltsa.organisations.models import Agency


@pytest.fixture
def agency(cast):
    return create_agency(name="PT Contoh Karya", kind="p3mi", by=cast["admin.cirebon"])


@pytest.fixture
def complaint(make_case, agency, cast):
    """`complaint("verify", "start")`: a case about the agency that was moved by the desk."""

    def make(*verbs, close_as="", **told):
        case = make_case(agency=agency, **told)
        for verb in verbs:
            ending = {"reason": close_as, "outcomes": ["informed"]} if verb == "close" else {}
            who = "supervisor.cirebon" if ending else "meja.cirebon"
            case = move_case(case, verb, by=cast[who], **ending)
        return case

    return make


def counted(agency) -> int:
    return Agency.objects.get(pk=agency.pk).complaints


def test_a_complaint_counts_once_it_was_verified_and_taken_on(complaint, agency, cast):
    case = complaint()
    assert counted(agency) == 0
    case = move_case(case, "verify", by=cast["meja.cirebon"])
    assert counted(agency) == 0
    move_case(case, "start", by=cast["meja.cirebon"])
    assert counted(agency) == 1


def test_it_still_counts_when_it_is_solved_and_reopened(complaint, agency):
    complaint("verify", "start", "resolve", "close", "reopen", close_as="solved")
    assert counted(agency) == 1


def test_a_case_that_was_closed_before_it_was_taken_on_never_counts(complaint, agency):
    complaint("verify", "close", close_as="out_of_area")
    assert counted(agency) == 0


def test_a_duplicate_counts_no_longer(complaint, agency):
    complaint("verify", "start")
    complaint("verify", "start", "wait_for_client", "close", close_as="duplicate")
    assert counted(agency) == 1


def test_a_restricted_case_never_counts(complaint, agency, cast):
    case = complaint(restricted=True, types=("GBV02",), account="", by="konselor.cirebon")
    for verb in ("verify", "start"):
        case = move_case(case, verb, by=cast["konselor.cirebon"])
    assert case.state == "in_progress"
    assert counted(agency) == 0


def test_the_entry_of_the_agency_itself_is_not_changed_by_a_count(complaint, agency):
    complaint("verify", "start")
    assert Agency.objects.get(pk=agency.pk).version == 1
