"""Look through the trail of the last days; what was told once is told no more (one alert a day, kind and person)."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from . import watching
from .actions import raise_alert
from .models import Alert

BACK = timedelta(days=2)  # a beat that stood still over a weekend's night misses nothing
WATCHED = {
    Alert.Kind.BULK: watching.bulk,
    Alert.Kind.NIGHT: watching.night,
    Alert.Kind.OWN_VILLAGE: watching.own_village,
    Alert.Kind.NO_VISIT: watching.no_visit,
    Alert.Kind.REVEALS: watching.reveals,
}


@shared_task(name="privacy.watch")
def watch() -> int:
    """How many alerts are new. Safe to repeat, and beside itself."""
    since = timezone.now() - BACK
    found = [(kind, *one) for kind, find in WATCHED.items() for one in find(since)]
    districts = watching.districts_of({person for _kind, person, _day, _count in found})
    known = set(
        Alert.objects.filter(day__gte=(since - BACK).date()).values_list("kind", "person", "day")
    )
    made = [
        raise_alert(kind, person=person, district=districts.get(person), day=day, count=int(count))
        for kind, person, day, count in found
        if (kind, person, day) not in known
    ]
    return len([one for one in made if one is not None])
