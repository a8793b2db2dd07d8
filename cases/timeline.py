"""The one timeline of a case: what was done to it and its parts, its referrals, and the sessions with its client.

Every event of a part (note, step, file, meeting, clock, lock) has the case as subject, so a page of a long timeline
costs what a page of a short one costs: an index look-up of the newest.
"""

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.timeline.labels import KINDS
from ltsa.timeline.models import Event
from services.client_timeline import rows_for
from services.merged import hers
from services.models import CounsellingSession

from .disclosure import may_read_narrative
from .lists import minute
from .models import Case, Referral
from .reporting import may_see_report

NEWEST = 12  # beside the case
SIZE = 50  # on a page of its own
# What whoever sees timing alone may know of a referral: when it moved, not who moved it, nor what else was done.
MOVES = "send open accept decline start report_service return complete expire"
TIMED = [f"referral.{verb}" for verb in MOVES.split()]
# Nouns of the verbs that are told under one word, so that a reader chooses among few.
GROUPS = {
    "case": ["case", "closing"],
    "session": ["session", "appointment", "course"],
    "note": ["note"],
    "step": ["step", "plan", "assessment"],
    "file": ["file", "letter"],
    "complaint": ["respondent", "claim", "ticket", "complaint"],
    "mediation": ["mediation", "invitation", "hearing", "promise", "recovery"],
    "referral": ["referral"],
    "safety": ["incident", "safety_plan", "report_decision", "limits", "deletion"],
    "clock": ["clock"],
    "access": ["access", "lock", "glass", "member", "reassign"],
}


def subjects_of(case: Case, user) -> list:
    """The rows whose events make the case's timeline, as far as this reader sees them; two statements."""
    referrals = Referral.objects.visible_to(user).filter(case=case).values_list("pk", flat=True)
    sessions = CounsellingSession.objects.visible_to(user).filter(hers(case.migrant))
    sessions = sessions.filter(started_at__date__gte=timezone.localdate(case.opened_at))
    return [case.pk, *referrals, *sessions.values_list("pk", flat=True)]


def events_of(case: Case, user, *, kind: str = ""):
    """A queryset of events, newest first; `kind` is a key of GROUPS, anything else means all."""
    events = Event.objects.about(*subjects_of(case, user)).order_by("-at", "-pk")
    if not may_read_narrative(case, user):
        return events.filter(Q(verb__startswith="case.") | Q(verb__in=TIMED))
    if not may_see_report(case, user):
        events = events.exclude(verb__startswith="report_decision.")
    if kind in GROUPS:
        return events.filter(_starting_with(f"{noun}." for noun in GROUPS[kind]))
    return events


def _starting_with(beginnings) -> Q:
    found = Q()
    for beginning in beginnings:
        found |= Q(verb__startswith=beginning)
    return found


def newest(case: Case, user) -> list[dict]:
    return lines(events_of(case, user)[:NEWEST], user)


def on_paper(case: Case, user) -> list[dict]:
    """Of a restricted case its own steps alone: that there is a safety plan, or a report, tells what it is about."""
    events = events_of(case, user)
    if case.restricted:
        events = events.filter(_starting_with(["case."]))
    return lines(events[:SIZE], user)


def lines(events, user) -> list[dict]:
    events = list(events)
    bare = user.can(Permission.REFERRAL_TIMING)
    unnamed = {event.pk for event in events if bare and event.verb in TIMED}
    return [
        row | {"when": minute(row["when"])} | ({"who": ""} if event.pk in unnamed else {})
        for event, row in zip(events, rows_for(events, user), strict=True)
    ]


def kinds(chosen: str) -> list[dict]:
    """A link for each kind; the address names the kind, never a person."""
    named = {"": _("Semua"), **{kind: KINDS.get(kind, kind) for kind in GROUPS}}
    return [
        {"label": label, "url": f"?jenis={kind}" if kind else "?", "chosen": kind == chosen}
        for kind, label in named.items()
    ]
