"""Conversations with single clients: one when she comes first, more for some, and what was promised for these days."""

from datetime import datetime, timedelta

from django.utils import timezone

from ltsa.accounts.models import User
from ltsa.accounts.permissions import Role
from ltsa.demo.stage import Chance, Stage, posting_of
from ltsa.demo.traces import audit_line, event
from ltsa.organisations.models import Kind

from ..models import CounsellingSession, Migrant

KINDS = {
    "before": {
        "safe_migration": 40,
        "information": 30,
        "employment": 18,
        "srhr": 6,
        "legal": 4,
        "psychosocial": 2,
    },
    "during": {
        "legal": 34,
        "information": 24,
        "psychosocial": 15,
        "employment": 12,
        "safe_migration": 11,
        "srhr": 4,
    },
    "after": {"reintegration": 40, "legal": 20, "psychosocial": 18, "information": 16, "srhr": 6},
}
# Who is good at what: women's organisations listen, unions stand up at work.
BENT: dict[str, dict[str, float]] = {
    Kind.WOMENS_ORGANISATION: {"psychosocial": 6, "srhr": 2, "employment": 0.2},
    Kind.UNION: {"legal": 3, "employment": 2, "psychosocial": 0.3},
}
CHANNELS = {
    "before": {
        "face_to_face": 66,
        "village_post": 14,
        "chat": 9,
        "phone": 6,
        "home_visit": 4,
        "video": 1,
    },
    "during": {"chat": 38, "phone": 30, "face_to_face": 22, "video": 8, "home_visit": 2},
    "after": {"face_to_face": 60, "village_post": 11, "home_visit": 11, "phone": 10, "chat": 8},
}
TOPICS = {
    "information": [
        "rights",
        "safe_procedure",
        "costs",
        "agencies",
        "countries",
        "vacancies",
        "complaints",
    ],
    "safe_migration": [
        "safe_procedure",
        "costs",
        "contracts",
        "vulnerability",
        "agencies",
        "rights",
        "countries",
    ],
    "employment": ["vacancies", "contracts", "destination_law", "agencies"],
    "psychosocial": ["vulnerability"],
    "legal": ["rights", "contracts", "complaints", "social_security", "costs"],
    "reintegration": ["social_security", "rights", "complaints"],
    "srhr": ["vulnerability", "destination_law"],
}
SUMMARIES = {
    "information": [
        "Menanyakan syarat dan urutan berkas. Diberi daftar dokumen dan biaya resmi.",
        "Ingin tahu cara memeriksa P3MI. Dicek bersama, terdaftar.",
    ],
    "safe_migration": [
        "Ditawari berangkat lewat kenalan. Dijelaskan jalur resmi dan tanda bahaya.",
        "Membahas isi perjanjian penempatan, biaya yang boleh dan tidak boleh diminta.",
    ],
    "employment": [
        "Mencari lowongan perawat lansia. Diarahkan ke bursa kerja dan pelatihan bahasa."
    ],
    "legal": [
        "Menanyakan hak gaji yang belum lunas. Bukti yang perlu dikumpulkan sudah dicatat.",
        "Membaca perjanjian kerja bersama, bagian jam kerja dan hari libur ditandai.",
    ],
    "reintegration": [
        "Ingin membuka usaha kecil. Ditawari pelatihan dan kelompok purna.",
        "Menanyakan klaim jaminan sosial setelah pulang.",
    ],
    "srhr": ["Penjelasan pemeriksaan kesehatan dan hak kesehatan reproduksi."],
}
LATER = {0: 52, 1: 27, 2: 12, 3: 6, 4: 3}  # conversations after the first one
OPENS_CASE = {"before": 0.06, "during": 0.27, "after": 0.15}
SINCE = timedelta(days=21)
PROMISED = (0, 0, 1, 2, 0, 4, 6, 9, 13)  # days from today, one after the other, for each officer


def first_and_later_sessions(
    people: list[Migrant], stage: Stage
) -> tuple[list[CounsellingSession], list]:
    """Unsaved sessions, oldest first, and their timeline and audit lines."""
    chance = Chance("sessions")
    talks: list[CounsellingSession] = []
    # By id, not by day: what falls to whom must not depend on when the demo is loaded.
    for person in sorted(people, key=lambda one: one.pk):
        by, at = person.created_by, person.created_at
        needs_case = chance.happens(OPENS_CASE[person.phase])
        first = stage.past(at + timedelta(minutes=10))
        talks.append(_session(person, by, first, stage, chance))
        if needs_case:
            talks[-1].outcome = chance.pick({"open_case": 4, "refer": 1})
        for _ in range(chance.pick(LATER)):
            at += timedelta(days=chance.randrange(7, 60), minutes=chance.randrange(-90, 90))
            later = _session(person, by, at, stage, chance)
            if at <= stage.past(at):
                talks.append(later)
    talks.sort(key=lambda talk: (talk.started_at, talk.pk))
    _promise(talks, stage)
    lines = [
        event(
            chance,
            "session.log",
            talk.pk,
            talk.created_at,
            talk.by,
            client=talk.migrant_id,
            kind=talk.kind,
        )
        for talk in talks
    ]
    recent = [talk for talk in talks if talk.started_at > stage.now - SINCE]
    return talks, lines + [audit_line("create", talk, talk.created_at, talk.by) for talk in recent]


def _session(
    person: Migrant, by: User, at: datetime, stage: Stage, chance: Chance
) -> CounsellingSession:
    bent = BENT.get(posting_of(by).organisation.kind, {})
    weights = {kind: share * bent.get(kind, 1) for kind, share in KINDS[person.phase].items()}
    kind = chance.pick(weights)
    topics = TOPICS[kind]
    told, text = chance.happens(0.5), chance.choice(SUMMARIES.get(kind, [""]))
    return CounsellingSession(
        id=chance.id(),
        code=chance.code("S"),
        mode="individual",
        channel=chance.pick(CHANNELS[person.phase]),
        kind=kind,
        topics=sorted(chance.sample(topics, min(len(topics), chance.randrange(1, 4)))),
        started_at=at,
        minutes=chance.choice([15, 20, 30, 30, 45, 60]),
        outcome="enough",
        summary=text if told else "",
        migrant=person,
        phase=person.phase,
        organisation_id=posting_of(by).organisation_id,
        service_point_id=posting_of(by).service_point_id,
        district_id=person.district_id,
        by=by,
        created_at=stage.past(at + timedelta(minutes=5)),
    )


def _promise(talks: list[CounsellingSession], stage: Stage) -> None:
    """Each officer owes a few follow-ups, two of them today; those of the past are done."""
    open_of: dict[str, int] = {}
    for talk in reversed(talks):
        given = open_of.get(talk.by.username, 0)
        may = talk.outcome == "enough" and timezone.localdate(talk.started_at) < stage.today
        if not may or given == len(PROMISED) or posting_of(talk.by).role == Role.SUPERVISOR:
            continue
        open_of[talk.by.username] = given + 1
        talk.outcome = "follow_up"
        talk.follow_up_on = stage.today + timedelta(days=PROMISED[given])
