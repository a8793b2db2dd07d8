"""The fixed cast of the demo and of the tests: houses, service points, accounts and postings.

Quick and idempotent: ids come from names, and a row that is already there is left as people have changed it.
"""

import uuid
from datetime import date, datetime, time, timedelta

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from ltsa.accounts.models import Posting, User
from ltsa.accounts.permissions import Role
from ltsa.areas.models import Area
from ltsa.organisations.models import Letterhead, OfferedService, Organisation, ServicePoint

from .accounts import ACCOUNTS, MAIL_DOMAIN, PASSWORD, Account
from .places import (
    DISTRICTS,
    NATION,
    NOTE,
    NOTE_VILLAGE,
    OFFICE_SERVICES,
    PARTNERS,
    District,
)

NAMESPACE = uuid.UUID("5a70a7a9-0000-4000-8000-000000000001")
STARTED_ON = date(2024, 12, 2)
HOURS = "Senin-Jumat 08.00-15.00 WIB"
WITHOUT_A_POINT = (Role.DISTRICT_ADMIN, Role.DATA_PROTECTION_OFFICER)


def id_of(*parts: str) -> uuid.UUID:
    """The same id in every demo for the same words."""
    return uuid.uuid5(NAMESPACE, "/".join(parts))


def create_cast() -> None:
    """Writes what is missing of the cast; needs the areas. One transaction, one password hash, under a second."""
    with transaction.atomic():
        houses, points, offers = _houses()
        Organisation.objects.bulk_create(houses, ignore_conflicts=True)
        OfferedService.objects.bulk_create(offers, ignore_conflicts=True)
        ServicePoint.objects.bulk_create(points, ignore_conflicts=True)
        Letterhead.objects.bulk_create(_letterheads(), ignore_conflicts=True)
        _create_people()


def _houses() -> tuple[list[Organisation], list[ServicePoint], list[OfferedService]]:
    houses = [Organisation(id=id_of("house", "nation"), name=NATION, kind="government", note=NOTE)]
    points: list[ServicePoint] = []
    offers: list[OfferedService] = []
    names = dict(Area.objects.filter(code__in=_village_codes()).values_list("code", "name"))
    for district in DISTRICTS:
        office = _office(district)
        houses.append(office)
        points += _points_of_office(district, office)
        offers += _offers(office, OFFICE_SERVICES)
        for village in district.villages:
            house, point = _village(district, village, names[village])
            houses.append(house)
            points.append(point)
    for partner in PARTNERS:
        district = next(d for d in DISTRICTS if d.slug == partner.district)
        house = Organisation(
            id=id_of("house", f"{partner.slug}.{partner.district}"),
            name=partner.name,
            kind=partner.kind,
            district_id=district.code,
            is_women_crisis_centre=partner.women_crisis_centre,
            is_confirmed=partner.confirmed,
            note=partner.note,
            phone=f"{district.phone} 2{len(houses):02}",
            phone_24h=f"{district.phone} 9{len(houses):02}" if partner.women_crisis_centre else "",
            address=f"Jalan Contoh Mitra No. {len(houses)}, Kabupaten {district.name}",
            hours=HOURS,
            verified_on=_days_ago(20),
        )
        houses.append(house)
        points.append(_point(house, f"Kantor {partner.name}", "partner", district.code))
        offers += _offers(house, partner.services)
    return houses, points, offers


def _office(district: District) -> Organisation:
    return Organisation(
        id=id_of("house", district.slug),
        name=district.office,
        kind="government",
        district_id=district.code,
        note=NOTE,
        phone=f"{district.phone} 100",
        address=f"Jalan Contoh Raya No. 1, Kabupaten {district.name}",
        hours=HOURS,
        verified_on=_days_ago(12),
    )


def _points_of_office(district: District, office: Organisation) -> list[ServicePoint]:
    area = district.code
    desks = [
        _point(office, f"Loket {ServicePoint.Desk(desk).label}", "desk", area, desk=desk)
        for desk in district.desks
    ]
    return [
        _point(office, f"LTSA {district.name}", "office", area),
        _point(office, f"Pojok MRC {district.name}", "mrc", area, desk="MRC"),
        *desks,
    ]


