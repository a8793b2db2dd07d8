from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from ltsa.audit.models import Record
from ltsa.organisations.actions import (
    add_offer,
    change_offer,
    lift_pause,
    pause_offer,
    remove_offer,
    verify_organisation,
)
from ltsa.organisations.models import OfferedService, Organisation
from ltsa.organisations.publicity import for_whom
from ltsa.versions import Stale

pytestmark = pytest.mark.django_db


@pytest.fixture
def wcc(cast):
    return Organisation.objects.get(pk=cast.wcc_cirebon.posting.organisation_id)


@pytest.fixture
def worker(cast):
    return cast.wcc_cirebon


def test_a_service_is_offered_once_and_the_same_again_is_one(wcc, worker):
    first = add_offer(wcc, code="health", sex="female", by=worker)
    assert add_offer(wcc, code="health", sex="female", by=worker).pk == first.pk
    with pytest.raises(ValidationError, match="sudah ada"):
        add_offer(wcc, code="health", sex="male", by=worker)


def test_a_service_for_another_district_is_refused(wcc, worker):
    with pytest.raises(ValidationError, match="di luar kabupaten"):
        add_offer(wcc, code="health", areas=["35.04.13"], by=worker)


def test_an_edit_of_an_old_entry_is_refused(wcc, worker):
    offer = wcc.offers.get(code="legal")
    change_offer(offer, version=offer.organisation.version, age_from=18, by=worker)
    with pytest.raises(Stale):
        change_offer(offer, version=1, age_from=20, by=worker)
    offer.refresh_from_db()
    assert offer.age_from == 18


def test_ages_out_of_order_are_refused(wcc, worker):
    offer = wcc.offers.get(code="legal")
    with pytest.raises(ValidationError, match="Umur sampai"):
        change_offer(offer, version=1, age_from=18, age_to=17, by=worker)


def test_who_is_full_is_not_proposed_until_the_day_after(wcc, worker):
    today = timezone.localdate()
    offer = pause_offer(wcc.offers.get(code="shelter"), until=today, reason="Penuh", by=worker)
    room = OfferedService.objects.with_room()
    assert offer.is_full(today) and not room.filter(pk=offer.pk).exists()
    assert not offer.is_full(today + timedelta(days=1))
    lift_pause(offer, by=worker)
    assert room.filter(pk=offer.pk).exists()


def test_without_an_end_it_stays_full_until_somebody_says_so(wcc, worker):
    offer = pause_offer(wcc.offers.get(code="shelter"), by=worker)
    assert offer.is_full(timezone.localdate() + timedelta(days=3000))


@pytest.mark.parametrize("days", [-1, 367])
def test_full_until_a_day_of_another_age_is_refused(wcc, worker, days):
    with pytest.raises(ValidationError):
        pause_offer(
            wcc.offers.first(), until=timezone.localdate() + timedelta(days=days), by=worker
        )


def test_an_edit_is_audited_and_does_not_verify_the_entry(wcc, worker):
    Organisation.objects.filter(pk=wcc.pk).update(verified_on=None)
    remove_offer(wcc.offers.first(), by=worker)
    wcc.refresh_from_db()
    assert wcc.verified_on is None
    assert Record.objects.filter(subject=wcc.pk, by=worker).exists()
    verify_organisation(wcc, by=worker)
    assert wcc.verified_on == timezone.localdate()


def test_eligibility_is_said_in_words():
    offer = OfferedService(
        code="legal", sex="female", age_from=18, age_to=60, phases=["after"], areas=["32.09.30"]
    )
    assert for_whom(offer, {"32.09.30": "Gebang"}) == (
        "Perempuan saja · umur 18 sampai 60 tahun · Setelah bekerja · hanya Gebang"
    )
    assert for_whom(OfferedService(code="legal"), {}) == ""
