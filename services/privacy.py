"""What the officer for data protection asks about clients without reading them: codes, villages, whose work they are."""

from datetime import timedelta

from django.db.models import Q

from ltsa.privacy.sockets import finds_code, finds_villages, finds_work

from .models import Appointment, CounsellingSession, DeskVisit, Migrant

RECENT = timedelta(days=30)


@finds_code
def client_of(code: str, district):
    found = Migrant.objects.filter(code=code, **({"district": district} if district else {}))
    return found.values_list("pk", flat=True).first()


@finds_villages
def villages(ids) -> dict:
    return dict(Migrant.objects.filter(pk__in=ids).values_list("pk", "village"))


@finds_work
def served(person, ids, day) -> set:
    """She talked with them, sees them soon, has them at her desk, or registered them, in the month around that day."""
    since, until = day - RECENT, day + RECENT
    hers = Q(migrant__in=ids, by=person)
    met = CounsellingSession.objects.filter(hers, started_at__date__range=(since, until))
    due = Appointment.objects.filter(hers, at__date__range=(since, until))
    came = DeskVisit.objects.filter(migrant__in=ids, served_by=person, on__range=(since, until))
    new = Migrant.objects.filter(pk__in=ids, created_by=person, created_at__date__gte=since)
    found = {pk for rows in (met, due, came) for pk in rows.values_list("migrant", flat=True)}
    return found | set(new.values_list("pk", flat=True))
