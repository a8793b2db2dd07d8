"""A few women of Cirebon who were taken in twice, for the officer to find; one pair is merged already."""

from datetime import timedelta

from ltsa.demo.rows import insert
from ltsa.demo.stage import Chance, Stage, loads, posting_of
from ltsa.demo.traces import audit_line, event
from ltsa.names import fold

from ..models import CounsellingSession, Merge, Migrant

PAIRS = 8
OFFICERS = ("meja.cirebon", "konselor.cirebon")
MERGED_DAYS_AGO = 12
NUMBERS = {  # what the second paper kept of the first
    "nik": ("nik", "nik_hash"),
    "phone": ("phone", "phone_hash", "phone_tail_hash", "phone_safe"),
}


@loads(Merge)
def load_doubles(stage: Stage) -> dict[str, int]:
    chance = Chance("doubles")
    once = Migrant.objects.filter(
        registered_by=posting_of(stage.person(OFFICERS[0])).organisation,
        birth_date__isnull=False,
        created_at__lt=stage.now - timedelta(days=100),
        created_at__gt=stage.now - timedelta(days=500),
    ).exclude(nik="")
    firsts = list(once.exclude(phone="").order_by("-created_at", "pk")[:PAIRS])
    seconds = [_again(first, n, stage, chance) for n, first in enumerate(firsts)]
    talks = [_talk(second, chance) for second in seconds]
    lines = [
        event(chance, "client.register", one.pk, one.created_at, one.created_by, client=one.pk)
        for one in seconds
    ]
    insert([*seconds, *talks, *lines])
    if firsts:
        insert(_merged(firsts[-1], seconds[-1], stage, chance))
    return {"data ganda": len(seconds)}


def _again(first: Migrant, number: int, stage: Stage, chance: Chance) -> Migrant:
    """The same person at another desk on another day: her name respelt and turned round, some numbers missing."""
    by = stage.person(OFFICERS[number % 2])
    name = _respelt(first.full_name)
    told = (
        "sex", "age_band", "village_id", "client_type", "phase", "consent", "destination", "district_id",
        "registered_by_id",
    )  # fmt: skip
    second = Migrant(
        id=chance.id(),
        code=chance.code("K"),
        full_name=name,
        search_name=fold(name),
        birth_date=first.birth_date if number % 3 else None,
        service_point_id=posting_of(by).service_point_id,
        of_desk=True,
        created_by=by,
        created_at=stage.workday(90 - number * 7, chance),
        **{field: getattr(first, field) for field in told},
    )
    for kept in ("nik", "phone")[number % 2 :]:
        for field in NUMBERS[kept]:
            setattr(second, field, getattr(first, field))
    return second


def _respelt(name: str) -> str:
    """ "Suharti Contohsari" -> "Contohsari Soeharti"; the word that says that she is invented stays whole."""
    first, *others = name.split()
    old = first.replace("u", "oe", 1) if "u" in first else f"{first[:-1]}{first[-2]}{first[-1]}"
    return " ".join([*others, old])


def _talk(person: Migrant, chance: Chance) -> CounsellingSession:
    return CounsellingSession(
        id=chance.id(),
        code=chance.code("S"),
        mode="individual",
        channel="face_to_face",
        kind="information",
        topics=["costs"],
        started_at=person.created_at,
        minutes=20,
        outcome="enough",
        migrant=person,
        phase=person.phase,
        organisation_id=person.registered_by_id,
        service_point_id=person.service_point_id,
        district_id=person.district_id,
        by=person.created_by,
        created_at=person.created_at,
    )


def _merged(first: Migrant, second: Migrant, stage: Stage, chance: Chance) -> list:
    by, at = stage.person(OFFICERS[0]), stage.workday(MERGED_DAYS_AGO, chance)
    Migrant.objects.filter(pk=second.pk).update(merged_into=first)
    merge = Merge(
        id=chance.id(),
        duplicate=second,
        into=first,
        reason="NIK sama, ejaan nama berbeda",
        organisation=posting_of(by).organisation,
        by=by,
        at=at,
    )
    rows = ((first, "client.merge_into"), (second, "client.merge_duplicate"))
    told = [event(chance, verb, one.pk, at, by, client=one.pk) for one, verb in rows]
    looked = [audit_line("change", one, at, by, "merged_into") for one, _verb in rows]
    return [merge, *told, *looked]
