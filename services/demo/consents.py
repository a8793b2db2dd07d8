"""What clients answered when they were registered, and some answers to the other questions."""

from datetime import timedelta

from django.db.models import Model
from django.utils import timezone

from ltsa.demo.stage import Chance, Stage
from ltsa.demo.traces import event

from ..actions import CONSENT_TEXT_VERSION
from ..codes import Purpose
from ..models import Consent, Migrant

NAMED = ["identity", "contact", "journey"]
FIVE_YEARS, A_YEAR = timedelta(days=5 * 365 + 1), timedelta(days=365)
RECENT = timedelta(days=120)  # of these some were asked more
ASKED = {Purpose.CONTACT: 0.5, Purpose.FOLLOW_UP: 0.3, Purpose.STORY: 0.1}
ANSWERS = {"given": 80, "refused": 14, "later": 6}


def answers(people: list[Migrant], stage: Stage) -> list[Model]:
    """Unsaved: the record of everybody's consent, and for newer clients some switches beside it."""
    chance = Chance("consents")
    rows: list[Model] = []
    for person in people:
        rows.append(
            _answer(person, Purpose.RECORD, chance, groups=[] if person.anonymous else NAMED)
        )
        if stage.now - person.created_at < RECENT:
            rows += _more(person, chance)
    return rows


def _more(person: Migrant, chance: Chance) -> list[Model]:
    rows: list[Model] = []
    for purpose, share in ASKED.items():
        if (purpose == Purpose.CONTACT and not person.phone) or not chance.happens(share):
            continue
        answer = _answer(person, purpose, chance, decision=chance.pick(ANSWERS))
        at, by = answer.given_at, answer.recorded_by
        told = {"decision": answer.decision}
        rows.append(answer)
        rows.append(event(chance, "consent.record", answer.pk, at, by, client=person.pk, **told))
    return rows


def _answer(
    person: Migrant, purpose: str, chance: Chance, *, decision="given", groups=()
) -> Consent:
    lasts = FIVE_YEARS if purpose == Purpose.RECORD else A_YEAR
    return Consent(
        id=chance.id(),
        migrant=person,
        purpose=purpose,
        decision=decision,
        groups=list(groups),
        method="tick" if decision != "given" else chance.pick({"tick": 80, "signature": 20}),
        text_version=CONSENT_TEXT_VERSION,
        given_at=person.created_at,
        expires_on=timezone.localdate(person.created_at) + lasts,
        organisation_id=person.registered_by_id,
        recorded_by=person.created_by,
    )
