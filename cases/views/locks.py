"""Conflict-of-interest locks of a case: the list with its form, and lifting one."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft

from .. import actions
from ..forms import LiftForm, LockForm
from ..locks_page import lock_rows, may_lock
from ..models import AccessRequest, Case, ConflictLock
from .asking import save_or_refuse


@access(Permission.CASE_LOCK)
def index(request, pk):
    """Who is shut out of this client now and before, and the form for one more."""
    case = get_object_or_404(Case.objects.visible_to(request.user), pk=pk)
    if not may_lock(case, request.user):
        raise Http404
    form = bound_or_draft(LockForm, request, case=case, user=request.user)
    if request.method == "POST" and form.is_valid():
        make = lambda: actions.lock_out(case, by=request.user, **form.told())  # noqa: E731
        if save_or_refuse(request, form, case, "lock_out", make, model=ConflictLock):
            messages.success(request, _("Kunci dipasang. Yang dikunci tidak diberi tahu."))
            return redirect("cases:lock_list", pk)
    locks = ConflictLock.objects.visible_to(request.user).filter(case=case)
    rows = lock_rows(locks)
    return render(request, "cases/lock_list.html", {"case": case, "form": form, "rows": rows})


@access(Permission.CASE_LOCK)
def lift(request, pk):
    locks = ConflictLock.objects.visible_to(request.user).select_related("case")
    made = get_object_or_404(locks, pk=pk)
    case = made.case
    if not may_lock(case, request.user) or made.lifted_at is not None:
        raise Http404
    form = bound_or_draft(LiftForm, request)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        make = lambda: actions.ask_lift(made, reason=reason, by=request.user)  # noqa: E731
        if save_or_refuse(request, form, case, "lift_lock", make, model=AccessRequest):
            messages.success(request, _("Diminta. Orang kedua memutuskan."))
            return redirect("cases:lock_list", case.pk)
    [row] = lock_rows(locks.filter(pk=pk))
    return render(request, "cases/lock_lift.html", {"case": case, "form": form, "row": row})
