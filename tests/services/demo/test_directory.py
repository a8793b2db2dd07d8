import pytest
from django.utils import timezone

from ltsa.demo.stage import Stage
from ltsa.organisations.hours import Stretch, overlapping
from ltsa.organisations.models import Agreement, Closure, OfferedService, OpeningHours, Organisation
from services.demo.directory import load_directory

pytestmark = pytest.mark.django_db


def test_the_directory_of_the_demo_has_something_of_everything():
    load_directory(Stage())
    today = timezone.localdate()
    hours = OpeningHours.objects.all()
    for house in Organisation.objects.filter(opening_hours__isnull=False).distinct():
        week = [
            Stretch(one.weekday, one.opens, one.closes) for one in hours.filter(organisation=house)
        ]
        assert overlapping(week) is None
    assert OfferedService.objects.exclude(pk__in=OfferedService.objects.with_room()).count() == 2
    assert OfferedService.objects.filter(is_24h=True).exists()
    assert Closure.objects.filter(ends_on__lt=today).exists()
    assert Closure.objects.to_come().exists()
    assert Agreement.objects.filter(ends_on__lt=today).exists()
    for house in Organisation.objects.exclude(languages=[]):
        house.full_clean()
