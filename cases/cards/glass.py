"""Requests to read a case in an emergency that wait for this second person."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.sockets import Asking, Card, Line, card

from ..lists import minute
from ..models import BreakGlass


@card
def waiting_glasses(user) -> Asking:
    """Absent as long as nobody asks."""
    if not user.can(Permission.GLASS_ALLOW):
        return None
    asked = BreakGlass.objects.visible_to(user).filter(state="asked").exclude(asked_by=user)
    waiting = yield asked[:5]
    url = reverse("cases:glass_list")
    lines = [
        Line(glass.code, url, hint=minute(glass.asked_at), tone="burning") for glass in waiting
    ]
    if not lines:
        return None
    return Card(title=_("Akses darurat menunggu keputusan"), lines=lines, icon="lock", order=5)
