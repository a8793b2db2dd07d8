"""About 2,000 invented clients: mostly women, mostly before departure, over two years in four districts."""

from datetime import date, timedelta

from django.utils import timezone

from ltsa.accounts.models import User
from ltsa.areas.models import Area
from ltsa.demo import names
from ltsa.demo.places import DISTRICTS, District
from ltsa.demo.stage import DAYS, Chance, Stage, posting_of
from ltsa.demo.traces import audit_line, event
from ltsa.encrypted import keyed_hash
from ltsa.names import fold

from ..codes import age_band_of
from ..models import Migrant, Relationship
from .backgrounds import tell_more, tell_ties

PEOPLE = {"cirebon": 640, "tulungagung": 520, "blitar": 440, "lampungtimur": 400}
# Shares in a hundred. Women: 84 % of those whom the ILO counted, Safe and Fair 2024.
SEX = {"female": 84, "male": 14.6, "other": 0.4, "undisclosed": 1}
CLIENT_TYPE = {"prospective": 44, "returned": 26, "in_service": 15, "family": 15}
PHASE_OF = {"prospective": "before", "in_service": "during", "returned": "after"}
PHASE_OF_FAMILY = {"during": 60, "after": 20, "before": 20}
YOUNGEST_OLDEST = {
    "prospective": (18, 38),
    "in_service": (21, 45),
    "returned": (24, 52),
    "family": (19, 64),
}
# Placements of January to October 2024; Cirebon goes mostly to Taiwan.
DESTINATIONS = {
    "Hong Kong": 857,
    "Taiwan": 730,
    "Malaysia": 407,
    "Jepang": 108,
    "Singapura": 88,
    "Korea Selatan": 86,
    "Arab Saudi": 66,
    "Brunei Darussalam": 20,
    "Turki": 12,
    "Uni Emirat Arab": 10,
}
# Who of a district registers, by the first part of the username.
REGISTERS = {"meja": 44, "konselor": 32, "union": 13, "women": 9, "uptdppa": 2}
PARTNERS_OF = {
    "cirebon": {"union": "sbmi.cirebon", "women": "wcc.cirebon", "uptdppa": "uptdppa.cirebon"},
    "tulungagung": {"union": "ksbsi.tulungagung", "women": "kpi.tulungagung"},
    "blitar": {"union": "ksbsi.blitar", "women": "kpi.blitar"},
    "lampungtimur": {"union": "sbmi.lampungtimur", "women": "sebay.lampungtimur"},
}
NEIGHBOURS = {
    "cirebon": "32.12",
    "tulungagung": "35.06",
    "blitar": "35.07",
    "lampungtimur": "18.02",
}
MONTH = 30
WAVES = (1.0, 0.9, 1.1, 1.25, 0.8, 1.05, 0.7)  # busy and quiet months
AUDITED_DAYS = 45


def clients(stage: Stage) -> tuple[list[Migrant], list]:
    """Unsaved clients, oldest first, and their timeline and audit lines."""
    chance = Chance("people")
    people: list[Migrant] = []
    for district in DISTRICTS:
        places = _places(district)
        for _ in range(PEOPLE[district.slug]):
            people.append(_client(district, places, len(people), stage, chance))
    people.sort(key=lambda person: (person.created_at, person.pk))
    tell_more(people)
    lines = [
        event(chance, "client.register", one.pk, one.created_at, one.created_by, client=one.pk)
        for one in people
    ]
    since = stage.now - timedelta(days=AUDITED_DAYS)
    recent = [one for one in people if one.created_at > since]
    return people, lines + [
        audit_line("create", one, one.created_at, one.created_by, "full_name", "sex", "village")
        for one in recent
    ]


def families(people: list[Migrant]) -> list[Relationship]:
    """Some relatives come for a migrant who is known here, too."""
    chance = Chance("families")
    abroad: dict[str, list[Migrant]] = {}
    for person in people:
        if person.client_type == "in_service":
            abroad.setdefault(person.district_id, []).append(person)
    ties = [
        Relationship(
            relative=person,
            migrant=chance.choice(abroad[person.district_id]),
            letter_of_authority=chance.happens(0.5),
        )
        for person in people
        if person.client_type == "family" and chance.happens(0.4)
    ]
    tell_ties(ties)
    return ties


