"""After a withdrawal: what the other house has to confirm, and what this one still waits for (rule 7)."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.sockets import Asking, Card, Line, card

from ..lists import minute
from ..models import DeletionRequest

SHOWN = 10


@card
def deletions(user) -> Asking:
    watches = user.can(Permission.AUDIT_SEE)
    if not (watches or user.can(Permission.REFERRAL_SEE) or user.can(Permission.CASE_RESTRICTED)):
        return None
    now = timezone.now()
    waiting = DeletionRequest.objects.visible_to(user).unconfirmed().with_parts()
    rows = yield waiting.order_by("due_at", "pk")[:SHOWN]
    lines = [
        Line(
            text=row.code,
            url=reverse("privacy:trail")
            if watches
            else reverse("cases:deletion_detail", args=[row.pk]),
            hint=_("sebelum %(when)s") % {"when": minute(row.due_at)},
            tag=_("terlambat") if row.due_at < now else _say(row, user),
            tone="burning" if row.due_at < now else "waiting",
        )
        for row in rows
    ]
    if not lines:
        return None
    return Card(title=_("Konfirmasi penghapusan"), lines=lines, icon="x-lg", order=15)


def _say(row: DeletionRequest, user) -> str:
    ours = row.organisation_id == user.posting.organisation_id
    return _("perlu Anda konfirmasi") if ours else _("menunggu lembaga lain")
