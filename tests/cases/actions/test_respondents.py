import pytest
from django.core.exceptions import ValidationError

from cases.actions import add_respondent, edit_respondent, move_case, remove_respondent
from cases.models import Case, Mediation, Respondent
from ltsa.organisations.actions import create_agency
from ltsa.organisations.models import Agency
from ltsa.timeline.models import Event
from ltsa.versions import Stale


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.fixture
def agency(cast):
    return create_agency(name="PT Contoh Karya", kind="p3mi", by=cast["admin.cirebon"])


@pytest.fixture
def other(cast):
    return create_agency(name="PT Umpama Jaya", kind="p3mi", by=cast["admin.cirebon"])


@pytest.fixture
def started(case, desk):
    for verb in ("verify", "start"):
        case = move_case(case, verb, by=desk)
    return case


def counted(agency) -> int:
    return Agency.objects.get(pk=agency.pk).complaints


def test_the_agency_of_a_new_case_is_its_first_party(make_case, agency):
    case = make_case(agency=agency)
    assert [(row.agency, row.kind) for row in case.respondents.all()] == [(agency, "agency")]


def test_an_agency_can_be_named_in_an_open_case_and_is_counted(started, agency, desk):
    add_respondent(started, kind="agency", agency=agency, by=desk)
    assert Case.objects.get(pk=started.pk).agency == agency
    assert counted(agency) == 1


def test_somebody_by_name_counts_against_no_agency(started, desk):
    add_respondent(started, kind="sponsor", name="Pak Umpama", contact="Desa Contoh", by=desk)
    assert Case.objects.get(pk=started.pk).agency is None


def test_the_number_of_both_agencies_follows_a_correction(started, agency, other, desk):
    party = add_respondent(started, kind="agency", agency=agency, by=desk)
    edit_respondent(party, version=1, kind="agency", agency=other, by=desk)
    assert (counted(agency), counted(other)) == (0, 1)


def test_the_next_agency_is_counted_when_the_first_is_no_longer_complained_about(
    started, agency, other, desk
):
    first = add_respondent(started, kind="agency", agency=agency, by=desk)
    add_respondent(started, kind="agency", agency=other, by=desk)
    assert (counted(agency), counted(other)) == (1, 0)
    remove_respondent(first, by=desk)
    remove_respondent(first, by=desk)
    assert (counted(agency), counted(other)) == (0, 1)
    assert Respondent.objects.get(pk=first.pk).removed_at is not None
    assert Event.objects.filter(subject=started.pk, verb="respondent.remove").count() == 1


def test_one_agency_stands_there_once(case, agency, other, desk):
    first = add_respondent(case, kind="agency", agency=agency, by=desk)
    assert add_respondent(case, kind="agency", agency=agency, by=desk) == first
    second = add_respondent(case, kind="agency", agency=other, by=desk)
    with pytest.raises(ValidationError):
        edit_respondent(second, version=1, kind="agency", agency=agency, by=desk)


def test_a_party_under_mediation_stays(case, desk):
    party = add_respondent(case, kind="employer", name="Majikan Contoh", by=desk)
    Mediation.objects.create(
        case=case, respondent=party, mediator_name="Ibu Contoh", client_willing=True, briefed=True,
        requested_by=desk,
    )  # fmt: skip
    with pytest.raises(ValidationError) as refused:
        remove_respondent(party, by=desk)
    assert refused.value.code == "under_way"


def test_a_party_needs_a_name_unless_nobody_knows_it(case, desk):
    with pytest.raises(ValidationError):
        add_respondent(case, kind="sponsor", name="  ", by=desk)
    assert add_respondent(case, kind="unknown", by=desk).pk


def test_of_two_corrections_at_once_the_second_is_told(case, desk):
    party = add_respondent(case, kind="sponsor", name="Pak Umpama", by=desk)
    edit_respondent(party, version=1, kind="sponsor", name="Pak Contoh", by=desk)
    with pytest.raises(Stale):
        edit_respondent(party, version=1, kind="family", name="Pak Lain", by=desk)


def test_the_timeline_of_a_client_knows_nothing_of_a_restricted_case(told, wcc):
    add_respondent(told, kind="employer", name="Majikan Contoh", by=wcc)
    assert Event.objects.get(subject=told.pk, verb="respondent.add").client is None
