"""What was promised and what really came: paid, broken, received without a promise, voided."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft

from .. import actions
from ..forms import PaymentForm, RecoveryForm, VoidRecoveryForm
from ..models import Case, Promise, Recovery
from .asking import do_or_tell, save_or_refuse


def _own_or_404(request, case: Case) -> None:
    """Money is written down for a case of her house also when it has ended."""
    if case.organisation_id != request.user.posting.organisation_id:
        raise Http404


def _promise_or_404(request, pk) -> Promise:
    seen = Promise.objects.visible_to(request.user)
    promise = get_object_or_404(seen.select_related("mediation__case", "hearing"), pk=pk)
    _own_or_404(request, promise.mediation.case)
    return promise


@access(Permission.CASE_WORK)
def pay(request, pk):
    promise = _promise_or_404(request, pk)
    case = promise.mediation.case
    form = bound_or_draft(PaymentForm, request, promise=promise)
    if request.method == "POST" and form.is_valid():
        make = lambda: actions.record_payment(promise, by=request.user, **form.told())  # noqa: E731
        if save_or_refuse(request, form, case, "pay", make, model=Recovery):
            return redirect("cases:mediation_detail", promise.mediation_id)
    context = {"form": form, "promise": promise, "case": case}
    return render(request, "cases/recovery_form.html", context)


@access(Permission.CASE_WORK)
@require_POST
def break_(request, pk):
    promise = _promise_or_404(request, pk)
    act = lambda: actions.break_promise(promise, by=request.user)  # noqa: E731
    do_or_tell(request, promise.mediation.case, "promise.break", act)
    return redirect("cases:mediation_detail", promise.mediation_id)


@access(Permission.CASE_WORK)
def create(request, pk):
    """Something came without a promise in a mediation."""
    case = get_object_or_404(Case.objects.visible_to(request.user), pk=pk)
    _own_or_404(request, case)
    form = bound_or_draft(RecoveryForm, request, case=case)
    if request.method == "POST" and form.is_valid():
        make = lambda: actions.record_recovery(case, by=request.user, **form.told())  # noqa: E731
        if save_or_refuse(request, form, case, "recover", make, model=Recovery):
            return redirect("cases:case_detail", pk)
    return render(
        request, "cases/recovery_form.html", {"form": form, "promise": None, "case": case}
    )


@access(Permission.CASE_WORK)
def void(request, pk):
    """Written down by mistake: it stays, with the reason, and counts no more."""
    seen = Recovery.objects.visible_to(request.user).select_related("case", "promise")
    row = get_object_or_404(seen, pk=pk)
    _own_or_404(request, row.case)
    form = bound_or_draft(VoidRecoveryForm, request)
    if request.method == "POST" and form.is_valid():
        make = lambda: actions.void_recovery(row, by=request.user, **form.cleaned_data)  # noqa: E731
        if save_or_refuse(request, form, row.case, "void", make, model=Recovery):
            if row.promise:
                return redirect("cases:mediation_detail", row.promise.mediation_id)
            return redirect("cases:case_detail", row.case_id)
    return render(request, "cases/recovery_void.html", {"form": form, "row": row})
