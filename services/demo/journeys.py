"""A journey for every demo client who named a destination; some of those who came back had gone before."""

from datetime import date, timedelta

from django.utils import timezone

from ltsa.demo.rows import insert
from ltsa.demo.stage import Chance, Stage, loads
from ltsa.organisations.models import Agency

from ..models import Journey, Migrant
from .loading import load_services  # noqa: F401 (the clients are loaded first)

SECTORS = {
    "Taiwan": {"domestic": 25, "care": 35, "factory": 35, "fishery": 5},
    "Hong Kong": {"domestic": 92, "care": 8},
    "Malaysia": {"plantation": 35, "factory": 30, "domestic": 25, "construction": 10},
    "Jepang": {"internship": 45, "care": 30, "factory": 25},
    "Korea Selatan": {"factory": 80, "fishery": 20},
}
ANY_SECTOR = {"domestic": 70, "hospitality": 15, "other": 15}
SCHEMES = {"p_to_p": 70, "independent": 12, "unknown": 10, "non_procedural": 8}
STATE_TO_STATE = {"Jepang", "Korea Selatan"}
SPONSORS = ("Pak Contoh", "Bu Umpama", "Mas Misal")
AGAIN = 0.15


@loads(Journey)
def load_journeys(stage: Stage) -> dict[str, int]:
    agencies = list(Agency.objects.filter(kind="p3mi").order_by("pk"))
    clients = Migrant.objects.exclude(destination="").order_by("created_at", "pk")
    rows: list[Journey] = []
    for client in clients:
        chance = Chance(f"journey/{client.pk}")
        newest = _journey(client, agencies, chance)
        start = _dates(newest, client.client_type, stage, chance)
        if client.client_type == "returned" and chance.happens(AGAIN):
            rows.append(_earlier(client, agencies, start, chance))
        rows.append(newest)
    insert(rows)
    return {"perjalanan": len(rows)}


def _journey(client: Migrant, agencies: list[Agency], chance: Chance) -> Journey:
    to = client.destination
    scheme = "g_to_g" if to in STATE_TO_STATE and chance.happens(0.5) else chance.pick(SCHEMES)
    journey = Journey(
        id=chance.id(),
        migrant=client,
        destination=to,
        organisation_id=client.registered_by_id,
        created_by_id=client.created_by_id,
        created_at=client.created_at,
    )
    if client.client_type == "family":
        return journey
    journey.sector = chance.pick(SECTORS.get(to, ANY_SECTOR)) if chance.happens(0.9) else ""
    journey.scheme = scheme if chance.happens(0.8) else ""
    if scheme == "p_to_p" and chance.happens(0.85):
        journey.agency = chance.choice(agencies)
    if chance.happens(0.2):
        journey.sponsor = chance.choice(SPONSORS)
    return journey


def _dates(journey: Journey, client_type: str, stage: Stage, chance: Chance) -> date:
    """Sets the dates that fit the client's phase; returns when it began."""
    told = timezone.localdate(journey.created_at)
    left = told - timedelta(days=chance.randrange(60, 900))
    if client_type == "prospective" and chance.happens(0.6):
        journey.planned_for = told + timedelta(days=chance.randrange(30, 240))
    elif client_type == "in_service":
        journey.left_on = left
    elif client_type == "returned":
        journey.left_on = left - timedelta(days=chance.randrange(300, 1400))
        journey.returned_on = min(left, stage.today)
    return journey.left_on or told


def _earlier(client: Migrant, agencies: list[Agency], before: date, chance: Chance) -> Journey:
    journey = _journey(client, agencies, chance)
    journey.returned_on = before - timedelta(days=chance.randrange(120, 900))
    journey.left_on = journey.returned_on - timedelta(days=chance.randrange(700, 1100))
    journey.created_at = client.created_at - timedelta(minutes=1)
    return journey
