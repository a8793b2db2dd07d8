"""The action plan of a case: read in every version, written in one form, decided by a second person."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.drafts.forms import bound_or_draft, save_edit, save_once, show_errors
from ltsa.versions import Stale, show_both

from .. import actions
from ..disclosure import may_work, needs_limits
from ..forms import CommentForm, PlanForm
from ..models import ActionPlan, ActionStep, Case
from ..people import assignable
from ..plan_page import plan_page
from ..refusals import on_record
from ..transitions import KEPT, STANDING, NotPossible, NotYours


def working_case_or_404(user, pk) -> Case:
    """The case that she may add to now; to everybody else there is no such page."""
    case = get_object_or_404(Case.objects.visible_to(user).select_related("organisation"), pk=pk)
    if not may_work(case, user):
        raise Http404
    return case


def _plan_or_404(request, pk) -> ActionPlan:
    seen = ActionPlan.objects.visible_to(request.user)
    parts = ("case", "written_by", "decided_by")
    return get_object_or_404(seen.select_related(*parts), pk=pk)


@access(Permission.CASE_SEE)
def detail(request, pk):
    plan = _plan_or_404(request, pk)
    record("view", plan, by=request.user)
    return render(request, "cases/plan_detail.html", plan_page(plan, request.user))


@access(Permission.CASE_WORK)
def write(request, pk):
    """The first version, a draft once more, or the version after an approved one: one form, one way to save."""
    case = working_case_or_404(request.user, pk)
    if needs_limits(case):
        return redirect("cases:case_limits", pk)
    plan = ActionPlan.objects.filter(case=case, state__in=STANDING).first()
    form = _form(request, case, plan)
    if request.method == "POST" and form.is_valid():
        saved = _save(request, form, case, plan)
        if saved:
            return redirect("cases:plan_detail", saved.pk)
    carries = plan is not None and plan.state in KEPT
    context = {"form": form, "case": case, "plan": plan, "carries": carries}
    return render(request, "cases/plan_form.html", context)


def _form(request, case: Case, plan: ActionPlan | None) -> PlanForm:
    """Each row starts from an open step of the plan that stands; the version is that plan's."""
    steps = list(ActionStep.objects.open().filter(plan=plan)) if plan else []
    start = {"goal": plan.goal, "version": plan.version} if plan else {}
    return bound_or_draft(PlanForm, request, people=assignable(case), steps=steps, initial=start)


def _save(request, form: PlanForm, case: Case, plan: ActionPlan | None) -> ActionPlan | None:
    """The plan, or None when the form shows why not."""
    version = form.cleaned_data["version"]
    write = lambda: actions.write_plan(case, version=version, by=request.user, **form.told())  # noqa: E731
    try:
        with on_record(case, "plan.write", by=request.user):
            if plan is None or plan.state in KEPT:
                return save_once(request, form, write, model=ActionPlan)
            return plan if save_edit(request, form, write, **form.stored()) else None
    except Stale as stale:
        show_both(form, stale.current, **form.stored())
    except (NotPossible, NotYours):
        form.add_error(None, _("Rencana ini menunggu keputusan. Tunggu dulu, lalu tulis lagi."))
    return None


@access(Permission.CASE_WORK)
def act(request, pk, verb):
    """submit is one button; approve and send_back are sent with a comment from the plan's page."""
    plan = _plan_or_404(request, pk)
    form = CommentForm(request.POST if request.method == "POST" else None, verb=verb)
    if request.method != "POST" or not form.is_valid():
        return _decision(request, plan, form)
    try:
        with on_record(plan.case, f"plan.{verb}", by=request.user):
            actions.move_plan(plan, verb, by=request.user, **form.cleaned_data)
    except KeyError as error:
        raise Http404 from error
    except ValidationError as error:
        show_errors(form, error)
        return _decision(request, plan, form)
    except (NotPossible, NotYours, Stale):
        messages.warning(
            request, _("Belum dilakukan: rencana ini berubah, atau bukan bagian Anda.")
        )
    return redirect("cases:plan_detail", pk)


def _decision(request, plan: ActionPlan, form):
    context = plan_page(plan, request.user) | {"comment": form}
    return render(request, "cases/plan_detail.html", context)
