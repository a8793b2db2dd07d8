"""Thirty-six village profiles, and what families asked for through the volunteers; nothing about violence."""

from datetime import timedelta

from django.db.models import Model
from django.utils import timezone

from ltsa.demo import names
from ltsa.demo.places import DISTRICTS, District
from ltsa.demo.rows import insert
from ltsa.demo.stage import Chance, Stage, loads
from ltsa.demo.traces import event, inbox_line

from .actions import CALL_WITHIN
from .models import VillageProfile, VillageRequest

REQUESTS = 16  # in each district, the waiting ones included
WAITING_HOURS = (2, 21)  # since when the two that wait for a call have been there
DONE = 0.75
RELATIONS = {"parent": 34, "spouse": 28, "self": 14, "sibling": 14, "child": 8, "other": 2}
TYPES = {"desmigratif": 40, "union_post": 25, "desbumi": 15, "migran_emas": 12, "other": 8}
COUNTRIES = ["Taiwan", "Hong Kong", "Malaysia", "Arab Saudi", "Singapura"]
NEEDS = [
    "Keluarga belum mendapat kabar dan minta dibantu menanyakan.",
    "Ingin bertanya syarat bekerja ke luar negeri yang resmi.",
    "Kontrak hampir selesai, keluarga bertanya cara pulang.",
    "Perlu dibantu mengurus surat dari desa.",
    "Kiriman uang belum sampai, minta dijelaskan caranya bertanya ke bank.",
]


@loads(VillageProfile)
def load_villages(stage: Stage) -> dict[str, int]:
    chance = Chance("villages")
    profiles = [
        _profile(number, code, chance)
        for district in DISTRICTS
        for number, code in enumerate(district.villages, start=1)
    ]
    requests: list[VillageRequest] = []
    rows: list[Model] = []
    for district in DISTRICTS:
        for number in range(REQUESTS):
            request = _request(district, number, len(requests), stage, chance)
            requests.append(request)
            rows += _traces(request, district, stage, chance)
    insert([*profiles, *requests, *rows])
    return {"desa dengan titik layanan": len(profiles), "permintaan dari desa": len(requests)}


def _profile(number: int, code: str, chance: Chance) -> VillageProfile:
    head = names.full_name(chance.pick({"male": 80, "female": 20}), chance)
    return VillageProfile(
        village_id=code,
        type=chance.pick(TYPES),
        head=head,
        regulation=f"Perdes contoh Nomor {number} Tahun 2023" if chance.happens(0.7) else "",
    )


def _request(
    district: District, number: int, total: int, stage: Stage, chance: Chance
) -> VillageRequest:
    waits = number < len(WAITING_HOURS)
    days, hours, urgent = chance.randrange(2, 240), chance.randrange(1, 23), chance.happens(0.15)
    at = stage.workday(days, chance)
    if waits:
        at, urgent = stage.now - timedelta(hours=WAITING_HOURS[number]), number == 1
    relation = chance.pick(RELATIONS)
    sex = chance.pick({"female": 75, "male": 25})
    request = VillageRequest(
        id=chance.id(),
        code=chance.code(f"LTSA-{district.code.replace('.', '')}"),
        village_id=district.villages[0],
        district_id=district.code,
        reporter_name=names.full_name(sex, chance),
        relation=relation,
        migrant_name="" if relation == "self" else names.full_name("female", chance).split()[0],
        destination=chance.choice(COUNTRIES),
        last_contact_on=timezone.localdate(at) - timedelta(days=chance.randrange(3, 90)),
        phone=names.phone(9000 + total),
        phone_safe=chance.pick({"yes": 75, "ask": 20, "no": 5}),
        needs=chance.choice(NEEDS),
        urgent=urgent,
        consent=chance.pick({"signature": 40, "voice": 35, "thumbprint": 25}),
        created_by=stage.person(f"kader.{district.slug}"),
        created_at=at,
        call_due_at=at + CALL_WITHIN,
    )
    done = chance.happens(DONE)
    if not waits:
        request.state, request.version = ("done", 3) if done else ("handled", 2)
        request.handled_by = stage.person(f"meja.{district.slug}")
        request.handled_at = stage.past(at + timedelta(hours=hours))
    return request


def _traces(
    request: VillageRequest, district: District, stage: Stage, chance: Chance
) -> list[Model]:
    desk = stage.person(f"meja.{district.slug}")
    rows: list[Model] = [
        event(chance, "village_request.hand_in", request.pk, request.created_at, request.created_by)
    ]
    if request.handled_at is not None:
        moved = {"from": "received", "to": "handled"}
        rows.append(
            event(chance, "village_request.handle", request.pk, request.handled_at, desk, **moved)
        )
    if request.state == "done" and request.handled_at is not None:
        at = stage.past(request.handled_at + timedelta(days=2))
        moved = {"from": "handled", "to": "done"}
        rows.append(event(chance, "village_request.finish", request.pk, at, desk, **moved))
    if request.created_at > stage.now - timedelta(days=30):
        for person in (desk, stage.person(f"supervisor.{district.slug}")):
            rows.append(
                inbox_line(
                    chance,
                    person,
                    "village_request",
                    request,
                    f"/desa/permintaan/{request.pk}/",
                    request.created_at,
                    read_at=request.handled_at,
                    due_at=request.call_due_at,
                    emergency=request.urgent,
                )
            )
    return rows
