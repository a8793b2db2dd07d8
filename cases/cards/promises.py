"""Promises whose day has come, on my day: of the cases she sees herself."""

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.sockets import Asking, Card, Line, card

from ..models import Promise

SHOWN = 10


@card
def late_promises(user) -> Asking:
    if not user.can(Permission.CASE_WORK):
        return None
    today = timezone.localdate()
    late = Promise.objects.visible_to(user).late(today).select_related("mediation__case")
    rows = yield late.order_by("due_on", "number")[:SHOWN]
    return Card(
        title=_("Janji yang lewat tenggat"),
        lines=[_line(promise) for promise in rows],
        empty=_("Tidak ada janji mediasi yang lewat tenggat."),
        icon="cash-coin",
        order=4 if rows else 45,
    )


def _line(promise: Promise) -> Line:
    """The code of the case and the day: neither party nor sum, others look over a shoulder."""
    told = _("paling lambat %(day)s") % {"day": date_format(promise.due_on, "j M Y")}
    address = reverse("cases:mediation_detail", args=[promise.mediation_id])
    code = promise.mediation.case.code
    return Line(text=code, url=address, hint=told, tag=_("terlambat"), tone="burning")
