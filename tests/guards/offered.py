"""What a house offers, and days on which it says it is closed."""

from datetime import timedelta

from django.utils import timezone

from ltsa.organisations.models import Closure, Organisation


def offered(house: Organisation) -> dict[str, list]:
    far = timezone.localdate() + timedelta(days=400)
    closure = Closure.objects.create(
        organisation=house, starts_on=far, ends_on=far, reason="Rapat tahunan"
    )
    return {
        "kelola/layanan/": [house.offers.first().pk],
        "kelola/penutupan/": [closure.pk],
    }
