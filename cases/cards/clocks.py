"""Deadlines on my day: her own that end today or have passed, and for who leads the house those that are late there."""

from datetime import datetime, time, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.clocks.models import Clock
from ltsa.clocks.rows import clock_rows
from ltsa.gather import gather
from ltsa.sockets import Asking, Card, Line, card

from ..codes import ClosingReason
from ..codes.clock import CaseClock
from ..models import ActionStep, Case, Referral

SHOWN = 10
# Her own tasks, promises and next days stand in cards of their own.
HERS = (CaseClock.VERIFICATION, CaseClock.WAITING, CaseClock.ANSWER, CaseClock.CONTACT)
OF_THE_HOUSE = (*HERS, CaseClock.TASK)
PROPOSED = [
    (timedelta(days=60), ClosingReason.UNREACHABLE_60),
    (timedelta(days=30), ClosingReason.DOCUMENTS_30),
]


@card
def deadlines(user) -> Asking:
    """Absent while nothing is due; above all else when one is late. Codes and kinds, no words: others look over a shoulder."""
    if not (user.can(Permission.CASE_WORK) or user.can(Permission.REFERRAL_ANSWER)):
        return None
    clocks = yield _due(user).order_by("due_at")[:SHOWN]
    if not clocks:
        return None
    known = _known(clocks, user)
    rows = zip(clocks, clock_rows(clocks), strict=True)
    lines = [
        _line(clock, row, known[clock.subject]) for clock, row in rows if clock.subject in known
    ]
    if not lines:
        return None
    late = any(line.tone == "burning" for line in lines)
    return Card(title=_("Tenggat hari ini"), lines=lines, icon="clock", order=4 if late else 14)


def _due(user):
    now = timezone.now()
    tomorrow = datetime.combine(timezone.localdate() + timedelta(days=1), time.min)
    near = Q(due_at__lt=timezone.make_aware(tomorrow))
    near |= Q(kind=CaseClock.WAITING, started_at__lte=now - PROPOSED[-1][0])
    wanted = Q(owner=user, kind__in=HERS) & near
    if user.can(Permission.OWN_ORGANISATION_SEE):
        wanted |= Q(kind__in=OF_THE_HOUSE, due_at__lt=now)
    return Clock.objects.visible_to(user).running().filter(wanted)


def _known(clocks: list[Clock], user) -> dict:
    """{subject: (code, address)} of what she sees; of a case whose closing was asked for nothing more is proposed."""
    subjects = [clock.subject for clock in clocks]
    cases, referrals, tasks = gather(
        Case.objects.visible_to(user)
        .filter(pk__in=subjects)
        .values_list("pk", "code", "closing_asked_by"),
        Referral.objects.visible_to(user).filter(pk__in=subjects).values_list("pk", "code"),
        ActionStep.objects.visible_to(user).filter(pk__in=subjects).values_list("pk", "case__code"),
    )
    known = {
        pk: (code, reverse("cases:case_detail", args=[pk])) for pk, code, by in cases if not by
    }
    known |= {pk: (code, reverse("cases:referral_detail", args=[pk])) for pk, code in referrals}
    return known | {pk: (code, reverse("cases:step_detail", args=[pk])) for pk, code in tasks}


def _line(clock: Clock, row: dict, told: tuple) -> Line:
    code, url = told
    hint = row["label"]
    waited = timezone.now() - clock.started_at
    reason = next((reason for least, reason in PROPOSED if waited >= least), None)
    if clock.kind == CaseClock.WAITING and reason is not None:
        hint = _("Boleh diajukan untuk ditutup: %(reason)s") % {"reason": reason.label}
        url = reverse("cases:case_ask_closing", args=[clock.subject])
    return Line(text=code, url=url, hint=str(hint), tag=row["left"], tone=row["tone"])
