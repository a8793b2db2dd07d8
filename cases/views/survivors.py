"""Pages of a restricted case alone: the limits of confidentiality first, then what its survivor wants to tell."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft, save_edit, save_once
from services.texts import LIMITS

from .. import actions
from ..disclosure import may_work, needs_limits
from ..forms import AccountForm, LimitsForm, ReportForm
from ..models import Case, ReportDecision
from ..refusals import on_record
from ..reporting import may_see_report
from ..survivor_page import report_page


def open_case_or_404(user, pk) -> Case:
    """A restricted case that she may work on now; to everybody else there is none."""
    seen = Case.objects.visible_to(user).filter(restricted=True)
    case = get_object_or_404(seen.select_related("organisation", "primary_type"), pk=pk)
    if not may_work(case, user):
        raise Http404
    return case


@access(Permission.CASE_RESTRICTED)
def limits(request, pk):
    """The words that come before all words of hers; her answer is written down whatever it is."""
    case = open_case_or_404(request.user, pk)
    form = LimitsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with on_record(case, "limits", by=request.user):
            actions.explain_limits(case, answer=form.cleaned_data["answer"], by=request.user)
        messages.success(request, _("Jawabannya dicatat."))
        return redirect("cases:case_detail", pk)
    context = {"form": form, "case": case, "script": LIMITS, "heard": not needs_limits(case)}
    return render(request, "cases/limits.html", context)


@access(Permission.CASE_RESTRICTED)
def account(request, pk):
    case = open_case_or_404(request.user, pk)
    if needs_limits(case):
        return redirect("cases:case_limits", pk)
    start = {"account": case.account, "version": case.version}
    form = bound_or_draft(AccountForm, request, initial=start)
    if request.method == "POST" and form.is_valid():
        save = lambda: actions.write_account(case, by=request.user, **form.cleaned_data)  # noqa: E731
        if save_edit(request, form, save):
            return redirect("cases:case_detail", pk)
    return render(request, "cases/story_form.html", {"form": form, "case": case, "part": "account"})


@access(Permission.CASE_RESTRICTED)
def report(request, pk):
    """The decision on a police report: for the worker and her supervisor, nobody else of the team."""
    case = open_case_or_404(request.user, pk)
    if not may_see_report(case, request.user):
        raise Http404
    form = bound_or_draft(ReportForm, request, case=case, user=request.user)
    if request.method == "POST" and form.is_valid():
        make = lambda: actions.decide_report(case, by=request.user, **form.cleaned_data)  # noqa: E731
        if save_once(request, form, make, model=ReportDecision):
            return redirect("cases:case_detail", pk)
    context = {"form": form, "case": case, **report_page(case, request.user)}
    return render(request, "cases/report_form.html", context)
