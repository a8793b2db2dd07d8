"""What is told beyond the quick intake: safe contact, schooling, family, the Washington short set. About a third tells more."""

from datetime import timedelta

from django.utils import timezone

from ltsa.demo.stage import Chance
from ltsa.encrypted import keyed_hash
from ltsa.names import fold

from ..models import Migrant, Relationship

OWNER = {"self": 62, "family": 22, "shared": 9, "neighbour": 5, "employer": 2}
WAY = {"message": 55, "call": 30, "through_someone": 9, "visit": 6}
HOURS = ["pagi, jam 9 sampai 11", "sore sesudah jam 4", "hari Minggu", "malam, jam istirahat kerja"]
CODE_WORDS = ["melati", "jambu air", "pesan sayur", "arisan", "payung biru"]
EDUCATION = {"primary": 34, "junior": 36, "senior": 24, "higher": 4, "none": 2}
MARITAL = {"married": 55, "single": 27, "divorced": 13, "widowed": 5}
CHILDREN = {"0": 22, "1": 34, "2": 29, "3": 11, "4": 4}
HEARD = {
    "village": 34,
    "friend": 27,
    "meeting": 16,
    "union": 10,
    "office": 7,
    "media": 5,
    "other": 1,
}
LANGUAGES = {"32": "Cirebon, Sunda", "35": "Jawa", "18": "Jawa, Lampung"}
DIFFICULTY = {"1": 88, "2": 9, "3": 2.4, "4": 0.6}
ABILITIES = ["seeing", "hearing", "walking", "remembering", "self_care", "communicating"]
RELATION = {"parent": 38, "spouse": 34, "sibling": 16, "child": 7, "other": 5}
MUCH = 3


def tell_more(people: list[Migrant]) -> None:
    """Fill in the clients before they are saved; a chance of its own, so that nobody else changes."""
    chance = Chance("backgrounds")
    for person in people:
        _contact(person, chance)
        if chance.happens(0.35):
            _background(person, chance)
        if chance.happens(0.3):
            answers = {ability: int(chance.pick(DIFFICULTY)) for ability in ABILITIES}
            person.abilities, person.disability = answers, max(answers.values()) >= MUCH
        if not person.anonymous:
            _names(person, chance)


def _contact(person: Migrant, chance: Chance) -> None:
    if not person.phone:
        return
    person.contact_asked_on = timezone.localdate(person.created_at)
    person.phone_owner = chance.pick(OWNER)
    if person.phone_safe == "ask":
        person.contact_way, person.contact_hours = chance.pick(WAY), chance.choice(HOURS)
    if chance.happens(0.12):
        person.code_word = chance.choice(CODE_WORDS)


def _background(person: Migrant, chance: Chance) -> None:
    person.education, person.marital_status = chance.pick(EDUCATION), chance.pick(MARITAL)
    person.children = None if person.marital_status == "single" else int(chance.pick(CHILDREN))
    person.heard_from = chance.pick(HEARD)
    person.languages = LANGUAGES[str(person.district_id)[:2]]


def _names(person: Migrant, chance: Chance) -> None:
    if chance.happens(0.3):
        person.nickname = person.full_name.split()[0][-4:].capitalize()
    if person.passport and chance.happens(0.25):
        person.passport_name = (
            f"{person.full_name} binti {chance.choice(['Karta', 'Wasim', 'Sadi'])}"
        )
    every = f"{person.full_name} {person.nickname} {person.passport_name}"
    person.search_name = " ".join(sorted(set(fold(every).split())))
    if person.nik and chance.happens(0.2):
        person.family_card = (
            f"{person.nik[:6]}{chance.randrange(1, 29):02}0112{chance.randrange(1, 9999):04}"
        )
        person.family_card_hash = keyed_hash(person.family_card, "family_card")


def tell_ties(ties: list[Relationship]) -> None:
    """How they are related, and the day of the letter where there is one."""
    chance = Chance("ties")
    for tie in ties:
        tie.relation = chance.pick(RELATION)
        if tie.letter_of_authority:
            came = timezone.localdate(tie.relative.created_at)
            tie.letter_on = came - timedelta(days=chance.randrange(20))