def _village(district: District, code: str, name: str) -> tuple[Organisation, ServicePoint]:
    house = Organisation(
        id=id_of("house", code),
        name=f"Pemerintah Desa {name} ({code})",
        kind="village",
        district_id=district.code,
        note=NOTE_VILLAGE,
        address=f"Balai Desa {name}",
        hours="Senin-Jumat 09.00-14.00 WIB",
        verified_on=_days_ago(45),
    )
    return house, _point(house, f"Titik Layanan Desa {name}", "village_post", code)


def _point(house: Organisation, name: str, kind: str, area: str, desk: str = "") -> ServicePoint:
    return ServicePoint(
        id=id_of("point", str(house.pk), desk or kind)
        if kind != "office"
        else id_of("point", area),
        organisation=house,
        name=str(name),
        type=kind,
        desk=desk,
        area_id=area,
        address=house.address,
        phone=house.phone,
        hours=house.hours,
        verified_on=house.verified_on,
        opened_on=STARTED_ON,
    )


def _offers(house: Organisation, codes: tuple[str, ...]) -> list[OfferedService]:
    return [OfferedService(organisation=house, code=code) for code in codes]


def _letterheads() -> list[Letterhead]:
    return [
        Letterhead(
            organisation_id=id_of("house", district.slug),
            lines=f"PEMERINTAH KABUPATEN {district.name.upper()}\n{district.office.upper()}\n"
            f"Jalan Contoh Raya No. 1, Kabupaten {district.name}",
            signatory_name="Nama Contoh Kepala Dinas",
            signatory_title="Kepala Dinas",
            letter_code="560",
            office_code="LTSA",
        )
        for district in DISTRICTS
    ]


def _create_people() -> None:
    missing = {a.username for a in ACCOUNTS} - set(
        User.objects.filter(username__in=[a.username for a in ACCOUNTS]).values_list(
            "username", flat=True
        )
    )
    if not missing:
        return
    password = make_password(PASSWORD)  # slow by design, so once for all
    new = [account for account in ACCOUNTS if account.username in missing]
    User.objects.bulk_create(
        User(
            id=id_of("user", account.username),
            username=account.username,
            full_name=account.full_name,
            staff_code="P" + id_of("user", account.username).hex[:7].upper(),
            email=f"{account.username}@{MAIL_DOMAIN}",
            password=password,
        )
        for account in new
    )
    Posting.objects.bulk_create(map(_posting, new))


def _posting(account: Account) -> Posting:
    district = next((d for d in DISTRICTS if account.username.endswith(f".{d.slug}")), None)
    village = district.villages[0] if district and account.place == "village" else None
    house = id_of("house", village or account.house) if district else id_of("house", "nation")
    return Posting(
        id=id_of("posting", account.username),
        user_id=id_of("user", account.username),
        role=account.role,
        organisation_id=house,
        service_point_id=_point_id(account, house, district),
        village_id=village,
        starts_on=STARTED_ON,
        posted_at=timezone.make_aware(datetime.combine(STARTED_ON, time(9))),
        decree="SK contoh",
    )


def _point_id(account: Account, house: uuid.UUID, district: District | None) -> uuid.UUID | None:
    if district is None or account.role in WITHOUT_A_POINT:
        return None
    match account.place:
        case "office":
            return id_of("point", district.code)
        case "mrc":
            return id_of("point", str(house), "MRC")
        case "village":
            return id_of("point", str(house), "village_post")
        case _:
            return id_of("point", str(house), "partner")


def _village_codes() -> list[str]:
    return [code for district in DISTRICTS for code in district.villages]


def _days_ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


def place_name(account: Account) -> str:
    """Where an account works, for the list on the login page."""
    for district in DISTRICTS:
        if not account.username.endswith(f".{district.slug}"):
            continue
        for partner in PARTNERS:
            if account.house == f"{partner.slug}.{partner.district}":
                return partner.name
        return {"mrc": f"Pojok MRC {district.name}", "office": f"LTSA {district.name}"}.get(
            account.place, f"Kabupaten {district.name}"
        )
    return NATION


DEMO_ACCOUNTS = [
    {
        "username": account.username,
        "role": Role(account.role).label,
        "place": place_name(account),
    }
    for account in ACCOUNTS
]
