"""Assessments of a case: filled in with the current version of a form, read in the version they were given to."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.drafts.forms import bound_or_draft, save_once

from .. import actions
from ..assessments import current
from ..codes import AssessmentForm
from ..disclosure import needs_limits
from ..forms import AssessmentFormOf
from ..models import Assessment, Case
from ..plan_page import assessment_page
from ..refusals import on_record
from ..transitions import NotPossible, NotYours
from .plans import working_case_or_404


@access(Permission.CASE_WORK)
def create(request, pk, form):
    """The page says before the saving what an indication of trafficking does."""
    case, version = working_case_or_404(request.user, pk), current(form)
    shown = bound_or_draft(
        AssessmentFormOf, request, version=version, with_note=not needs_limits(case)
    )
    if request.method == "POST" and shown.is_valid():
        saved = _save(request, shown, case, form)
        if saved:
            return _after(request, case, saved)
    context = {
        "form": shown,
        "case": case,
        "title": version.title,
        "closes": form == AssessmentForm.TRAFFICKING and not case.restricted,
        "limits_first": needs_limits(case),
    }
    return render(request, "cases/assessment_form.html", context)


def _save(request, shown, case: Case, form: str) -> Assessment | None:
    assess = lambda: actions.assess(case, form, by=request.user, **shown.told())  # noqa: E731
    try:
        with on_record(case, "assessment.add", by=request.user):
            return save_once(request, shown, assess, model=Assessment)
    except (NotPossible, NotYours):
        shown.add_error(None, _("Kasus ini baru saja berubah. Muat ulang lalu periksa statusnya."))
        return None


def _after(request, case: Case, saved: Assessment):
    """Whoever may not work on a restricted case has just lost sight of it: she is told so in plain words."""
    if Assessment.objects.visible_to(request.user).filter(pk=saved.pk).exists():
        return redirect("cases:assessment_detail", saved.pk)
    messages.success(
        request,
        _("Tersimpan. Kasus ini sekarang terbatas dan dilanjutkan oleh tim yang ditunjuk."),
    )
    known = Case.objects.known_to(request.user).filter(pk=case.pk).exists()
    return redirect("cases:case_detail", case.pk) if known else redirect("cases:case_list")


@access(Permission.CASE_SEE)
def detail(request, pk):
    seen = Assessment.objects.visible_to(request.user).select_related("case", "by")
    assessment = get_object_or_404(seen, pk=pk)
    record("view", assessment, by=request.user)
    return render(request, "cases/assessment_detail.html", assessment_page(assessment))