def days_ago(chance: Chance) -> int:
    """More in recent months than in the first ones, with busy and quiet months between."""
    months = DAYS // MONTH
    weights = [(1.6 - month / months) * WAVES[month % len(WAVES)] for month in range(months)]
    return chance.choices(range(months), weights)[0] * MONTH + chance.randrange(MONTH)


def _places(district: District) -> dict[str, list[str]]:
    villages = list(
        Area.objects.within(district.code).filter(level="village").values_list("code", flat=True)
    )
    near = {code[:8] for code in district.villages}
    return {
        "own": list(district.villages),
        "near": [code for code in villages if code[:8] in near],
        "district": villages,
        "elsewhere": list(
            Area.objects.within(NEIGHBOURS[district.slug])
            .filter(level="subdistrict")
            .values_list("code", flat=True)
        ),
    }


def officer(district: District, stage: Stage, chance: Chance) -> User:
    partners = PARTNERS_OF[district.slug]
    part = chance.pick(REGISTERS)
    return stage.person(
        partners.get(part) or f"{'meja' if part == 'meja' else 'konselor'}.{district.slug}"
    )


def _client(district: District, places: dict, number: int, stage: Stage, chance: Chance) -> Migrant:
    by = officer(district, stage, chance)
    at = stage.workday(days_ago(chance), chance)
    sex = chance.pick(SEX)
    client_type = chance.pick(CLIENT_TYPE)
    village = chance.choice(
        places[chance.pick({"own": 45, "near": 25, "district": 26, "elsewhere": 4})]
    )
    born = _born(client_type, timezone.localdate(at), chance)
    age = int((stage.today - born).days // 365.2425)
    person = Migrant(
        id=chance.id(),
        code=chance.code("K"),
        sex=sex,
        birth_date=born if chance.happens(0.82) else None,
        age_band=age_band_of(age),
        village_id=village,
        client_type=client_type,
        phase=PHASE_OF.get(client_type) or chance.pick(PHASE_OF_FAMILY),
        consent="named",
        destination=_destination(district, client_type, chance),
        registered_by_id=posting_of(by).organisation_id,
        service_point_id=posting_of(by).service_point_id,
        district_id=district.code,
        created_by=by,
        created_at=at,
    )
    name, has_nik, has_passport, anonymous = (
        names.full_name(sex, chance),
        chance.happens(0.55),
        chance.happens(0.35),
        chance.happens(0.05),
    )
    identity = names.nik(village, born, sex, chance)
    if anonymous:
        person.anonymous, person.consent, person.birth_date = True, "anonymous", None
    else:
        _identify(person, name, identity if has_nik and person.birth_date else "")
        if has_passport and client_type in ("in_service", "returned"):
            person.passport = names.passport(number)
            person.passport_hash = keyed_hash(person.passport, "passport")
    _phone(person, names.phone(number), chance)
    return person


def _identify(person: Migrant, name: str, identity: str) -> None:
    person.full_name, person.search_name = name, fold(name)
    person.nik, person.nik_hash = identity, keyed_hash(identity, "nik")


def _phone(person: Migrant, number: str, chance: Chance) -> None:
    safe = chance.pick({"yes": 72, "ask": 18, "no": 10})
    if chance.happens(0.65) and not person.anonymous:
        person.phone, person.phone_safe = number, safe
        person.phone_hash = keyed_hash(number, "phone")
        person.phone_tail_hash = keyed_hash(number[-4:], "phone_tail")


def _born(client_type: str, on: date, chance: Chance) -> date:
    youngest, oldest = YOUNGEST_OLDEST[client_type]
    if client_type == "prospective" and chance.happens(0.03):
        youngest, oldest = 16, 18  # she asks, she is told that 18 is the law
    days = chance.triangular(youngest, oldest, youngest + (oldest - youngest) / 3) * 365.25
    return on - timedelta(days=int(days))


def _destination(district: District, client_type: str, chance: Chance) -> str:
    weights = DESTINATIONS | ({"Taiwan": 2200} if district.slug == "cirebon" else {})
    country = chance.pick(weights)
    return "" if client_type == "prospective" and chance.happens(0.25) else country
