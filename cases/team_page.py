"""The team of a restricted case, cases that wait for somebody, and what waits for a second person, as rows."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.clocks.models import Clock
from ltsa.clocks.rows import clock_rows

from .codes import RequestState
from .codes.clock import CaseClock
from .lists import PRIORITY_TONES, minute
from .models import AccessRequest, Case
from .second import asked_about

TONES = {"asked": "waiting", "allowed": "good", "refused": "neutral"}
# Those of its clocks that say how long it may wait; what it is about, the others would tell.
TELLING = (CaseClock.TAKE_ON, CaseClock.VERIFICATION)


def waiting_rows(cases, user) -> list[dict]:
    """Code, priority and clock, and for the data protection officer the house: nothing else of it is hers yet."""
    cases = list(cases)
    clocks = Clock.objects.ticking().about(*[case.pk for case in cases]).filter(kind__in=TELLING)
    first: dict = {}
    for clock in clocks.order_by("due_at"):
        first.setdefault(clock.subject, clock)
    officer = not user.can(Permission.CASE_RESTRICTED)
    return [
        {
            "code": case.code,
            "priority": case.get_priority_display(),
            "tone": PRIORITY_TONES[case.priority],
            "clock": clock_rows([first[case.pk]])[0] if case.pk in first else None,
            "house": str(case.organisation) if officer else "",
            "url": reverse("cases:name_worker", args=[case.pk])
            if officer
            else reverse("cases:case_take_on", args=[case.pk]),
            "officer": officer,
        }
        for case in cases
    ]


def member_rows(case: Case, user) -> list[dict]:
    leads = user.can(Permission.OWN_ORGANISATION_SEE) or case.owner_id == user.pk
    return [
        {
            "name": str(member.user),
            "code": member.user.staff_code,
            "since": _("sejak %(when)s, ditambahkan oleh %(who)s")
            % {"when": minute(member.since), "who": member.added_by},
            "owner": case.owner_id == member.user_id,
            "pk": member.user_id,
            "hers": member.user_id == user.pk,
            "may_end": leads or member.user_id == user.pk,
        }
        for member in case.members.current().select_related("added_by").order_by("since", "pk")
    ]


def request_rows(requests, user) -> list[dict]:
    """Codes alone: who decides need not be of the team (domain 4 rule 1)."""
    asked = requests.select_related("case__organisation", "person", "lock__user", "asked_by")
    return [_request_row(one, user) for one in asked.select_related("decided_by")]


def _request_row(asked: AccessRequest, user) -> dict:
    waits = asked.state == RequestState.ASKED
    about = asked.person.staff_code if asked.person else ""
    if asked.lock is not None:
        about = asked.lock.get_kind_display()
    # Whether she is a second person is asked when she decides, not of each row.
    decides = waits and user.pk not in {one.pk for one in asked_about(asked)}
    decides = decides and user.can(Permission.GLASS_ALLOW)
    return {
        "code": asked.case.code,
        "what": asked.get_kind_display(),
        "about": about,
        "who": asked.asked_by.staff_code,
        "when": minute(asked.asked_at),
        "state": asked.get_state_display(),
        "tone": TONES[asked.state],
        "decided": asked.decided_by.staff_code if asked.decided_by else "",
        "verbs": [
            {"label": label, "url": reverse("cases:request_decide", args=[asked.pk, verb])}
            for verb, label in (("allow", _("Izinkan")), ("refuse", _("Tolak")))
        ]
        if decides
        else [],
    }
