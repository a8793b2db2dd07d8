"""Who comes today and tomorrow, who did not come, and what stays undone too long."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.access import Permission as P
from ltsa.sockets import Asking, Card, Line, card

from ..calendar import appointment_rows, day_in_words, knows_name, name_of
from ..lists import addresses
from ..models import Appointment, CounsellingSession

PATIENCE = timedelta(days=7)  # then the supervisor sees it too (domain 4.3)


@card
def appointments(user) -> Asking:
    if not user.can(P.SESSION_CREATE):
        return None
    due = Appointment.objects.to_do_by(user).annotate(named=knows_name(user))
    rows = yield due.select_related("migrant")[:12]
    lines = [
        Line(
            text=f"{shown['time']} · {name_of(row)}",
            url=shown["url"],
            hint=shown["channel"] if near else f"{shown['day']} · {shown['channel']}",
            tag=shown["day"] if near else shown["tag"],
            tone=shown["tone"],
        )
        for row, shown in zip(rows, appointment_rows(rows), strict=True)
        for near in [shown["tone"] == "info"]
    ]
    return Card(
        title=_("Janji hari ini dan besok"),
        lines=lines,
        empty=_("Tidak ada janji untuk hari ini dan besok."),
        icon="calendar-event",
        order=5,
    )


@card
def long_overdue(user) -> Asking:
    """Follow-ups of her people that are late by more than a week."""
    if not user.can(P.OWN_ORGANISATION_SEE):
        return None
    late = CounsellingSession.objects.visible_to(user).filter(
        follow_up_on__lt=timezone.localdate() - PATIENCE, voided_at__isnull=True
    )
    late = late.exclude(by=user).select_related("migrant", "by").order_by("follow_up_on")
    rows = yield late.annotate(named=knows_name(user))[:10]
    url_of = addresses("services:session_detail")
    lines = [
        Line(
            text=name_of(row) if row.migrant_id else row.title or row.code,
            url=url_of(row.pk),
            hint=f"{row.by} · {day_in_words(row.follow_up_on)}",
            tag=_("terlambat"),
            tone="burning",
        )
        for row in rows
    ]
    if not lines:
        return None
    return Card(
        title=_("Tindak lanjut terlambat lebih dari seminggu"),
        lines=lines,
        icon="clock",
        order=32,
    )
