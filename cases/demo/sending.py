"""Referrals between the houses of a district, in the shares of the plots."""

from datetime import datetime, timedelta

from django.db.models import Model
from django.utils import timezone

from ltsa.accounts.models import User
from ltsa.demo.cast import id_of
from ltsa.demo.places import DISTRICTS
from ltsa.demo.stage import Chance, Stage, posting_of
from services.actions import CONSENT_TEXT_VERSION
from services.demo.people import PARTNERS_OF
from services.models import Consent

from ..codes import ANSWER_HOURS, Priority
from ..models import Case, Referral
from .answering import answer
from .plots import ASKS, NEEDS

SHARE = {"new": 0, "verifying": 0.3, "closed": 0.85}
SHARE_ELSE = 0.8
SECOND = 0.12
CONSENT_DAYS = 90
DISCLOSE = {
    ("identity", "contact", "needs"): 40,
    ("identity", "contact", "journey", "needs"): 25,
    ("identity", "contact", "needs", "account"): 20,
    ("needs",): 15,
}


def referrals(
    cases: list[Case], stage: Stage, *, without: set[Case]
) -> tuple[list[Referral], list[Model]]:
    """Unsaved referrals, and what belongs to them: consents, grants, notes, timeline, audit."""
    sent: list[Referral] = []
    rows: list[Model] = []
    for case in cases:
        chance = Chance(f"referrals/{case.pk}")
        if case in without or not chance.happens(SHARE.get(case.state, SHARE_ELSE)):
            continue
        for part in _recipients(case, stage, chance, 2 if chance.happens(SECOND) else 1):
            at = _sent_at(case, stage, chance)
            referral, consent = new_referral(case, part, at, stage, chance)
            sent.append(referral)
            rows += [consent, *answer(referral, at, part, stage, chance)]
    return sent, rows


def _recipients(case: Case, stage: Stage, chance: Chance, how_many: int) -> list[str]:
    """Parts ("office", "union", "women", "uptdppa") of the district that are asked, none twice."""
    shares = {
        part: share
        for part, (share, _) in ASKS[part_of(case.organisation_id, stage)].items()
        if house_of(case.district_id, part) is not None
    }
    parts = [chance.pick(shares)]
    if how_many == 2:
        parts += [other for other in shares if other != parts[0]][:1]
    return parts


def part_of(organisation_id, stage: Stage) -> str:
    for district in DISTRICTS:
        for part in ("office", "union", "women", "uptdppa"):
            if house_of(district.code, part) == organisation_id:
                return part
    raise LookupError(organisation_id)


def house_of(district_code: str, part: str):
    """The id of a district's house for this part, or None where there is none."""
    slug = next(district.slug for district in DISTRICTS if district.code == district_code)
    if part == "office":
        return id_of("house", slug)
    username = PARTNERS_OF[slug].get(part)
    return id_of("house", username) if username else None


def _sent_at(case: Case, stage: Stage, chance: Chance) -> datetime:
    start = case.handed_over_at or case.opened_at
    hours = 1 + 110 * chance.random() ** 2
    return stage.past(start + min(timedelta(hours=hours), (stage.now - start) * 0.6))


def new_referral(
    case: Case, part: str, at: datetime, stage: Stage, chance: Chance
) -> tuple[Referral, Consent]:
    by = case.owner or _worker(case, stage)
    services = ASKS[part_of(case.organisation_id, stage)][part][1]
    asked = services[: chance.pick({1: 75, 2: 25})]
    groups = list(chance.pick(DISCLOSE))
    if case.migrant.anonymous:
        groups = ["needs"]
    consent = Consent(
        id=chance.id(),
        migrant_id=case.migrant_id,
        recipient_id=house_of(case.district_id, part),
        groups=groups,
        method=chance.pick({"signature": 55, "thumbprint": 20, "witness": 15, "voice": 10}),
        text_version=CONSENT_TEXT_VERSION,
        given_at=at - timedelta(minutes=6),
        expires_on=timezone.localdate(at) + timedelta(days=CONSENT_DAYS),
        organisation_id=case.organisation_id,
        recorded_by=by,
        restricted=case.restricted,
    )
    return (
        Referral(
            id=chance.id(),
            code=chance.code("R"),
            case=case,
            sender_id=case.organisation_id,
            created_by=by,
            to_id=house_of(case.district_id, part),
            district_id=case.district_id,
            services=asked,
            priority=case.priority,
            needs=NEEDS[asked[0]],
            disclose=groups,
            consent=consent,
            restricted=case.restricted,
            created_at=at - timedelta(minutes=4),
            sent_at=at,
            due_at=at + timedelta(hours=ANSWER_HOURS[Priority(case.priority)]),
        ),
        consent,
    )


def _worker(case: Case, stage: Stage) -> User:
    here = [
        one
        for one in stage.people.values()
        if posting_of(one).organisation_id == case.organisation_id
    ]
    return min(here, key=lambda one: (posting_of(one).role == "desk_officer", one.username))
