"""In the search box the P3MI that a client names, with its licence; on my day what of the directory is old, and what
of it waits for the data protection officer."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from ltsa.access import Permission as P
from ltsa.sockets import NAV, Asking, Card, Found, Line, NavItem, card, finder

from .lists import CHECK_AFTER, day
from .models import AddressChange, Agency, Kind, Organisation
from .register import known_of

BEST = 5

NAV.append(
    NavItem(
        pgettext_lazy("daftar", "Lembaga"),
        "officer:list",
        "building",
        (P.ORGANISATION_CONFIRM,),
        85,
        "/privasi/alamat/",
    )
)


@finder
def agencies(user, q: str) -> Found | None:
    if not user.can(P.CLIENT_SEE, P.MASTER_DATA_MANAGE):
        return None
    found = [known_of(agency) for agency in Agency.objects.named(q)[:BEST]]
    if not found:
        return None
    lines = [
        Line(
            text=known["name"],
            url=known["url"],
            hint=known["complaints"],
            tag=known["status"],
            tone=known["tone"],
        )
        for known in found
    ]
    # What was typed may be a person's name: it goes into no address.
    return Found(title=_("Daftar P3MI"), lines=lines, url=reverse("agency_list"))


@card
def unchecked(user) -> Asking:
    """Entries that nobody has checked for 90 days: of the district, or of her own house."""
    if not user.can(P.MASTER_DATA_MANAGE, P.DIRECTORY_OWN):
        return None
    kept = Organisation.objects.kept_by(user).current().exclude(kind=Kind.VILLAGE)
    rows = yield kept.unchecked_for(CHECK_AFTER).order_by("verified_on", "name")[:BEST]
    if not rows:
        return None
    manages = user.can(P.MASTER_DATA_MANAGE)
    return Card(
        title=_("Direktori: perlu diperiksa"),
        lines=[_unchecked_line(house) for house in rows],
        url=reverse("organisations:due") if manages else "",
        url_label=_("Semua yang perlu diperiksa") if manages else "",
        icon="building",
        order=70,
    )


def _unchecked_line(house: Organisation) -> Line:
    last = day(house.verified_on) or _("belum pernah")
    return Line(
        text=house.name,
        url=reverse("organisations:detail", args=[house.pk]),
        hint=_("Terakhir diperiksa: %(day)s") % {"day": last},
    )


@card
def addresses(user) -> Asking:
    """Mail addresses of houses that wait to be compared with an agreement."""
    if not user.can(P.ORGANISATION_CONFIRM):
        return None
    waiting = AddressChange.objects.visible_to(user).open().filter(confirmed_at=None)
    rows = yield waiting.select_related("organisation").order_by("asked_at")[:BEST]
    return Card(
        title=_("Alamat lembaga yang harus dicocokkan"),
        lines=[
            Line(text=row.organisation.name, url=reverse("officer:address", args=[row.pk]))
            for row in rows
        ],
        url=reverse("officer:list"),
        url_label=_("Keputusan tentang lembaga"),
        empty=_("Tidak ada alamat yang menunggu."),
        icon="building",
        order=30,
    )
