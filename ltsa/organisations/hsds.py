"""The public directory in the shapes of HSDS 3.0 (Human Services Data Specification, docs.openreferral.org).

Public data alone, by the rules of publicity.py: no person stands in it, no reason why a house is full or closed, and no
place of whoever offers a shelter (its locations are virtual). Ids of parts are made from the id of what they belong to,
so they stay the same from one reading to the next.
"""

import uuid
from collections.abc import Iterable
from datetime import time

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ltsa.areas.models import Area

from .models import DisabilityAccess, Language, OfferedService, Organisation, ServicePoint
from .publicity import for_whom, hides_address

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
COUNTRY = "ID"
DAY_AND_NIGHT = [(DAYS, time(0, 0), time(23, 59))]


def part_id(*of) -> str:
    """A UUID for a part that has none of its own: the same words give the same id."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "/".join(map(str, ("hsds", *of)))))


def service_id(offer: OfferedService) -> str:
    return part_id(offer.organisation_id, offer.code)


def organization(house: Organisation, week: tuple) -> dict:
    """With its phones and locations; its services are a list of their own. `week` is of week.weeks."""
    return {
        **_organization_line(house),
        "phones": _phones(house, house.phone, house.phone_24h),
        "locations": [location(point, house, week) for point in _points(house)],
    }


def _organization_line(house: Organisation) -> dict:
    services = ", ".join(str(offer) for offer in house.offers.all())
    kind = house.get_kind_display()
    return {
        "id": str(house.pk),
        "name": house.name,
        "description": f"{kind}. {services}" if services else str(kind),
    }


def service(offer: OfferedService, house: Organisation, week: tuple, places: dict) -> dict:
    """Fully nested, as the list of services with full=true gives it. `places`: names of areas by code."""
    today, own = timezone.localdate(), service_id(offer)
    shut = next((one for one in week[1] if one.starts_on <= today <= one.ends_on), None)
    is_open = not (shut or offer.is_full(today))
    ages = {"minimum_age": offer.age_from, "maximum_age": offer.age_to}
    told = {
        "description": offer.note,
        "eligibility_description": for_whom(offer, places),
        "fees_description": offer.cost,
        "alert": "" if is_open else _alert(offer, shut),
        "assured_date": house.verified_on.isoformat() if house.verified_on else "",
    }
    return {
        "id": own,
        "organization_id": str(house.pk),
        "name": str(offer),
        "status": "active" if is_open else "temporarily closed",
        **{name: value for name, value in ages.items() if value is not None},
        **{name: value for name, value in told.items() if value},
        "phones": _phones(own, house.phone, house.phone_24h),
        "schedules": _schedules(own, week[0], always=offer.is_24h),
        "service_areas": _service_areas(offer, house, places),
        "service_at_locations": [
            {
                "id": part_id(own, point.pk),
                "service_id": own,
                "location_id": str(point.pk),
                "location": location(point, house, week),
            }
            for point in _points(house)
        ],
        "languages": _languages(own, house),
        "attributes": [_attribute(offer, own)],
        "organization": _organization_line(house),
    }


def _alert(offer: OfferedService, shut) -> str:
    if shut:
        return _("Tutup sampai %(day)s") % {"day": date_format(shut.ends_on, "j F Y")}
    if offer.paused_until is None:
        return _("Penuh")
    return _("Penuh sampai %(day)s") % {"day": date_format(offer.paused_until, "j F Y")}


def _attribute(offer: OfferedService, own: str) -> dict:
    """The code of the service, as a term of our own list of services."""
    term = part_id("service-code", offer.code)
    named = {"id": term, "code": offer.code, "name": str(offer), "description": str(offer)}
    return {
        "id": part_id(own, "code"),
        "link_id": own,
        "link_entity": "service",
        "taxonomy_term_id": term,
        "taxonomy_term": named,
    }


def _points(house: Organisation) -> list[ServicePoint]:
    return list(house.service_points.all())


def location(point: ServicePoint, house: Organisation, week: tuple) -> dict:
    hidden = hides_address(house)
    address = "" if hidden else point.address
    return {
        "id": str(point.pk),
        "organization_id": str(house.pk),
        "location_type": "physical" if address else "virtual",
        "name": point.name,
        "phones": _phones(point.pk, point.phone),
        "addresses": [_address(point, address)] if address else [],
        "accessibility": [
            {
                "id": part_id(point.pk, code),
                "location_id": str(point.pk),
                "description": str(DisabilityAccess(code).label),
                "details": code,
            }
            for code in house.disability_access
        ],
        "schedules": _schedules(str(point.pk), week[0]),
    }


def _address(point: ServicePoint, address: str) -> dict:
    above = _line(point.area)
    return {
        "id": part_id(point.pk, "address"),
        "location_id": str(point.pk),
        "address_1": address,
        "region": above.get(Area.Level.SUBDISTRICT, ""),
        "city": above.get(Area.Level.REGENCY, ""),
        "state_province": above.get(Area.Level.PROVINCE, ""),
        "postal_code": "",  # nobody wrote it down; HSDS wants the field
        "country": COUNTRY,
        "address_type": "physical",
    }


def _line(area: Area | None) -> dict[str, str]:
    """{level: name} of an area and everything above it; the caller loaded the parents."""
    found = {}
    while area is not None:
        found[area.level] = area.short_name
        area = area.parent
    return found


def _phones(owner, number: str, day_and_night: str = "") -> list[dict]:
    told = [(number, ""), (day_and_night, _("24 jam"))]
    return [
        {"id": part_id(getattr(owner, "pk", owner), "phone", text), "number": text, "type": "voice"}
        | ({"description": description} if description else {})
        for text, description in told
        if text
    ]


def _schedules(owner: str, hours: Iterable, *, always: bool = False) -> list[dict]:
    """Weekly; days of equal hours together. Holidays are closed (notes): HSDS has no word for them."""
    zone = timezone.localtime().utcoffset()
    offset = zone.total_seconds() / 3600 if zone else 0
    return [
        {
            "id": part_id(owner, "schedule", ",".join(days), opens),
            "freq": "WEEKLY",
            "interval": 1,
            "wkst": "MO",
            "byday": ",".join(days),
            "opens_at": opens.isoformat("minutes"),
            "closes_at": closes.isoformat("minutes"),
            "timezone": offset,
            **({} if always else {"notes": _("Tutup pada hari libur.")}),
        }
        for days, opens, closes in (DAY_AND_NIGHT if always else _by_times(hours))
    ]


def _by_times(hours: Iterable) -> list[tuple]:
    found: dict[tuple, list[str]] = {}
    for one in hours:
        found.setdefault((one.opens, one.closes), []).append(DAYS[one.weekday - 1])
    return [(days, opens, closes) for (opens, closes), days in found.items()]


def _service_areas(offer: OfferedService, house: Organisation, places: dict) -> list[dict]:
    codes = offer.areas or ([house.district_id] if house.district_id else [])
    return [
        {
            "id": part_id(service_id(offer), "area", code),
            "service_id": service_id(offer),
            "name": places.get(code, code),
            "extent": code,
            "extent_type": "text",
        }
        for code in codes
    ]


def _languages(owner: str, house: Organisation) -> list[dict]:
    return [
        {
            "id": part_id(owner, "language", code),
            "code": code,
            "name": str(Language(code).label),
        }
        for code in house.languages
    ]


def page_shape(page, contents: list[dict]) -> dict:
    """A page of django.core.paginator as HSDS lists are paged."""
    return {
        "total_items": page.paginator.count,
        "total_pages": page.paginator.num_pages,
        "page_number": page.number,
        "size": len(contents),
        "first_page": not page.has_previous(),
        "last_page": not page.has_next(),
        "empty": not contents,
        "contents": contents,
    }
