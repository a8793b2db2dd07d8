"""What counselling puts on my day, in the rail and in the search box."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from ltsa.access import Permission as P
from ltsa.sockets import KEYS, NAV, STARTS, Asking, Card, Found, Line, NavItem, card, finder

from . import cards, sections  # noqa: F401 (they register themselves)
from .lists import client_rows, session_rows
from .models import CounsellingSession, Migrant
from .search import find_clients

NAV += [
    NavItem(
        pgettext_lazy("daftar", "Klien"),
        "services:migrant_list",
        "people",
        (P.CLIENT_SEE, P.CLIENT_SEE_MASKED),
        20,
        "/klien/",
    ),
    NavItem(gettext_lazy("Loket"), "services:queue", "building", (P.DESK_SERVE,), 65, "/loket/"),
    NavItem(
        gettext_lazy("Konseling"),
        "services:session_list",
        "chat-dots",
        (P.SESSION_SEE,),
        30,
        "/konseling/",
    ),
]
STARTS += [
    (P.SESSION_CREATE, gettext_lazy("Layanan baru"), "services:log", "plus-lg"),
    (P.CLIENT_CREATE, gettext_lazy("Klien baru"), "services:migrant_create", "person-plus"),
    (
        P.SESSION_CREATE,
        gettext_lazy("Konseling kelompok"),
        "services:session_create_group",
        "people",
    ),
]
KEYS["services:log"] = "l"


@card
def follow_ups(user) -> Asking:
    if not user.can(P.SESSION_CREATE):
        return None
    today = timezone.localdate()
    owed = CounsellingSession.objects.follow_ups_of(user, until=today).select_related("migrant")
    owed = yield owed.order_by("follow_up_on")[:10]
    lines = [
        Line(
            text=_("Hubungi %(name)s") % {"name": shown["client"]},
            url=shown["url"],
            tag=_("hari ini") if row.follow_up_on == today else _("terlambat"),
            tone="waiting" if row.follow_up_on == today else "burning",
        )
        for row, shown in zip(owed, session_rows(owed, user), strict=True)
    ]
    return Card(
        title=_("Tindak lanjut"),
        lines=lines,
        empty=_("Tidak ada tindak lanjut untuk hari ini."),
        icon="calendar-check",
        order=30,
    )


@finder
def clients(user, q: str) -> Found | None:
    if not user.can(P.CLIENT_SEE):
        return None
    rows = find_clients(Migrant.objects.identified_for(user).with_village(), q)
    lines = [
        Line(
            text=row["name"], url=row["url"], hint=f"{row['place']} · {row['age']}", tag=row["code"]
        )
        for row in client_rows(rows, user)
    ]
    return Found(
        title=pgettext("daftar", "Klien"), lines=lines, url=reverse("services:migrant_create")
    )
