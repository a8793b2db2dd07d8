from datetime import date, timedelta

import pytest
from django.utils import timezone

from cases.models import Referral
from cases.picker import propose
from ltsa.organisations.models import Closure, OfferedService, ServiceCode

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.fixture
def case(make_case, make_migrant):
    return make_case(make_migrant(sex="female", birth_date=date(2000, 1, 1), phase="after"))


@pytest.fixture
def wcc(cast):
    return cast["wcc.cirebon"].posting.organisation


@pytest.fixture
def offer(wcc):
    return wcc.offers.filter(code="psychosocial").get()


def against(case, desk, house, services=("psychosocial",)):
    found = {one.organisation: one for one in propose(case, services, user=desk)}
    return found[house].against


def change(offer, **values):
    OfferedService.objects.filter(pk=offer.pk).update(**values)


def test_a_house_that_offers_what_is_needed_fits(case, desk, wcc):
    first = propose(case, ["psychosocial"], user=desk)[0]
    assert first.fits
    assert str(ServiceCode.PSYCHOSOCIAL.label) in first.offers
    assert against(case, desk, wcc) == []


def test_houses_that_do_not_fit_stand_below_with_why(case, desk, wcc):
    found = propose(case, ["psychosocial"], user=desk)
    assert [one.fits for one in found] == sorted((one.fits for one in found), reverse=True)
    assert against(case, desk, wcc, ["civil_registry"]) == ["tidak melayani kebutuhan ini"]


def test_a_full_house_a_closed_one_and_one_for_others_say_so(case, desk, wcc, offer):
    today = timezone.localdate()
    change(offer, paused_since=today, sex="male", phases=["before"], areas=["00.00.00"])
    Closure.objects.create(organisation=wcc, starts_on=today, ends_on=today, reason="Pelatihan")
    said = " | ".join(against(case, desk, wcc))
    for words in ("tutup sampai", "sedang penuh", "laki-laki saja", "masa migrasi", "kecamatan"):
        assert words in said


@pytest.mark.parametrize(
    ("ages", "fits"), [((18, None), True), ((None, 17), False), ((26, 30), True), ((60, 90), False)]
)
def test_her_age_is_asked_of_the_offer(case, desk, wcc, offer, ages, fits):
    change(offer, age_from=ages[0], age_to=ages[1])
    assert (against(case, desk, wcc) == []) == fits


def test_who_told_no_age_is_refused_for_none(make_case, make_migrant, desk, wcc, offer):
    change(offer, age_from=60)
    unknown = make_case(make_migrant(birth_date=None, age_band=""))
    assert against(unknown, desk, wcc) == []


def test_an_open_referral_there_is_said(make_referral, case, desk, wcc):
    make_referral(case)
    assert against(case, desk, wcc) == ["masih ada rujukan terbuka ke sana"]


def test_the_record_of_answers_speaks_from_five_on(
    make_case, make_migrant, make_referral, desk, wcc
):
    def record(house):
        other = make_case(make_migrant())
        found = {one.organisation: one for one in propose(other, [], user=desk)}
        return found[house].answered

    for number in range(5):
        assert record(wcc) is None
        make_referral(make_case(make_migrant(full_name=f"Contoh {number}")))
        Referral.objects.update(due_at=timezone.now() - timedelta(hours=1))
    assert record(wcc) == 0
    Referral.objects.filter(pk=Referral.objects.first().pk).update(
        answered_at=timezone.now() - timedelta(hours=2), answered_by=desk
    )
    assert record(wcc) == 20


def test_the_number_of_statements_is_that_of_one_house(case, desk, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        assert len(propose(case, ["psychosocial"], user=desk)) == 4


def test_who_has_said_no_or_nothing_to_this_case_says_so_and_only_for_that_need(
    case, desk, wcc, make_referral, cast
):
    sent = make_referral(case)
    Referral.objects.filter(pk=sent.pk).update(state="declined", decline_reason="full")
    assert against(case, desk, wcc) == ["sudah menolak untuk kasus ini"]
    assert "sudah menolak untuk kasus ini" not in against(case, desk, wcc, ["legal"])
    Referral.objects.filter(pk=sent.pk).update(state="expired", decline_reason="")
    assert against(case, desk, wcc) == ["tidak menjawab untuk kasus ini"]
