"""Restricted cases that nobody has, and what waits for a second person: codes alone."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.sockets import Asking, Card, Line, card

from ..lists import PRIORITY_TONES, minute
from ..models import AccessRequest, Case


@card
def waiting_cases(user) -> Asking:
    """Absent as long as all are in somebody's hands."""
    if not user.can(Permission.CASE_RESTRICTED, Permission.AUDIT_SEE):
        return None
    waiting = yield Case.objects.waiting_for(user).order_by("opened_at")[:5]
    if not waiting:
        return None
    url = reverse("cases:case_waiting")
    lines = [
        Line(case.code, url, tag=case.get_priority_display(), tone=PRIORITY_TONES[case.priority])
        for case in waiting
    ]
    return Card(title=_("Kasus menunggu petugas"), lines=lines, icon="lock", order=3)


@card
def waiting_requests(user) -> Asking:
    """Absent as long as nobody asks."""
    if not user.can(Permission.GLASS_ALLOW):
        return None
    seen = AccessRequest.objects.visible_to(user).waiting().exclude(asked_by=user)
    asked = yield seen.select_related("case").defer("reason", "case__account")[:5]
    url = reverse("cases:request_list")
    lines = [Line(one.case.code, url, hint=minute(one.asked_at)) for one in asked]
    if not lines:
        return None
    return Card(title=_("Permintaan akses menunggu keputusan"), lines=lines, icon="lock", order=5)
