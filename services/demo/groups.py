"""Meetings in the villages: a matrix of counts for most, a list of names for some; never both."""

from collections import Counter
from datetime import timedelta

from django.db.models import Model

from ltsa.demo import names
from ltsa.demo.cast import id_of
from ltsa.demo.places import DISTRICTS, District
from ltsa.demo.stage import Chance, Stage, posting_of
from ltsa.demo.traces import event
from ltsa.organisations.models import ServicePoint

from ..models import Attendance, AttendanceCount, CounsellingSession, Migrant
from .people import PARTNERS_OF, days_ago

MEETINGS = 66  # in each district
TITLES = {
    "safe_migration": "Penyuluhan migrasi aman",
    "information": "Sosialisasi pelindungan pekerja migran",
    "employment": "Informasi lowongan dan perjanjian kerja",
    "reintegration": "Pertemuan kelompok purna",
    "srhr": "Diskusi kesehatan reproduksi",
    "psychosocial": "Lingkar dukungan keluarga",
}
KINDS = {
    "safe_migration": 40,
    "information": 26,
    "employment": 12,
    "reintegration": 12,
    "srhr": 6,
    "psychosocial": 4,
}
TOPICS = {
    "safe_migration": ["costs", "safe_procedure", "vulnerability"],
    "information": ["complaints", "rights", "social_security"],
    "employment": ["contracts", "vacancies"],
    "reintegration": ["rights", "social_security"],
    "srhr": ["vulnerability"],
    "psychosocial": ["vulnerability"],
}
PHASES = {"before": 64, "after": 26, "during": 10}
SEX = {"female": 78, "male": 22}
AGES = {"<18": 2, "18-24": 24, "25-35": 40, "36-45": 22, "46+": 12}


def group_sessions(
    people: list[Migrant], stage: Stage
) -> tuple[list[CounsellingSession], list[Model]]:
    """The unsaved sessions, and what belongs to them: counts, attendances, timeline lines."""
    chance = Chance("groups")
    meetings: list[CounsellingSession] = []
    rows: list[Model] = []
    posts = dict(ServicePoint.objects.filter(type="village_post").values_list("area_id", "name"))
    for district in DISTRICTS:
        here = [one for one in people if one.district_id == district.code and not one.anonymous]
        for _ in range(MEETINGS):
            meeting = _meeting(district, posts, stage, chance)
            meetings.append(meeting)
            who_came = Chance(f"meeting/{meeting.pk}")
            if who_came.happens(0.2):
                rows += _named(meeting, here, who_came)
            else:
                rows += _counted(meeting, who_came)
    rows += [
        event(chance, "session.log", one.pk, one.created_at, one.by, kind=one.kind)
        for one in meetings
    ]
    return meetings, rows


def _meeting(district: District, posts: dict, stage: Stage, chance: Chance) -> CounsellingSession:
    who = chance.pick({"meja": 30, "konselor": 45, "union": 15, "women": 10})
    by = stage.person(PARTNERS_OF[district.slug].get(who) or f"{who}.{district.slug}")
    village = chance.choice(district.villages)
    kind = chance.pick(KINDS)
    at = stage.workday(days_ago(chance), chance)
    where = posts[village].removeprefix("Titik Layanan ")
    return CounsellingSession(
        id=chance.id(),
        code=chance.code("S"),
        mode="group",
        channel=chance.pick({"village_post": 70, "face_to_face": 26, "video": 4}),
        kind=kind,
        topics=TOPICS[kind],
        started_at=at,
        minutes=chance.choice([60, 90, 120]),
        outcome="enough",
        title=f"{TITLES[kind]}, {where}",
        quiz_of=10,
        organisation_id=posting_of(by).organisation_id,
        service_point_id=id_of("point", str(id_of("house", village)), "village_post"),
        district_id=district.code,
        by=by,
        created_at=stage.past(at + timedelta(hours=2)),
    )


def _counted(meeting: CounsellingSession, chance: Chance) -> list[AttendanceCount]:
    came = Counter(
        (chance.pick(SEX), chance.pick(PHASES), chance.pick(AGES))
        for _ in range(chance.randrange(12, 42))
    )
    return [
        AttendanceCount(
            session=meeting,
            sex=sex,
            phase=phase,
            age_band=age,
            count=count,
            disability=int(chance.happens(0.06)),
        )
        for (sex, phase, age), count in sorted(came.items())
    ]


def _named(meeting: CounsellingSession, here: list[Migrant], chance: Chance) -> list[Attendance]:
    """Clients of the same house who were known by then."""
    known = [
        one
        for one in here
        if one.created_at < meeting.started_at and one.registered_by_id == meeting.organisation_id
    ]
    clients = chance.sample(known, min(len(known), chance.randrange(6, 16)))
    rows = [Attendance(session=meeting, migrant=one) for one in clients]
    return rows + [_stranger(meeting, number, chance) for number in range(chance.randrange(4, 9))]


def _stranger(meeting: CounsellingSession, number: int, chance: Chance) -> Attendance:
    """A name on the list, of nobody who is registered; one in ten wants to be spoken to."""
    sex, wants = chance.pick(SEX), chance.happens(0.1)
    before = chance.randrange(2, 7)
    return Attendance(
        session=meeting,
        name=names.full_name(sex, chance),
        phone=names.phone(8000 + number) if wants else "",
        sex=sex,
        phase=chance.pick(PHASES),
        age_band=chance.pick(AGES),
        wants_follow_up=wants,
        quiz_before=before,
        quiz_after=min(before + chance.randrange(0, 5), 10),
    )
