"""Courses of psychosocial care around the conversations that are there: one a client and counsellor."""

from datetime import timedelta
from itertools import groupby

from django.db.models import Model

from ltsa.accounts.permissions import Role
from ltsa.demo.rows import insert
from ltsa.demo.stage import Chance, Stage, loads, posting_of
from ltsa.demo.traces import event

from ..codes import CareEnd, CareGoal
from ..models import CounsellingSession, PsychosocialCourse
from . import loading  # noqa: F401 (clients first)

COURSES = 160
ENDED_AFTER = timedelta(days=30)
ENDINGS = dict(zip(CareEnd.values, (60, 14, 12, 8, 6), strict=True))


@loads(PsychosocialCourse)
def load_courses(stage: Stage) -> dict[str, int]:
    chance = Chance("care")
    carers = [
        user
        for user in stage.people.values()
        if user.posting and posting_of(user).role in (Role.COUNSELLOR, Role.COMPANION)
    ]
    talks = CounsellingSession.objects.filter(kind="psychosocial", mode="individual", by__in=carers)
    talks = talks.order_by("migrant", "by", "started_at").select_related("by", "migrant")
    rows: list[Model] = []
    joined: list[CounsellingSession] = []
    for _key, group in groupby(talks, key=lambda talk: (talk.migrant_id, talk.by_id)):
        mine = list(group)
        course = _course(mine, stage, chance)
        rows.append(course)
        rows.append(event(chance, "care.open", course.pk, course.opened_at, mine[0].by))
        if course.closed_at:
            rows.append(event(chance, "care.close", course.pk, course.closed_at, mine[0].by))
        for talk in mine:
            talk.course = course
        joined += mine
        if sum(isinstance(row, PsychosocialCourse) for row in rows) == COURSES:
            break
    insert(rows)
    CounsellingSession.objects.bulk_update(joined, ["course"], batch_size=500)
    return {"pendampingan": sum(isinstance(row, PsychosocialCourse) for row in rows)}


def _course(talks: list[CounsellingSession], stage: Stage, chance: Chance) -> PsychosocialCourse:
    first, last = talks[0], talks[-1]
    before = chance.choice([1, 2, 2, 3, 3])
    course = PsychosocialCourse(
        id=chance.id(),
        migrant=first.migrant,
        counsellor=first.by,
        organisation_id=first.organisation_id,
        district_id=first.district_id,
        goals=sorted(chance.sample(CareGoal.values, chance.randrange(1, 4))),
        wellbeing_before=before,
        opened_at=first.started_at,
    )
    ended = last.started_at + timedelta(days=chance.randrange(5, 20))
    if ended < stage.now - ENDED_AFTER:
        course.closed_at = ended
        course.ending = chance.pick(ENDINGS)
        after = before + chance.choice([-1, 0, 0, 1, 1, 1, 2])
        course.wellbeing_after = min(5, max(1, after)) if chance.happens(0.85) else None
    return course
