"""Appointments of these days for every officer: some today and tomorrow, some kept, one missed; and contracts read."""

from datetime import datetime, time, timedelta

from django.db.models import Model
from django.utils import timezone

from ltsa.demo.rows import insert
from ltsa.demo.stage import Chance, Stage, loads
from ltsa.demo.traces import event

from ..codes import ContractItem
from ..models import Appointment, ContractCheck, Migrant
from . import loading  # noqa: F401 (clients first)

# Days from today and hour; those of the past are kept, but one.
HOURS = [
    (-9, time(9)),
    (-6, time(13, 30)),
    (-4, time(10)),
    (0, time(10)),
    (0, time(14, 30)),
    (1, time(9)),
    (1, time(13)),
    (3, time(9, 30)),
    (6, time(11)),
]
MISSED = 1  # which of them
CHANNELS = {"face_to_face": 50, "phone": 25, "video": 10, "home_visit": 15}
WHERE = {"video": "https://contoh.invalid/ruang", "home_visit": "Rumah klien, RT contoh"}
CHECKS = 60


@loads(Appointment)
def load_appointments(stage: Stage) -> dict[str, int]:
    chance = Chance("appointments")
    rows: list[Model] = []
    clients: dict[str, list[Migrant]] = {}
    people = Migrant.objects.order_by("pk").select_related("created_by", "registered_by")
    for person in people:
        clients.setdefault(person.created_by.username, []).append(person)
    for username in sorted(clients):
        for number, (days, hour) in enumerate(HOURS[: len(clients[username])]):
            person = clients[username][number]
            rows += _planned(person, number, days, hour, stage, chance)
    insert(rows)
    return {"janji temu": sum(isinstance(row, Appointment) for row in rows)}


def _planned(person: Migrant, number: int, days: int, hour: time, stage, chance) -> list[Model]:
    at = timezone.make_aware(datetime.combine(stage.today + timedelta(days=days), hour))
    made = max(stage.past(at - timedelta(days=5)), person.created_at)
    channel = chance.pick(CHANNELS)
    row = Appointment(
        id=chance.id(),
        migrant=person,
        at=at,
        channel=channel,
        where=WHERE.get(channel, ""),
        safe_to_remind=person.phone_safe == "yes",
        organisation_id=person.registered_by_id,
        service_point_id=person.service_point_id,
        by=person.created_by,
        created_at=made,
    )
    lines = [event(chance, "appointment.plan", row.pk, made, row.by, client=person.pk)]
    if days < 0:
        row.state = "missed" if number == MISSED else "kept"
        verb = "miss" if number == MISSED else "keep"
        ended = max(at, made)
        lines.append(event(chance, f"appointment.{verb}", row.pk, ended, row.by, client=person.pk))
    return [row, *lines]


@loads(ContractCheck)
def load_contracts(stage: Stage) -> dict[str, int]:
    chance = Chance("contracts")
    people = Migrant.objects.filter(client_type="prospective").order_by("pk")
    rows: list[Model] = []
    for person in people.select_related("created_by")[:CHECKS]:
        at = stage.past(person.created_at + timedelta(days=chance.randrange(0, 20)))
        check = ContractCheck(
            id=chance.id(),
            migrant=person,
            answers={
                item.value: chance.pick({"yes": 78, "no": 12, "unclear": 10})
                for item in ContractItem
            },
            organisation_id=person.registered_by_id,
            by=person.created_by,
            at=max(at, person.created_at),
        )
        rows.append(check)
        rows.append(event(chance, "contract.check", check.pk, check.at, check.by, client=person.pk))
    insert(rows)
    return {"perjanjian kerja diperiksa": len(rows) // 2}
