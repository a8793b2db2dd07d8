"""What the public may read about an organisation. The address of a shelter is shown to nobody: it is how it protects."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .models import Organisation, ServiceCode, ServicePoint

# An entry that nobody has checked for so long is shown with a warning (domain 5).
CHECKED_WITHIN = timedelta(days=90)

# Indonesia's emergency lines (domain 5): what for, number as it is read, address to call.
EMERGENCY_LINES = (
    (_("Polisi"), "110", "tel:110"),
    (_("Gawat darurat medis"), "119", "tel:119"),
    (_("SAPA, kekerasan terhadap perempuan dan anak"), "129", "tel:129"),
    (_("SAPA lewat WhatsApp"), "0811-129-129", "https://wa.me/62811129129"),
)


def is_stale(verified_on) -> bool:
    """True when the entry was never checked, or too long ago to be relied on."""
    return verified_on is None or timezone.localdate() - verified_on > CHECKED_WITHIN


def hides_address(organisation: Organisation) -> bool:
    """Whoever offers a shelter is found by phone alone, with all its places."""
    return any(offer.code == ServiceCode.SHELTER for offer in organisation.offers.all())


def public_organisation(organisation: Organisation) -> dict:
    """What the directory says; wants `offers` and `service_points` prefetched."""
    hidden = hides_address(organisation)
    return {
        "name": organisation.name,
        "services": [offer.get_code_display() for offer in organisation.offers.all()],
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
