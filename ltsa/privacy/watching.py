"""What in the trail is unusual: five questions, each asked of the last days anew. An answer is (person, day, how many)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import chain
from math import ceil
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection
from django.db.models import Count, Q
from django.db.models.functions import TruncDate, TruncHour

from ltsa.accounts.models import Posting
from ltsa.audit.models import Record

from .models import HomeVillage
from .sockets import VILLAGES, WORK

Found = Iterator[tuple[UUID, date, int]]
CLIENT = "services.migrant"
NIGHT_FROM, NIGHT_UNTIL = 22, 5
NEAR = 0.8  # of the limit of reveals
# Provinces (Kemendagri) in the middle and in the east of the country; all others keep western time.
MIDDLE = {"51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"}
EAST = {"81", "82", "91", "92", "93", "94", "95", "96"}
READ = Q(verb__in=["view", "print"], subject_type__regex=r"^(services|cases|villages)[.:]")
READ |= Q(verb="list", rows__gt=0) | Q(verb__in=["reveal", "export", "search"])

BULK = """
SELECT by_id, (at AT TIME ZONE %s)::date AS day, max(total) FROM (
  SELECT by_id, at, sum(coalesce(rows, 1)) OVER (
    PARTITION BY by_id ORDER BY at RANGE BETWEEN interval '1 hour' PRECEDING AND CURRENT ROW
  ) AS total
  FROM audit_record WHERE at >= %s AND by_id IS NOT NULL AND verb IN ('list', 'view', 'print', 'export')
) AS hours WHERE total >= %s GROUP BY 1, 2
"""


def bulk(since: datetime) -> Found:
    """Rows of any sixty minutes, on pages and by API together."""
    with connection.cursor() as cursor:
        cursor.execute(BULK, [settings.TIME_ZONE, since, settings.ALERT_ROWS_PER_HOUR])
        yield from cursor.fetchall()


def night(since: datetime) -> Found:
    """Between 22:00 and 05:00 of her district's own clock; a night belongs to its evening."""
    hours = _rows(since).filter(READ).annotate(hour=TruncHour("at", tzinfo=ZoneInfo("UTC")))
    counted = list(hours.values_list("by", "hour").annotate(Count("pk")).order_by("by", "hour"))
    zones = {
        pk: zone_of(district) for pk, district in districts_of({row[0] for row in counted}).items()
    }
    nights: dict[tuple, int] = defaultdict(int)
    for person, hour, count in counted:
        there = hour.astimezone(zones.get(person, zone_of(None)))
        if there.hour >= NIGHT_FROM or there.hour < NIGHT_UNTIL:
            nights[person, (there - timedelta(hours=NIGHT_UNTIL)).date()] += count
    for (person, day), count in nights.items():
        yield person, day, count


def own_village(since: datetime) -> Found:
    """Clients of the village where she lives, or for which she is posted."""
    homes = dict(Posting.objects.current().exclude(village=None).values_list("user", "village"))
    homes |= dict(HomeVillage.objects.values_list("person", "village"))
    looked = _clients(since, homes)
    villages: dict = {}
    for find in VILLAGES:
        villages |= find(set(chain.from_iterable(looked.values())))
    for (person, day), clients in looked.items():
        near = [pk for pk in clients if villages.get(pk) == homes[person]]
        if near:
            yield person, day, len(near)


def no_visit(since: datetime) -> Found:
    """Many clients opened, none of whom she has met, will meet, or works for."""
    many = settings.ALERT_CLIENTS_WITHOUT_VISIT
    for (person, day), clients in _clients(since).items():
        if len(clients) < many:
            continue
        hers = set().union(*(find(person, clients, day) for find in WORK))
        if len(clients - hers) >= many:
            yield person, day, len(clients - hers)


def reveals(since: datetime) -> Found:
    near = ceil(settings.REVEALS_PER_DAY * NEAR)
    days = _rows(since).filter(verb="reveal").annotate(day=TruncDate("at"))
    yield from days.values_list("by", "day").annotate(n=Count("pk")).filter(n__gte=near).order_by()


def _rows(since: datetime):
    return Record.objects.filter(at__gte=since, by__isnull=False)


def _clients(since: datetime, people: Iterable | None = None) -> dict[tuple, set]:
    """{(person, day): the clients whose page she opened}."""
    rows = _rows(since).filter(verb__in=["view", "print", "reveal"], subject_type=CLIENT)
    if people is not None:
        rows = rows.filter(by__in=list(people))
    found: dict[tuple, set] = defaultdict(set)
    days = rows.annotate(day=TruncDate("at")).values_list("by", "day", "subject").distinct()
    for person, day, subject in days:
        found[person, day].add(subject)
    return found


def zone_of(district: str | None) -> ZoneInfo:
    province = (district or "")[:2]
    if province in MIDDLE:
        return ZoneInfo("Asia/Makassar")
    return ZoneInfo("Asia/Jayapura" if province in EAST else settings.TIME_ZONE)


def districts_of(people: Iterable) -> dict[UUID, str | None]:
    """{person: the district of her last posting that has begun}."""
    rows = Posting.objects.filter(user__in=list(people)).order_by("starts_on")
    return dict(rows.values_list("user", "organisation__district"))
