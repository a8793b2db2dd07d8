"""Village requests on my day: the calls that the desk owes, and the states of a volunteer's own."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ltsa.access import Permission as P
from ltsa.sockets import NAV, STARTS, Asking, Card, Line, NavItem, card

from .codes import TONES
from .models import VillageRequest
from .querysets import answers_requests

SHOWN = 5

NAV += [
    NavItem(
        pgettext_lazy("daftar", "Desa"),
        "villages:request_list",
        "pin-map",
        (P.VILLAGE_REQUEST_HANDLE,),
        50,
        "/desa/",
    ),
    NavItem(
        pgettext_lazy("daftar", "Desa"),
        "villages:request_mine",
        "pin-map",
        (P.VILLAGE_REQUEST_CREATE,),
        50,
        "/desa/",
    ),
]
STARTS.append(
    (
        P.VILLAGE_REQUEST_CREATE,
        gettext_lazy("Sampaikan permintaan"),
        "villages:request_create",
        "plus-lg",
    )
)


@card
def waiting_for_call(user) -> Asking:
    """For the desk: who waits for a call, in the queue's order."""
    if not answers_requests(user):
        return None
    rows = VillageRequest.objects.visible_to(user).waiting().without_content()
    rows = yield rows.select_related("village").order_by("-urgent", "created_at", "id")[:SHOWN]
    return Card(
        title=_("Permintaan dari desa"),
        lines=[_call(row) for row in rows],
        url=reverse("villages:request_list"),
        url_label=_("Semua permintaan"),
        empty=_("Tidak ada yang menunggu ditelepon."),
        icon="telephone",
        order=20,
    )


def _call(row: VillageRequest) -> Line:
    late = row.call_due_at < timezone.now()
    return Line(
        text=row.code,
        url=reverse("villages:request_detail", args=[row.pk]),
        hint=row.village.short_name,
        tag=_("Mendesak") if row.urgent else _("Terlambat") if late else _("Perlu ditelepon"),
        tone="burning" if row.urgent or late else "waiting",
        due_at=row.call_due_at,
    )


@card
def my_requests(user) -> Card | None:
    """For the volunteer: code and state, nothing of what the family said."""
    if not user.can(P.VILLAGE_REQUEST_CREATE):
        return None
    rows = VillageRequest.objects.visible_to(user).without_content().order_by("-created_at", "-id")
    url = reverse("villages:request_mine")
    return Card(
        title=_("Permintaan saya"),
        lines=[
            Line(text=row.code, url=url, tag=row.get_state_display(), tone=TONES[row.state])
            for row in rows[:SHOWN]
        ],
        url=url,
        url_label=_("Semua permintaan saya"),
        empty=_(
            "Belum ada permintaan. Bila ada keluarga yang meminta bantuan, tekan Sampaikan permintaan."
        ),
        icon="house-door",
        order=20,
    )
