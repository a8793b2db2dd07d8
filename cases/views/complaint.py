"""Who complains, when and where it happened; and her number in full, against a reason."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ltsa.access import Permission, access
from ltsa.audit.reason_form import ReasonForm
from ltsa.drafts.forms import bound_or_draft, show_errors
from services.client_summary import STANCES

from .. import actions
from ..disclosure import may_read_narrative, may_work, needs_limits
from ..forms import ComplaintForm
from ..models import Case
from .asking import edit_or_refuse


def complaint_case_or_404(user, pk) -> Case:
    """A case that she may add to now; of a restricted one once the limits of confidentiality were explained."""
    case = get_object_or_404(Case.objects.visible_to(user), pk=pk)
    if not may_work(case, user) or needs_limits(case):
        raise Http404
    return case


def part_or_404(model, user, pk):
    """A part of such a case."""
    row = get_object_or_404(model.objects.visible_to(user).select_related("case"), pk=pk)
    complaint_case_or_404(user, row.case_id)
    return row


ABOUT = (
    "reported_by",
    "complainant",
    "complainant_relation",
    "complainant_phone",
    "complainant_phone_safe",
    "power_of_attorney",
    "happened_on",
    "happened_in",
    "version",
)


@access(Permission.CASE_WORK)
def complaint(request, pk):
    case = complaint_case_or_404(request.user, pk)
    start = {name: getattr(case, name) for name in ABOUT}
    form = bound_or_draft(ComplaintForm, request, initial=start)
    if request.method == "POST" and form.is_valid():
        save = lambda: actions.edit_complaint(case, by=request.user, **form.cleaned_data)  # noqa: E731
        if edit_or_refuse(request, form, case, "complaint", save):
            messages.success(request, _("Keterangan pengaduan disimpan."))
            return redirect("cases:case_detail", pk)
    return render(request, "cases/complaint_form.html", {"form": form, "case": case})


@access(Permission.CLIENT_REVEAL)
def reveal(request, pk):
    """Ask for a reason, then show the complainant's number once; the reason is recorded."""
    case = get_object_or_404(Case.objects.visible_to(request.user), pk=pk)
    if not may_read_narrative(case, request.user) or not case.complainant_phone:
        raise Http404
    form = ReasonForm(request.POST or None)
    number = ""
    if request.method == "POST" and form.is_valid():
        try:
            number = actions.reveal_complainant(case, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            show_errors(form, error)
    stance = STANCES[case.complainant_phone_safe]
    context = {"form": form, "case": case, "number": number, "stance": stance}
    return render(request, "cases/complainant_reveal.html", context)
