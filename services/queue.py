"""The queue of a day as lines for a page: formatted before the template, two queries for the whole list."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ltsa.access import Permission
from ltsa.accounts.models import Posting, User
from ltsa.organisations.lists import promise
from ltsa.organisations.models import ServicePoint, ServiceStandard
from ltsa.reading import note_rows

from .codes import VisitState
from .models import DeskVisit, Migrant
from .transitions import UNDER_WAY, VISITS, possible

BACK = timedelta(days=366)
TONES = {
    VisitState.WAITING: "waiting",
    VisitState.SERVING: "info",
    VisitState.DONE: "good",
    VisitState.LEFT: "neutral",
}
MEASURED: dict[bool | None, dict] = {
    True: {"label": gettext_lazy("Sesuai standar"), "tone": "good"},
    False: {"label": gettext_lazy("Lewat standar"), "tone": "burning"},
}
WORDS = {"call": "panggil", "finish": "selesai", "leave": "pergi"}  # of the address
# The order of the page: who is at the desk, who waits (first those who go first), then the rest of the day.
ORDER = {VisitState.SERVING: 0, VisitState.WAITING: 1, VisitState.DONE: 2, VisitState.LEFT: 3}


def day_of(text: str) -> date:
    """The day of the address ("2026-11-23"); today for anything else, and never tomorrow."""
    today = timezone.localdate()
    try:
        asked = date.fromisoformat(text)
    except ValueError:
        return today
    return asked if today - BACK <= asked <= today else today


def queue_page(user, day: date) -> dict:
    rows = DeskVisit.objects.visible_to(user).filter(on=day)
    visits = list(rows.select_related("standard__desk", "migrant"))
    note_rows(len(visits))
    visits.sort(key=lambda row: (ORDER[VisitState(row.state)], not row.priority, row.number))
    named = _named(visits, user)
    lines = [_line(row, user, named) for row in visits]
    desks = ServiceStandard.objects.current().filter(
        desk__organisation=user.posting.organisation_id
    )
    today = timezone.localdate()
    return {
        "day": day,
        "is_today": day == today,
        "earlier_url": f"?hari={day - timedelta(days=1)}",
        "later_url": f"?hari={day + timedelta(days=1)}" if day < today else "",
        "now": [one for one in lines if one["under_way"]],
        "past": [one for one in lines if not one["under_way"]],
        "summary": _summary(visits),
        "has_desks": bool(visits) or desks.exists(),
    }


def what_is_missing(user) -> dict:
    """Why there is no queue: no desk at all, or desks of which nobody has written what they promise; and whom to ask."""
    points = ServicePoint.objects.current().of(user.posting.organisation_id)
    admins = User.objects.holding(Permission.MASTER_DATA_MANAGE)
    near = Posting.objects.current().filter(organisation__district=user.posting.district_id)
    return {
        "has_points": points.filter(type=ServicePoint.Type.DESK).exists(),
        "may_write": user.can(Permission.MASTER_DATA_MANAGE),
        "ask": list(admins.filter(pk__in=near.values("user")).order_by("full_name")),
    }


def visit_line(visit: DeskVisit, user) -> dict:
    return _line(visit, user, _named([visit], user))


def _named(visits, user) -> set:
    known = [row.migrant_id for row in visits if row.migrant_id]
    if not known:
        return set()
    seen = Migrant.objects.identified_for(user).filter(pk__in=known)
    return set(seen.values_list("pk", flat=True))


def _line(visit: DeskVisit, user, named: set) -> dict:
    shown = visit.migrant_id in named
    return {
        "pk": visit.pk,
        "url": reverse("services:visit_detail", args=[visit.pk]),
        "number": f"{visit.number:03}",
        "service": visit.standard.name,
        "desk": visit.standard.desk.get_desk_display(),
        "promise": promise(visit.standard),
        "under_way": visit.state in UNDER_WAY,
        "label": visit.get_state_display(),
        "tone": TONES[VisitState(visit.state)],
        "measured": MEASURED.get(visit.in_time),
        "priority": visit.priority,
        "client": str(visit.migrant) if shown else "",
        "client_url": reverse("services:migrant_detail", args=[visit.migrant_id]) if shown else "",
        "came": time_format(timezone.localtime(visit.came_at)),
        "times": _times(visit),
        "verbs": [
            {
                "label": one.label,
                "url": reverse("services:visit_act", args=[visit.pk, WORDS[one.verb]]),
            }
            for one in possible(visit, VISITS)
        ],
    }


def _times(visit: DeskVisit) -> str:
    """ "menunggu 12 menit · dilayani 8 menit", as far as it went."""
    running = timezone.now() if visit.state in UNDER_WAY else None
    called, done = visit.called_at or running, visit.done_at or running
    words = []
    if called:
        words.append(_("menunggu %(time)s") % {"time": minutes(called - visit.came_at)})
    if visit.called_at and done:
        words.append(_("dilayani %(time)s") % {"time": minutes(done - visit.called_at)})
    return " · ".join(words)


def minutes(span: timedelta) -> str:
    """Whole minutes up to two hours, then hours, then days."""
    whole = max(int(span.total_seconds()) // 60, 0)
    if whole < 120:
        return ngettext("%(n)s menit", "%(n)s menit", whole) % {"n": whole}
    if whole < 48 * 60:
        return ngettext("%(n)s jam", "%(n)s jam", whole // 60) % {"n": whole // 60}
    return ngettext("%(n)s hari", "%(n)s hari", whole // 1440) % {"n": whole // 1440}


def _summary(visits) -> dict:
    """How many wait, are served, are done, and how many of the done were in time."""
    count = {state.value: 0 for state in VisitState}
    for visit in visits:
        count[visit.state] += 1
    measured = [visit.in_time for visit in visits if visit.in_time is not None]
    return count | {"measured": len(measured), "in_time": sum(measured)}
