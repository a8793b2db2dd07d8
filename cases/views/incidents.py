"""Acts, apart from the case of the person."""

from django.shortcuts import get_object_or_404, redirect, render

from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.drafts.forms import bound_or_draft, save_edit, save_once

from .. import actions
from ..disclosure import may_work, needs_limits
from ..forms import IncidentForm
from ..forms.incident import initial_of
from ..models import Incident
from ..survivor_page import incident_rows
from .survivors import open_case_or_404


@access(Permission.CASE_RESTRICTED)
def create(request, pk):
    case = open_case_or_404(request.user, pk)
    if needs_limits(case):
        return redirect("cases:case_limits", pk)
    form = bound_or_draft(IncidentForm, request)
    if request.method == "POST" and form.is_valid():
        make = lambda: actions.add_incident(case, by=request.user, **form.told())  # noqa: E731
        if save_once(request, form, make, model=Incident):
            return redirect("cases:case_detail", pk)
    context = {"form": form, "case": case, "incident": None}
    return render(request, "cases/incident_form.html", context)


def _incident_or_404(request, pk) -> Incident:
    seen = Incident.objects.visible_to(request.user).select_related("case", "by")
    return get_object_or_404(seen, pk=pk)


@access(Permission.CASE_RESTRICTED)
def detail(request, pk):
    incident = _incident_or_404(request, pk)
    record("view", incident, by=request.user)
    context = {
        "incident": incident,
        "case": incident.case,
        "rows": incident_rows(incident),
        "may_edit": may_work(incident.case, request.user) and not needs_limits(incident.case),
    }
    return render(request, "cases/incident_detail.html", context)


@access(Permission.CASE_RESTRICTED)
def edit(request, pk):
    incident = _incident_or_404(request, pk)
    case = open_case_or_404(request.user, incident.case_id)
    if needs_limits(case):
        return redirect("cases:case_limits", case.pk)
    form = bound_or_draft(IncidentForm, request, initial=initial_of(incident))
    if request.method == "POST" and form.is_valid():
        told = form.told() | {"version": form.cleaned_data["version"] or 0, "by": request.user}
        if save_edit(request, form, lambda: actions.edit_incident(incident, **told)):
            return redirect("cases:incident_detail", pk)
    context = {"form": form, "case": case, "incident": incident}
    return render(request, "cases/incident_form.html", context)
