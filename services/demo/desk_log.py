"""What the log of the desk leaves behind: talks without a record, some copied from the book, one logged twice and
voided, and the answers at the door."""

from datetime import timedelta

from django.db.models import Model
from django.utils import timezone

from ltsa.demo.rows import insert
from ltsa.demo.stage import Chance, Stage, loads, posting_of
from ltsa.demo.traces import event

from ..models import AttendanceCount, CounsellingSession, ExitAnswer
from . import loading  # noqa: F401 (clients first)

OFFICERS = ("meja.cirebon", "meja.tulungagung", "meja.blitar", "meja.lampungtimur")
UNRECORDED = 8  # of each officer
ANSWERS = 40
SCORES = {4: 45, 3: 40, 2: 11, 1: 4}
SEX = {"female": 80, "male": 20}
AGES = {"18-24": 30, "25-35": 45, "36-45": 18, "46+": 7}
PHASES = {"before": 70, "during": 10, "after": 20}


@loads(ExitAnswer)
def load_desk_log(stage: Stage) -> dict[str, int]:
    chance = Chance("desk log")
    rows: list[Model] = []
    for username in OFFICERS:
        by = stage.people.get(username)
        if by is None:
            continue
        for number in range(UNRECORDED):
            rows += _unrecorded(by, number, stage, chance)
        rows += _twice(by, stage, chance)
        rows += [_answer(by, stage, chance) for _ in range(ANSWERS)]
    insert(rows)
    return {"jawaban di pintu": sum(isinstance(row, ExitAnswer) for row in rows)}


def _session(by, at, chance: Chance, **told) -> CounsellingSession:
    place = posting_of(by)
    return CounsellingSession(
        id=chance.id(),
        code=chance.code("S"),
        mode="individual",
        started_at=at,
        outcome="enough",
        organisation_id=place.organisation_id,
        service_point_id=place.service_point_id,
        district_id=str(place.district_id),
        by=by,
        **told,
    )


def _unrecorded(by, number: int, stage: Stage, chance: Chance) -> list[Model]:
    """Somebody who wanted no record; every fourth was copied from the book three days later."""
    at = stage.workday(chance.randrange(4, 80), chance)
    copied = number % 4 == 0
    phase = chance.pick(PHASES)
    session = _session(
        by,
        at,
        chance,
        channel="face_to_face",
        kind="information",
        topics=["costs", "safe_procedure"],
        unrecorded=True,
        phase=phase,
        entry="paper" if copied else "live",
        paper_number=str(100 + number) if copied else "",
        created_at=stage.past(at + (timedelta(days=3) if copied else timedelta(minutes=5))),
    )
    cell = AttendanceCount(
        session=session, sex=chance.pick(SEX), phase=phase, age_band=chance.pick(AGES), count=1
    )
    line = event(chance, "session.log", session.pk, session.created_at, by, kind=session.kind)
    return [session, cell, line]


def _twice(by, stage: Stage, chance: Chance) -> list[Model]:
    """The officer's newest talk of an earlier day, logged a second time and voided a minute later."""
    talks = CounsellingSession.objects.filter(by=by, mode="individual", unrecorded=False)
    first = talks.exclude(kind="psychosocial").order_by("started_at", "pk").last()
    if first is None:
        return []
    made = stage.past(first.created_at + timedelta(minutes=1))
    ended = stage.past(made + timedelta(minutes=1))
    session = _session(
        by,
        first.started_at,
        chance,
        channel=first.channel,
        kind=first.kind,
        topics=first.topics,
        migrant_id=first.migrant_id,
        phase=first.phase,
        created_at=made,
        voided_at=ended,
        voided_by=by,
        void_reason="double",
        version=2,
    )
    return [
        session,
        event(chance, "session.log", session.pk, made, by, client=first.migrant_id),
        event(chance, "session.void", session.pk, ended, by, client=first.migrant_id),
    ]


def _answer(by, stage: Stage, chance: Chance) -> ExitAnswer:
    place = posting_of(by)
    return ExitAnswer(
        id=chance.id(),
        organisation_id=place.organisation_id,
        service_point_id=place.service_point_id,
        district_id=str(place.district_id),
        on=timezone.localdate(stage.workday(chance.randrange(0, 60), chance)),
        score=chance.pick(SCORES),
    )
