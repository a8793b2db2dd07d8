"""What waits for the team of a restricted case: safety plans to look at again, and a decision within 72 hours."""

from datetime import timedelta

from django.db.models import Max, OuterRef, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.clocks.models import Clock
from ltsa.sockets import Asking, Card, Line, card

from ..lists import day_of, minute
from ..models import Case, SafetyPlan
from ..reporting import CLOCK, is_bound, may_see_report

SOON = timedelta(days=3)
SHOWN = 10


@card
def reviews(user) -> Asking:
    """Safety plans whose review is near or past; the newest version of each alone. Codes, no names."""
    if not user.can(Permission.CASE_RESTRICTED):
        return None
    cases = Case.objects.visible_to(user).open().filter(restricted=True)
    of_case = SafetyPlan.objects.filter(case=OuterRef("case")).order_by().values("case")
    newest = of_case.annotate(last=Max("number")).values("last")
    due = SafetyPlan.objects.filter(case__in=cases.values("pk"), number=Subquery(newest))
    today = timezone.localdate()
    due = due.filter(review_on__lte=today + SOON).select_related("case").defer("answers")
    plans = yield due.order_by("review_on", "pk")[:SHOWN]
    lines = [
        Line(
            text=plan.case.code,
            url=reverse("cases:safety_plan_create", args=[plan.case_id]),
            hint=day_of(plan.review_on),
            tag=_("lewat") if plan.review_on < today else _("segera"),
            tone="burning" if plan.review_on < today else "waiting",
        )
        for plan in plans
    ]
    if not lines:
        return None
    return Card(title=_("Tinjauan berkala"), lines=lines, icon="lock-fill", order=30)


@card
def decisions(user) -> Asking:
    """The private clock: only for the worker and her supervisor; it says no more than that something is to be decided."""
    if not user.can(Permission.CASE_RESTRICTED):
        return None
    ticking = Clock.objects.visible_to(user).ticking().filter(kind=CLOCK).order_by("due_at")
    until = {clock.subject: clock.due_at for clock in (yield ticking[:SHOWN])}
    if not until:
        return None
    cases = yield Case.objects.visible_to(user).filter(pk__in=until).select_related("organisation")
    now = timezone.now()
    lines = [
        Line(
            text=case.code,
            url=reverse("cases:case_report", args=[case.pk]),
            hint=minute(until[case.pk]),
            tag=_("lewat") if until[case.pk] < now else _("menunggu"),
            tone="burning" if until[case.pk] < now else "waiting",
        )
        for case in sorted(cases, key=lambda one: until[one.pk])
        if may_see_report(case, user) and is_bound(case)
    ]
    if not lines:
        return None
    return Card(title=_("Menunggu keputusan tim"), lines=lines, icon="clock", order=12)
