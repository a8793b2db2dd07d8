"""The safety plan: the newest version is read and audited; on paper only when it is ticked, each time."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.drafts.forms import bound_or_draft, save_once

from .. import actions
from ..disclosure import may_work, needs_limits
from ..forms import SafetyPlanForm
from ..models import SafetyPlan
from ..safety import plan_rows
from ..survivor_page import plan_start
from .survivors import open_case_or_404


@access(Permission.CASE_RESTRICTED)
def create(request, pk):
    """The first version, or the next one, which starts from the newest."""
    case = open_case_or_404(request.user, pk)
    last = case.safety_plans.first()
    form = bound_or_draft(
        SafetyPlanForm, request, narrative=not needs_limits(case), initial=plan_start(last)
    )
    if request.method == "POST" and form.is_valid():
        make = lambda: actions.write_safety_plan(case, by=request.user, **form.told())  # noqa: E731
        if save_once(request, form, make, model=SafetyPlan):
            return redirect("cases:case_detail", pk)
    if last is not None:
        record("view", last, by=request.user)
    context = {"form": form, "case": case, "last": last, "needs_limits": needs_limits(case)}
    return render(request, "cases/safety_plan_form.html", context)


def _plan_or_404(request, pk) -> SafetyPlan:
    seen = SafetyPlan.objects.visible_to(request.user).select_related("case", "by")
    return get_object_or_404(seen, pk=pk)


@access(Permission.CASE_RESTRICTED)
def detail(request, pk):
    plan = _plan_or_404(request, pk)
    record("view", plan, by=request.user)
    versions = SafetyPlan.objects.visible_to(request.user).filter(case=plan.case_id)
    context = {
        "plan": plan,
        "case": plan.case,
        "rows": plan_rows(plan.answers),
        "versions": [row for row in versions.select_related("by") if row.pk != plan.pk],
        "may_write": may_work(plan.case, request.user),
    }
    return render(request, "cases/safety_plan_detail.html", context)


@access(Permission.CASE_RESTRICTED)
@require_POST
def print_out(request, pk):
    """On paper only with the tick of this time: that nobody who must not find it can find it."""
    plan = _plan_or_404(request, pk)
    if request.POST.get("safe") != "ya":
        return redirect("cases:safety_plan_detail", pk)
    record("print", plan, by=request.user)
    context = {
        "plan": plan,
        "rows": plan_rows(plan.answers),
        "printed_at": timezone.localtime(),
        "printed_by": request.user.staff_code,
    }
    return render(request, "cases/safety_plan_print.html", context)
