"""The end of a case: who worked on it says what came of it, another person closes it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.drafts.forms import bound_or_draft, save_once
from ltsa.keyset import page_of
from ltsa.versions import Stale

from .. import actions
from ..forms import AskClosingForm, CloseForm, ResolveForm
from ..lists import bare_alone_rows, closing_rows, plan_rows
from ..models import ActionPlan, Case, CaseClosing
from ..refusals import on_record
from ..transitions import NotPossible, NotYours, check

SHOWN = 50  # plans, beside a page of closings


@access(Permission.CASE_WORK)
def resolve(request, pk):
    return _end(request, pk, "resolve", ResolveForm)


@access(Permission.CASE_WORK)
def ask_closing(request, pk):
    return _end(request, pk, "ask_closing", AskClosingForm)


@access(Permission.CASE_WORK)
def close(request, pk):
    return _end(request, pk, "close", CloseForm)


def _end(request, pk, verb: str, form_class):
    """The form of one of the three verbs; who may not do it now is told what to do instead."""
    case = get_object_or_404(Case.objects.visible_to(request.user).with_parts(), pk=pk)
    try:
        form = bound_or_draft(form_class, request, case=case, by=request.user)
        # The page shows the case as it is now; a draft may be older.
        form.initial["version"] = case.version
        if _done(request, case, verb, form):
            return redirect("cases:case_detail", pk)
    except NotYours as error:
        if not error.says:
            raise PermissionDenied from error
        messages.warning(request, str(error.says))
        return redirect("cases:case_detail", pk)
    except (NotPossible, Stale):
        case.refresh_from_db(fields=["state"])
        text = _("Belum dilakukan: kasus ini baru saja berubah. Status sekarang: %(state)s.")
        messages.warning(request, text % {"state": case.get_state_display()})
        return redirect("cases:case_detail", pk)
    context = {"form": form, "case": case, "verb": verb, "asked_by": case.closing_asked_by}
    return render(request, "cases/case_end.html", context)


def _done(request, case: Case, verb: str, form) -> bool:
    if request.method == "POST" and form.is_valid():
        make = lambda: actions.move_case(case, verb, by=request.user, **form.cleaned_data)  # noqa: E731
        around = on_record(case, verb, by=request.user)
        if save_once(request, form, make, model=Case, around=around):
            return True
    check(case, verb, by=request.user)
    return False


@access(Permission.CASE_SEE, Permission.AUDIT_SEE)
def alone(request):
    """Closings and plans without a second person, for the chair of the house; bare for the data protection officer."""
    closings = CaseClosing.objects.alone(request.user)
    closings = closings.select_related("case__organisation", "closed_by")
    page = page_of(closings, request, order=("-closed_at", "-id"))
    plans = ActionPlan.objects.alone(request.user).order_by("-decided_at")
    plans = list(plans.select_related("case__organisation", "decided_by")[:SHOWN])
    record("view", "cases.closed_alone", by=request.user)
    if request.user.can(Permission.AUDIT_SEE):
        rows = bare_alone_rows(page.rows, plans)
    else:
        rows = closing_rows(page.rows) + plan_rows(plans)
    context = {"page": page, "rows": rows}
    return render(request, "cases/closed_alone.html", context)
