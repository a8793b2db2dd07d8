"""What the desks promise, who came in the last weeks and today, and which documents were seen."""

from datetime import datetime, time, timedelta

from django.db.models import Model
from django.utils import timezone

from ltsa.demo.cast import id_of
from ltsa.demo.places import DISTRICTS, District
from ltsa.demo.rows import insert
from ltsa.demo.stage import SUNDAY, Chance, Stage, loads
from ltsa.demo.traces import event
from ltsa.organisations.models import ServicePoint, ServiceStandard
from ltsa.organisations.usual_standards import REQUIREMENTS, USUAL
from ltsa.organisations.workdays import SATURDAY

from ..codes import DocumentCode
from ..models import DeskVisit, DocumentCheck, Migrant
from . import loading  # noqa: F401 (clients first)

DAYS = 40
A_DAY = (4, 11)
STATES = {"present": 52, "in_progress": 20, "missing": 20, "not_applicable": 4, "expired": 4}


@loads(ServiceStandard)
def load_standards(stage: Stage) -> dict[str, int]:
    rows = [
        ServiceStandard(
            id=id_of("standard", str(desk.pk), name),
            desk=desk,
            name=name,
            limit=limit,
            unit=unit,
            cost=cost,
            product=product,
            requirements=REQUIREMENTS,
            starts_on=stage.today - timedelta(days=400),
        )
        for desk in ServicePoint.objects.filter(type="desk").order_by("pk")
        for name, limit, unit, cost, product in USUAL.get(desk.desk, ())
    ]
    insert(rows)
    return {"standar layanan": len(rows)}


@loads(DeskVisit)
def load_visits(stage: Stage) -> dict[str, int]:
    rows: list[Model] = []
    for district in DISTRICTS:
        rows += _visits(district, stage)
    insert(rows)
    return {"nomor antrean": sum(isinstance(row, DeskVisit) for row in rows)}


def _visits(district: District, stage: Stage) -> list[Model]:
    chance = Chance(f"desks/{district.slug}")
    office = id_of("house", district.slug)
    standards = list(
        ServiceStandard.objects.filter(desk__organisation=office).order_by("desk__desk", "name")
    )
    officer = stage.person(f"meja.{district.slug}")
    rows: list[Model] = []
    for days_ago in range(DAYS, -1, -1):
        day = stage.today - timedelta(days=days_ago)
        count = chance.randrange(*A_DAY)
        if not standards or day.weekday() in (SATURDAY, SUNDAY):
            continue
        opened = timezone.make_aware(datetime.combine(day, time(8)))
        came = sorted(opened + timedelta(minutes=chance.randrange(0, 360)) for _ in range(count))
        there = [moment for moment in came if moment < stage.now - timedelta(minutes=3)]
        for number, moment in enumerate(there, 1):
            standard = chance.choice(standards)
            visit = _visit(number, moment, standard, office, district, officer, chance, stage)
            rows.append(visit)
            rows.append(event(chance, "visit.take_number", visit.pk, moment, officer))
    return rows


def _visit(number, came, standard, office, district, officer, chance, stage) -> DeskVisit:
    called = came + timedelta(minutes=chance.randrange(1, 35))
    served = timedelta(minutes=chance.randrange(5, 40))
    visit = DeskVisit(
        id=chance.id(),
        on=timezone.localdate(came),
        number=number,
        standard=standard,
        service_point_id=standard.desk_id,
        organisation_id=office,
        district_id=district.code,
        priority=chance.happens(0.1),
        came_at=came,
        created_by=officer,
    )
    left = chance.happens(0.04)
    if called >= stage.now:
        return visit
    if left:
        visit.state = "left"
        return visit
    visit.state, visit.called_at, visit.served_by = "serving", called, officer
    if called + served < stage.now:
        visit.state, visit.done_at = "done", called + served
        limit = timedelta(minutes=standard.limit)
        visit.in_time = standard.unit != "minutes" or visit.done_at - came <= limit
    return visit


@loads(DocumentCheck)
def load_documents(stage: Stage) -> dict[str, int]:
    chance = Chance("documents")
    people = Migrant.objects.filter(client_type="prospective", anonymous=False, of_desk=True)
    rows = []
    for person in people.order_by("pk").select_related("created_by")[:160]:
        first = stage.today - timedelta(days=chance.randrange(0, 30))
        checked = max(first, timezone.localdate(person.created_at))
        rows += [
            DocumentCheck(
                migrant=person,
                code=code,
                state=chance.pick(STATES),
                flags=["held_by_others"] if chance.happens(0.03) else [],
                checked_on=checked,
                checked_by=person.created_by,
            )
            for code in DocumentCode.values
        ]
    insert(rows)
    return {"dokumen": len(rows)}
