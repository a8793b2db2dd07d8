"""Who said at a meeting that she wants to be spoken to: a task of whoever held it."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.sockets import Asking, Card, Line, card

from ..models import Attendance, CounsellingSession

SHOWN = 10


@card
def leads(user) -> Asking:
    """Absent as long as nobody waits: most officers hold no meetings."""
    if not user.can(Permission.SESSION_CREATE):
        return None
    held = CounsellingSession.objects.visible_to(user).counted().filter(by=user)
    waiting = Attendance.objects.filter(session__in=held, wants_follow_up=True, followed_up_at=None)
    waiting = waiting.select_related("session", "migrant").order_by("session__started_at", "pk")
    rows = yield waiting[:SHOWN]
    if not rows:
        return None
    lines = [
        Line(
            text=row.name or (row.migrant.code if row.migrant else ""),
            url=reverse("services:attendee", args=[row.pk]),
            hint=_("dari pertemuan %(day)s")
            % {"day": date_format(localtime(row.session.started_at), "j M Y")},
        )
        for row in rows
    ]
    return Card(title=_("Peserta yang ingin dihubungi"), lines=lines, icon="people", order=35)
