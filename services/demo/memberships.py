"""Who was offered a union, who joined, and who said no."""

from datetime import timedelta

from django.db.models import Model
from django.utils import timezone

from ltsa.demo.rows import insert
from ltsa.demo.stage import Chance, Stage, loads
from ltsa.demo.traces import event
from ltsa.organisations.models import Organisation

from ..models import Migrant, UnionMembership
from . import loading  # noqa: F401 (clients first)

ASKED = 0.16  # of the clients
STATES = {
    "offered": 16,
    "interested": 14,
    "registered": 12,
    "member": 38,
    "left": 4,
    "declined": 16,
}
LEVELS = {"village": 70, "subdistrict": 15, "district": 15}
# The verbs that led to a state, after the offer.
WAY = {
    "offered": (),
    "interested": ("interest",),
    "declined": ("decline",),
    "registered": ("interest", "register"),
    "member": ("interest", "register", "join"),
    "left": ("interest", "register", "join", "leave"),
}


@loads(UnionMembership)
def load_memberships(stage: Stage) -> dict[str, int]:
    chance = Chance("memberships")
    unions = {
        union.district_id: union
        for union in Organisation.objects.filter(kind="union").order_by("-name")
    }
    people = Migrant.objects.filter(anonymous=False, district__in=unions).order_by("pk")
    rows: list[Model] = []
    for number, person in enumerate(people.select_related("created_by")):
        if chance.happens(ASKED):
            rows += _membership(person, unions[person.district_id], number, stage, chance)
    insert(rows)
    return {"keanggotaan serikat": sum(isinstance(row, UnionMembership) for row in rows)}


def _membership(person: Migrant, union: Organisation, number: int, stage, chance) -> list[Model]:
    state = chance.pick(STATES)
    asked = stage.past(person.created_at + timedelta(minutes=20))
    row = UnionMembership(
        id=chance.id(),
        migrant=person,
        union=union,
        state=state,
        organisation_id=person.registered_by_id,
        district_id=person.district_id,
        by=person.created_by,
        created_at=asked,
    )
    lines = [event(chance, "membership.offer", row.pk, asked, row.by, client=person.pk)]
    moments = stage.between(asked, chance, len(WAY[state]), timedelta(days=90))
    for verb, at in zip(WAY[state], moments, strict=True):
        lines.append(event(chance, f"membership.{verb}", row.pk, at, row.by, client=person.pk))
        day = timezone.localdate(at)
        if verb == "register":
            row.agreed_at, row.level = at, chance.pick(LEVELS)
        elif verb == "join":
            row.joined_on, row.card_number = day, f"CONTOH-{number:05}"
        elif verb == "leave":
            row.left_on = day
    return [row, *lines]
