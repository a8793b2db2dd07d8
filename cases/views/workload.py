from uuid import UUID

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.accounts.absences import add_absence, cancel_absence
from ltsa.accounts.models import Absence
from ltsa.drafts.forms import bound_or_draft, save_once

from .. import actions
from ..forms import AbsenceForm, ReassignForm
from ..workload import NOBODY, WHY, case_lines, colleagues, held_by, workload_rows


@access(Permission.CASE_REASSIGN)
def index(request):
    absences = Absence.objects.visible_to(request.user).current().select_related("user", "stand_in")
    context = {"rows": workload_rows(request.user), "absences": absences}
    return render(request, "cases/workload.html", context)


@access(Permission.CASE_REASSIGN)
def reassign(request):
    """Choose, look at what would move, then move: two steps on one form, nothing typed is lost between them."""
    held = list(held_by(_who(request), request.user))
    people = colleagues(request.user).exclude(pk__in={case.owner_id for case in held} - {None})
    lines = case_lines(held)
    choices = [(line["pk"], line["code"]) for line in lines]
    form = bound_or_draft(ReassignForm, request, cases=choices, people=people)
    context = {"form": form, "lines": lines}
    if request.method == "POST" and form.is_valid():
        chosen = [case for case in held if str(case.pk) in form.cleaned_data["cases"]]
        if "sure" in request.POST:
            return _move(request, chosen, form.cleaned_data)
        context |= _preview(chosen, form.cleaned_data["to"])
    return render(request, "cases/case_reassign.html", context)


def _who(request) -> str:
    """The colleague of the address; whatever is no id means the cases that nobody has."""
    try:
        return str(UUID(request.GET.get("dari", "")))
    except ValueError:
        return NOBODY


def _preview(cases, to) -> dict:
    found = actions.preview_reassigning(cases, to)
    unable = [{"code": case.code, "why": WHY[why]} for case, why in found.unable]
    return {"preview": case_lines(found.able), "unable": unable, "to": to, "looked": True}


def _move(request, cases, told):
    number = actions.reassign_cases(cases, to=told["to"], note=told["note"], by=request.user)
    text = ngettext("%(n)d kasus dialihkan.", "%(n)d kasus dialihkan.", number) % {"n": number}
    messages.success(request, text)
    return redirect("cases:workload")


@access(Permission.CASE_REASSIGN)
def absence(request):
    form = bound_or_draft(AbsenceForm, request, people=colleagues(request.user))
    if request.method == "POST" and form.is_valid():
        make = lambda: add_absence(by=request.user, **form.cleaned_data)  # noqa: E731
        if save_once(request, form, make, model=Absence):
            messages.success(request, _("Dicatat. Tugasnya diberitahukan kepada pengganti."))
            return redirect("cases:workload")
    return render(request, "cases/absence_form.html", {"form": form})


@access(Permission.CASE_REASSIGN)
@require_POST
def end_absence(request, pk):
    seen = Absence.objects.visible_to(request.user).current()
    cancel_absence(get_object_or_404(seen, pk=pk), by=request.user)
    messages.success(request, _("Ketidakhadiran dibatalkan."))
    return redirect("cases:workload")
