"""What she asks for, and how far it is met."""

from django.shortcuts import redirect, render

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft

from .. import actions
from ..codes import ClaimKind, ClaimState
from ..forms import ClaimEditForm, ClaimForm
from ..models import Claim
from .asking import edit_or_refuse, save_or_refuse
from .complaint import complaint_case_or_404, part_or_404


@access(Permission.CASE_WORK)
def create(request, pk):
    case = complaint_case_or_404(request.user, pk)
    form = bound_or_draft(ClaimForm, request)
    if request.method == "POST" and form.is_valid():
        make = lambda: actions.add_claim(case, by=request.user, **form.cleaned_data)  # noqa: E731
        if save_or_refuse(request, form, case, "claim", make, model=Claim):
            return redirect("cases:case_detail", pk)
    return render(request, "cases/claim_form.html", {"form": form, "case": case, "row": None})


@access(Permission.CASE_WORK)
def edit(request, pk):
    row = part_or_404(Claim, request.user, pk)
    form = bound_or_draft(ClaimEditForm, request, claim=row, initial=_start(row))
    if request.method == "POST" and form.is_valid():
        save = lambda: actions.edit_claim(row, by=request.user, **form.cleaned_data)  # noqa: E731
        if edit_or_refuse(request, form, row.case, "claim", save):
            return redirect("cases:case_detail", row.case_id)
    return render(request, "cases/claim_form.html", {"form": form, "case": row.case, "row": row})


def _start(row: Claim) -> dict:
    """Of money only "given up" is chosen by hand; all else follows what was received."""
    state = row.state
    if row.kind == ClaimKind.MONEY and state != ClaimState.DROPPED:
        state = ClaimState.OPEN
    names = ("amount", "currency", "text", "version")
    return {name: getattr(row, name) for name in names} | {"state": state}
