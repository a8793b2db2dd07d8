"""The directory of the demo: hours, whom a service is for, a house that is full, closures, agreements, old entries."""

from datetime import time, timedelta

from ltsa.demo.cast import id_of
from ltsa.demo.places import DISTRICTS, PARTNERS
from ltsa.demo.rows import insert
from ltsa.demo.stage import Stage, loads
from ltsa.organisations.models import (
    Agreement,
    Closure,
    OfferedService,
    OpeningHours,
    Organisation,
    ServicePoint,
)

MORNING, AFTERNOON, FRIDAY = (8, 0, 12, 0), (13, 0, 16, 0), (8, 0, 11, 30)
# ISO weekdays; the union opens on Saturday morning too.
OFFICE = {day: [(8, 0, 15, 0)] for day in range(1, 6)}
UNION = {day: [MORNING, AFTERNOON] for day in range(1, 5)} | {5: [FRIDAY, AFTERNOON], 6: [MORNING]}
WOMEN = {day: [(8, 30, 16, 0)] for day in range(1, 6)}

SPOKEN = {"32.09": ["jv", "su"], "35.04": ["jv"], "35.05": ["jv"], "18.07": ["jv", "ljp"]}
DAY_AND_NIGHT = {"shelter", "police"}
FOR_WHOM: dict[str, dict] = {
    "child": {"age_to": 17},
    "livelihood": {"phases": ["after"]},
    "return": {"phases": ["during", "after"]},
    "forensic": {"cost": "Gratis dengan surat permintaan polisi"},
    "legal": {"note": "Dengan janji, bawa dokumen yang ada."},
}
# Full: house, service, since and until (days from today).
FULL = [("sebay.lampungtimur", "shelter", -6, 10), ("kpi.blitar", "legal", -20, None)]
CLOSED = [("ksbsi.blitar", -40, -38, "Rapat kerja"), ("kpi.tulungagung", 9, 12, "Pelatihan tim")]
# When somebody last asked, and when the agreement began and ends (days from today).
CHECKED = {"uptdppa.cirebon": 104, "ksbsi.blitar": 96, "kpi.tulungagung": 131, "wcc.cirebon": 3}
AGREED = {
    "sbmi.cirebon": (-700, 34),
    "wcc.cirebon": (-400, 695),
    "uptdppa.cirebon": (-365, None),
    "ksbsi.tulungagung": (-500, 230),
    "ksbsi.blitar": (-760, -30),
    "kpi.blitar": (-300, 430),
    "sbmi.lampungtimur": (-640, 455),
    "sebay.lampungtimur": (-200, 530),
}
FOCAL = ("Ibu Contohsari", "Bapak Umpamanto", "Ibu Misalwati", "Ibu Andaisari", "Bapak Rekawan")


@loads(OpeningHours)
def load_directory(stage: Stage) -> dict[str, int]:
    houses = {_key(house): house for house in _houses()}
    for place, (key, house) in enumerate(sorted(houses.items())):
        _describe(house, key, FOCAL[place % len(FOCAL)], stage)
    Organisation.objects.bulk_update(
        houses.values(), ["languages", "disability_access", "focal_person", "verified_on", "hours"]
    )
    ServicePoint.objects.filter(organisation__in=houses.values()).update(hours="")
    offers = [_narrowed(offer, houses, stage) for offer in _offers(houses)]
    OfferedService.objects.bulk_update(
        offers,
        [
            "sex", "age_to", "phases", "areas", "cost", "note", "is_24h", "paused_since", "paused_until",
            "pause_reason",
        ],
    )  # fmt: skip
    hours = [row for house in houses.values() for row in _week(house)]
    insert([*hours, *_closures(houses, stage), *_agreements(houses, stage)])
    return {"jam buka": len(hours), "perjanjian": len(AGREED)}


def _houses():
    ids = {id_of("house", district.slug) for district in DISTRICTS}
    ids |= {id_of("house", f"{partner.slug}.{partner.district}") for partner in PARTNERS}
    return Organisation.objects.filter(pk__in=ids)


def _key(house: Organisation) -> str:
    known = [district.slug for district in DISTRICTS]
    known += [f"{partner.slug}.{partner.district}" for partner in PARTNERS]
    return next(key for key in known if id_of("house", key) == house.pk)


def _offers(houses):
    return OfferedService.objects.filter(organisation__in=houses.values()).order_by("pk")


def _describe(house: Organisation, key: str, focal: str, stage: Stage) -> None:
    house.languages = ["id", *SPOKEN.get(house.district_id or "", [])]
    house.disability_access = ["ramp", "companion"]
    house.focal_person, house.hours = focal, ""  # the week's rows say it
    if house.kind == "union":
        house.languages += ["en"]
        house.disability_access = ["home_visit", "companion"]
    if house.is_women_crisis_centre:
        house.languages += ["inl"]
        house.disability_access = ["ramp", "toilet", "sign_language", "companion"]
    if key in CHECKED:
        house.verified_on = stage.today - timedelta(days=CHECKED[key])


def _narrowed(offer: OfferedService, houses: dict, stage: Stage) -> OfferedService:
    house = next(one for one in houses.values() if one.pk == offer.organisation_id)
    for name, value in FOR_WHOM.get(offer.code, {}).items():
        setattr(offer, name, value)
    if house.kind == "womens_organisation" and offer.code in ("psychosocial", "shelter"):
        offer.sex = "female"
    offer.is_24h = house.works_with_survivors and offer.code in DAY_AND_NIGHT
    if _key(house) == "kpi.tulungagung" and offer.code == "legal":
        offer.areas = ["35.04.13", "35.04.14"]
    for key, code, since, until in FULL:
        if (_key(house), offer.code) == (key, code):
            offer.paused_since = stage.today + timedelta(days=since)
            offer.paused_until = stage.today + timedelta(days=until) if until else None
            offer.pause_reason = "Semua tempat terisi"
    return offer


def _week(house: Organisation) -> list[OpeningHours]:
    week = UNION if house.kind == "union" else WOMEN if house.works_with_survivors else OFFICE
    return [
        OpeningHours(
            organisation=house,
            weekday=weekday,
            opens=time(stretch[0], stretch[1]),
            closes=time(stretch[2], stretch[3]),
        )
        for weekday, stretches in week.items()
        for stretch in stretches
    ]


def _closures(houses: dict, stage: Stage) -> list[Closure]:
    return [
        Closure(
            organisation=houses[key],
            starts_on=stage.today + timedelta(days=first),
            ends_on=stage.today + timedelta(days=last),
            reason=reason,
            declared_at=stage.past(stage.now + timedelta(days=min(first, 0) - 5)),
        )
        for key, first, last, reason in CLOSED
    ]


def _agreements(houses: dict, stage: Stage) -> list[Agreement]:
    return [
        Agreement(
            organisation=houses[key],
            number=f"CONTOH/PKS/{place:02}",
            starts_on=stage.today + timedelta(days=first),
            ends_on=None if last is None else stage.today + timedelta(days=last),
        )
        for place, (key, (first, last)) in enumerate(AGREED.items(), start=1)
    ]
