"""What the public may read about an organisation. The address of a shelter is shown to nobody: it is how it protects."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .models import (
    DisabilityAccess,
    Language,
    OfferedService,
    Organisation,
    ServiceCode,
    ServicePoint,
)

# An entry that nobody has checked for so long is shown with a warning (domain 5).
CHECKED_WITHIN = timedelta(days=90)

# UU 18/2017 art 7, in the words of the client's own phase.
PHASES = {
    "before": gettext_lazy("Sebelum bekerja"),
    "during": gettext_lazy("Selama bekerja"),
    "after": gettext_lazy("Setelah bekerja"),
}

# Indonesia's emergency lines (domain 5): what for, number as it is read, address to call.
EMERGENCY_LINES = (
    (gettext_lazy("Polisi"), "110", "tel:110"),
    (gettext_lazy("Gawat darurat medis"), "119", "tel:119"),
    (gettext_lazy("SAPA, kekerasan terhadap perempuan dan anak"), "129", "tel:129"),
    (gettext_lazy("SAPA lewat WhatsApp"), "0811-129-129", "https://wa.me/62811129129"),
)


def is_stale(verified_on) -> bool:
    """True when the entry was never checked, or too long ago to be relied on."""
    return verified_on is None or timezone.localdate() - verified_on > CHECKED_WITHIN


def hides_address(organisation: Organisation) -> bool:
    """Whoever offers a shelter is found by phone alone, with all its places."""
    return any(offer.code == ServiceCode.SHELTER for offer in organisation.offers.all())


def for_whom(offer: OfferedService, places: dict[str, str]) -> str:
    """Who may come, in words; "" when everybody may. `places` are the names of sub-districts by code."""
    words = [offer.get_sex_display()] if offer.sex else []
    words += [_ages(offer)] if (offer.age_from, offer.age_to) != (None, None) else []
    words += [str(PHASES[phase]) for phase in offer.phases if phase in PHASES]
    if offer.areas:
        names = ", ".join(places.get(code, code) for code in offer.areas)
        words.append(_("hanya %(places)s") % {"places": names})
    return " · ".join(words)


def _ages(offer: OfferedService) -> str:
    told = {"first": offer.age_from, "last": offer.age_to}
    if offer.age_to is None:
        return _("umur %(first)s tahun ke atas") % told
    if offer.age_from is None:
        return _("umur sampai %(last)s tahun") % told
    return _("umur %(first)s sampai %(last)s tahun") % told


def public_offer(offer: OfferedService, places: dict[str, str]) -> dict:
    """A service as anybody reads it; why there is no room is for the other houses alone."""
    today = timezone.localdate()
    return {
        "name": offer.get_code_display(),
        "for_whom": for_whom(offer, places),
        "cost": offer.cost,
        "note": offer.note,
        "is_24h": offer.is_24h,
        "is_full": offer.is_full(today),
        "full_until": offer.paused_until,
    }


def public_organisation(organisation: Organisation, places: dict[str, str] | None = None) -> dict:
    """What the directory says; wants `offers` and `service_points` prefetched."""
    hidden = hides_address(organisation)
    access = organisation.disability_access
    return {
        "name": organisation.name,
        "offers": [public_offer(offer, places or {}) for offer in organisation.offers.all()],
        "languages": [str(Language(code).label) for code in organisation.languages],
        "access": [str(DisabilityAccess(code).label) for code in access],
        "hidden": hidden,
        "address": "" if hidden else organisation.address,
        "phone": organisation.phone,
        "phone_24h": organisation.phone_24h,
        "hours": organisation.hours,
        "verified_on": organisation.verified_on,
        "stale": is_stale(organisation.verified_on),
        "confirmed": organisation.is_confirmed,
        "points": [
            public_point(point, hidden=hidden) for point in organisation.service_points.all()
        ],
    }


def public_point(point: ServicePoint, *, hidden: bool) -> dict:
    """What is said about one place; `hidden` keeps where it is."""
    return {
        "name": point.name,
        "type": point.get_type_display(),
        "address": "" if hidden else point.address,
        "hidden": hidden,
        "phone": point.phone,
        "hours": point.hours,
        "verified_on": point.verified_on,
        "stale": is_stale(point.verified_on),
    }
