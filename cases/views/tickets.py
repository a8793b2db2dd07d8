"""Where else her complaint lies: SiskoP2MI, the police, SIMFONI, LAPOR!."""

from django.shortcuts import redirect, render

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft

from .. import actions
from ..forms import TicketEditForm, TicketForm
from ..models import ExternalTicket
from .asking import edit_or_refuse, save_or_refuse
from .complaint import complaint_case_or_404, part_or_404


@access(Permission.CASE_WORK)
def create(request, pk):
    case = complaint_case_or_404(request.user, pk)
    form = bound_or_draft(TicketForm, request)
    if request.method == "POST" and form.is_valid():
        make = lambda: actions.add_ticket(case, by=request.user, **form.cleaned_data)  # noqa: E731
        if save_or_refuse(request, form, case, "ticket", make, model=ExternalTicket):
            return redirect("cases:case_detail", pk)
    return render(request, "cases/ticket_form.html", {"form": form, "case": case, "row": None})


@access(Permission.CASE_WORK)
def edit(request, pk):
    row = part_or_404(ExternalTicket, request.user, pk)
    names = ("number", "opened_on", "note", "ended_on", "version")
    start = {name: getattr(row, name) for name in names}
    form = bound_or_draft(TicketEditForm, request, initial=start)
    if request.method == "POST" and form.is_valid():
        save = lambda: actions.edit_ticket(row, by=request.user, **form.cleaned_data)  # noqa: E731
        if edit_or_refuse(request, form, row.case, "ticket", save):
            return redirect("cases:case_detail", row.case_id)
    return render(request, "cases/ticket_form.html", {"form": form, "case": row.case, "row": row})
