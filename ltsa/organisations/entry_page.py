"""The page of one organisation: its directory entry as its keepers see and change it."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.areas.models import Area

from .actions.suspensions import may_suspend
from .addresses import address_of
from .guarded_page import address_state, suspension_state
from .hours import opening, week_in_words
from .lists import agreement_state, checked, day, point_row
from .models import DisabilityAccess, Language, OfferedService, Organisation
from .publicity import for_whom
from .week import week_of


def organisation_page(organisation: Organisation, user) -> dict:
    """Everything the page of one organisation shows; the district's staff may do more than the house itself."""
    words, tone = checked(organisation)
    hours, closures, holidays = week_of(organisation)
    offers, agreements = list(organisation.offers.all()), list(organisation.agreements.all())
    places = _places(offers)
    may_manage = user.can(Permission.MASTER_DATA_MANAGE, Permission.NATION_MANAGE)
    return {
        "organisation": organisation,
        "state": words,
        "tone": tone,
        "opening": opening(hours, closures, holidays, timezone.now()),
        "week": week_in_words(hours),
        "closures": [{"pk": one.pk, "days": _days(one), "reason": one.reason} for one in closures],
        "summary": _summary(organisation, address_of(organisation)),
        "address_waits": address_state(organisation),
        "suspension": suspension_state(organisation, user),
        "may_suspend": may_suspend(organisation, by=user),
        "services": [_offer_row(offer, places) for offer in offers],
        "points": [point_row(one) for one in organisation.service_points.select_related("area")],
        "agreements": [_agreement_row(one) for one in agreements],
        "agreed": agreement_state(agreements),
        "people": organisation.postings.posted_today().count() if may_manage else 0,
        "is_ended": organisation.ended_on is not None,
        "may_manage": may_manage,
        "sees_people": user.can(Permission.PEOPLE_MANAGE_DISTRICT),
        "served": organisation.serves.filter(ended_at=None).select_related("district"),
        "may_stop": user.can(Permission.DIRECTORY_OWN),
    }


def _places(offers: list[OfferedService]) -> dict[str, str]:
    codes = {code for offer in offers for code in offer.areas}
    if not codes:
        return {}
    return {one.code: one.short_name for one in Area.objects.filter(code__in=codes)}


def _offer_row(offer: OfferedService, places: dict[str, str]) -> dict:
    is_full = offer.is_full(timezone.localdate())
    return {
        "pk": offer.pk,
        "name": str(offer),
        "for_whom": for_whom(offer, places),
        "details": [text for text in (offer.cost, offer.note) if text],
        "is_24h": offer.is_24h,
        "is_full": is_full,
        "full": _full(offer) if is_full else "",
        "reason": offer.pause_reason,
    }


def _full(offer: OfferedService) -> str:
    if offer.paused_until is None:
        return _("Penuh")
    return _("Penuh sampai %(day)s") % {"day": day(offer.paused_until)}


def _days(closure) -> str:
    if closure.starts_on == closure.ends_on:
        return day(closure.starts_on)
    return f"{day(closure.starts_on)} – {day(closure.ends_on)}"


def _summary(organisation: Organisation, address: str) -> list[dict]:
    confirmed = _("Sudah dikonfirmasi") if organisation.is_confirmed else _("Belum dikonfirmasi")
    violence = _("Ya") if organisation.is_women_crisis_centre else _("Tidak")
    bound = {True: _("Ya"), False: _("Tidak"), None: _("Belum dipastikan")}
    languages = [str(Language(code).label) for code in organisation.languages]
    access = [str(DisabilityAccess(code).label) for code in organisation.disability_access]
    rows = [
        (_("Telepon"), organisation.phone),
        (_("Telepon 24 jam"), organisation.phone_24h),
        (_("Surel"), address),
        (_("Alamat"), organisation.address),
        (_("Petugas penghubung"), organisation.focal_person),
        (_("Bahasa"), ", ".join(languages)),
        (_("Kemudahan disabilitas"), ", ".join(access)),
        (_("Jenis"), organisation.get_kind_display()),
        (_("Kemitraan"), confirmed),
        (_("Menangani kekerasan terhadap perempuan"), violence),
        (_("Wajib lapor kekerasan seksual"), bound[organisation.reports_violence]),
        (_("Catatan"), organisation.note),
        (_("Terakhir diperiksa"), day(organisation.verified_on)),
        (_("Berakhir"), day(organisation.ended_on)),
    ]
    return [{"term": term, "value": value} for term, value in rows if value]


def _agreement_row(agreement) -> dict:
    today = timezone.localdate()
    until = day(agreement.ends_on) or _("tanpa batas")
    return {
        "pk": agreement.pk,
        "number": agreement.number,
        "days": f"{day(agreement.starts_on)} – {until}",
        "is_running": agreement.ends_on is None or agreement.ends_on > today,
        "end_url": reverse("organisations:end_agreement", args=[agreement.pk]),
    }
