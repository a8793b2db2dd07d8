"""About 220 referrals between the houses of a district: answered, declined, overdue, and three that wait at the WCC."""

from datetime import datetime, time, timedelta

from django.db.models import Model
from django.utils import timezone

from ltsa.accounts.models import User
from ltsa.demo.cast import id_of
from ltsa.demo.places import DISTRICTS
from ltsa.demo.stage import Chance, Stage
from services.actions import CONSENT_TEXT_VERSION
from services.demo.people import PARTNERS_OF
from services.models import Consent

from ..codes import ANSWER_HOURS
from ..models import Case, Referral
from .answering import answer, draft, leave_unanswered
from .plots import ASKS, NEEDS

SHARE = {"new": 0, "verifying": 0.3, "closed": 0.85}
SHARE_ELSE = 0.8
SECOND = 0.12
CONSENT_DAYS = 90
TAKEN_FROM = ("verifying", "in_progress", "waiting_for_client", "monitoring")
DISCLOSE = {
    ("identity", "contact", "needs"): 40,
    ("identity", "contact", "journey", "needs"): 25,
    ("identity", "contact", "needs", "account"): 20,
    ("needs",): 15,
}


def referrals(cases: list[Case], stage: Stage) -> tuple[list[Referral], list[Model]]:
    """Unsaved referrals, and what belongs to them: consents, grants, notes, timeline, audit."""
    chance = Chance("referrals")
    sent: list[Referral] = []
    rows: list[Model] = []
    busy: set[Case] = set(_story(cases, stage, chance, sent, rows))
    for case in cases:
        if case in busy or not chance.happens(SHARE.get(case.state, SHARE_ELSE)):
            continue
        for part in _recipients(case, stage, chance, 2 if chance.happens(SECOND) else 1):
            at = _sent_at(case, stage, chance)
            referral, consent = _referral(case, part, at, stage, chance)
            sent.append(referral)
            rows += [consent, *answer(referral, part, stage, chance)]
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


def _referral(
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
    )
    return (
        Referral(
            id=chance.id(),
            code=chance.code("R"),
            case=case,
            sender_id=case.organisation_id,
            created_by=by,
            to_id=consent.recipient_id,
            district_id=case.district_id,
            services=asked,
            priority=case.priority,
            needs=NEEDS[asked[0]],
            disclose=groups,
            consent=consent,
            restricted=case.restricted,
            created_at=at - timedelta(minutes=4),
            sent_at=at,
            due_at=at + timedelta(hours=ANSWER_HOURS[case.priority]),
        ),
        consent,
    )


def _worker(case: Case, stage: Stage) -> User:
    here = [
        one for one in stage.people.values() if one.posting.organisation_id == case.organisation_id
    ]
    return min(here, key=lambda one: (one.posting.role == "desk_officer", one.username))


def _story(cases, stage: Stage, chance: Chance, sent: list, rows: list) -> list[Case]:
    """What somebody sees who looks in for the first time; the cases that it took."""
    taken: list[Case] = []

    def take(username: str, before: datetime) -> Case:
        case = next(
            case
            for case in reversed(cases)
            if case not in taken
            and case.opened_by.username == username
            and case.opened_at < before
            and not case.restricted
            and case.state in TAKEN_FROM
        )
        taken.append(case)
        return case

    def send(username: str, part: str, priority: str, at: datetime) -> Referral:
        case = take(username, at)
        case.priority = priority
        referral, consent = _referral(case, part, at, stage, chance)
        consent.expires_on = stage.today + timedelta(days=CONSENT_DAYS)
        sent.append(referral)
        rows.append(consent)
        return referral

    due, now = _later_today(stage), stage.now
    waiting = [
        send("meja.cirebon", "women", "urgent", due - timedelta(hours=72)),
        send("konselor.cirebon", "women", "normal", now - timedelta(hours=20)),
        send("meja.cirebon", "women", "normal", now - timedelta(days=3, hours=2)),
    ]
    for referral in waiting:
        rows += leave_unanswered(referral, chance)
    yesterday = send("meja.cirebon", "union", "urgent", now - timedelta(days=2, hours=1))
    rows += answer(yesterday, "union", stage, chance, hours=24, ending="accepted")
    for district in DISTRICTS:
        second = "uptdppa" if house_of(district.code, "uptdppa") else "women"
        for days, part in ((6, "union"), (9, second)):
            late = send(f"meja.{district.slug}", part, "urgent", now - timedelta(days=days))
            rows += leave_unanswered(late, chance)
        rows += draft(send(f"konselor.{district.slug}", "women", "normal", now), chance)
    return taken


def _later_today(stage: Stage) -> datetime:
    midnight = timezone.make_aware(datetime.combine(stage.today + timedelta(days=1), time()))
    return stage.now + min(timedelta(hours=4), (midnight - stage.now) / 2)
