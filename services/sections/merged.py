"""What was merged into this client, and how long it can be taken back."""

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from ltsa.access import Permission

from ..client_page import Asking, Section, section
from ..merged import UNDO_WITHIN, mergeable
from ..models import Merge


@section(90)
def merges(migrant, user) -> Asking:
    if not user.can(Permission.CLIENT_MERGE):
        return None
    found = Merge.objects.visible_to(user).filter(into=migrant, undone_at=None)
    found = found.filter(duplicate__in=mergeable(user).values("pk"))
    kept = yield found.select_related("duplicate", "by")
    rows = [_row(merge) for merge in kept]
    return Section(title=_("Gabungan"), rows=rows) if rows else None


def _row(merge: Merge) -> dict:
    left = (merge.at + UNDO_WITHIN - timezone.now()).days
    on = date_format(localtime(merge.at), "j M Y")
    return {
        "url": reverse("services:merge_undo", args=[merge.pk]),
        "title": merge.duplicate.code,
        "text": _("Digabung %(on)s oleh %(by)s. %(reason)s")
        % {"on": on, "by": merge.by, "reason": merge.reason},
        "tag": _("Dapat diurungkan %(days)s hari lagi") % {"days": left}
        if left >= 0
        else _("Tetap digabung"),
        "tone": "neutral",
    }
