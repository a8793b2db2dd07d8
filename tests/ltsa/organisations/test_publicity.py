from datetime import timedelta

import pytest
from django.utils import timezone

from ltsa.organisations.models import Organisation
from ltsa.organisations.publicity import hides_address, is_stale, public_organisation

pytestmark = pytest.mark.django_db


def test_an_entry_is_stale_after_90_days_or_when_nobody_ever_looked():
    today = timezone.localdate()
    assert not is_stale(today - timedelta(days=90))
    assert is_stale(today - timedelta(days=91))
    assert is_stale(None)


def test_whoever_offers_a_shelter_is_found_by_phone_alone():
    crisis_centre = Organisation.objects.get(name="WCC Mawar Balqis")
    crisis_centre.address = "Jalan Rahasia 7"
    shown = public_organisation(crisis_centre)
    assert hides_address(crisis_centre)
    assert shown["phone"]
    assert shown["points"]
    assert not shown["address"]
    assert not any(point["address"] for point in shown["points"])


def test_an_office_is_shown_with_its_address():
    office = Organisation.objects.get(name="Dinas Ketenagakerjaan Kabupaten Cirebon")
    assert public_organisation(office)["address"] == office.address
