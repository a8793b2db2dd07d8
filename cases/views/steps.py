"""Tasks of a case: one by itself is added here; each is finished, dropped or taken up again on its own page."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.drafts.forms import bound_or_draft, save_once, show_errors
from ltsa.versions import Stale

from .. import actions
from ..disclosure import needs_limits
from ..forms import StepForm, StepWordsForm
from ..models import ActionStep
from ..people import assignable
from ..plan_page import step_page
from ..refusals import on_record
from ..transitions import NotPossible, NotYours
from .plans import working_case_or_404


@access(Permission.CASE_WORK)
def create(request, pk):
    case = working_case_or_404(request.user, pk)
    if needs_limits(case):
        return redirect("cases:case_limits", pk)
    people = assignable(case)
    form = bound_or_draft(StepForm, request, people=people, initial={"who": request.user.pk})
    if request.method == "POST" and form.is_valid():
        add = lambda: actions.add_step(case, by=request.user, **form.cleaned_data)  # noqa: E731
        if save_once(request, form, add, model=ActionStep):
            return redirect("cases:case_detail", pk)
    return render(request, "cases/step_form.html", {"form": form, "case": case})


def _step_or_404(request, pk) -> ActionStep:
    seen = ActionStep.objects.visible_to(request.user)
    parts = ("case", "plan", "who", "added_by", "ended_by")
    return get_object_or_404(seen.select_related(*parts), pk=pk)


@access(Permission.CASE_SEE)
def detail(request, pk):
    step = _step_or_404(request, pk)
    record("view", step, by=request.user)
    return _page(request, step)


def _page(request, step: ActionStep, verb: str = "", form=None):
    start = {"version": step.version}
    forms = {name: StepWordsForm(verb=name, initial=start) for name in ("finish", "drop")}
    context = step_page(step, request.user) | forms | ({verb: form} if form else {})
    return render(request, "cases/step_detail.html", context)


@access(Permission.CASE_WORK)
@require_POST
def act(request, pk, verb):
    step = _step_or_404(request, pk)
    form = StepWordsForm(request.POST, verb=verb)
    if not form.is_valid():
        return _page(request, step, verb, form)
    try:
        with on_record(step.case, f"step.{verb}", by=request.user):
            actions.move_step(step, verb, by=request.user, **form.cleaned_data)
    except KeyError as error:
        raise Http404 from error
    except (NotPossible, NotYours, Stale):
        messages.warning(request, _("Belum dilakukan: tugas ini berubah, atau dibekukan."))
        return redirect("cases:step_detail", pk)
    except ValidationError as error:
        show_errors(form, error)
        return _page(request, step, verb, form)
    return redirect("cases:case_detail", step.case_id)
