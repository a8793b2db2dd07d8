"""Against whom a case is: named, put right, or no longer complained about."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft

from .. import actions
from ..forms import RespondentForm
from ..models import Respondent
from .asking import do_or_tell, edit_or_refuse, save_or_refuse
from .complaint import complaint_case_or_404, part_or_404


@access(Permission.CASE_WORK)
def create(request, pk):
    case = complaint_case_or_404(request.user, pk)
    form = bound_or_draft(RespondentForm, request)
    if request.method == "POST" and form.is_valid():
        make = lambda: actions.add_respondent(case, by=request.user, **form.told())  # noqa: E731
        if save_or_refuse(request, form, case, "respondent", make, model=Respondent):
            return redirect("cases:case_detail", pk)
    return render(request, "cases/respondent_form.html", {"form": form, "case": case, "row": None})


@access(Permission.CASE_WORK)
def edit(request, pk):
    row = part_or_404(Respondent, request.user, pk)
    if row.removed_at:
        raise Http404
    names = ("kind", "agency", "name", "contact", "version")
    form = bound_or_draft(
        RespondentForm, request, initial={name: getattr(row, name) for name in names}
    )
    if request.method == "POST" and form.is_valid():
        told = form.told() | {"version": form.cleaned_data["version"] or 0}
        save = lambda: actions.edit_respondent(row, by=request.user, **told)  # noqa: E731
        if edit_or_refuse(request, form, row.case, "respondent", save):
            return redirect("cases:case_detail", row.case_id)
    context = {"form": form, "case": row.case, "row": row}
    return render(request, "cases/respondent_form.html", context)


@access(Permission.CASE_WORK)
@require_POST
def remove(request, pk):
    row = part_or_404(Respondent, request.user, pk)
    act = lambda: actions.remove_respondent(row, by=request.user)  # noqa: E731
    do_or_tell(request, row.case, "respondent.remove", act)
    return redirect("cases:case_detail", row.case_id)
