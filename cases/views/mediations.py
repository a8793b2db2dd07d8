"""A mediation: asked for, seen as a whole, ended; and what is recommended when a promise was broken."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.drafts.forms import bound_or_draft

from .. import actions
from ..disclosure import may_work
from ..forms import MediationForm
from ..mediation_law import MediationBarred, in_words, mediation_bars
from ..mediation_page import advice_page, mediation_page
from ..models import Case, Mediation
from ..refusals import on_record
from .asking import do_or_tell, save_or_refuse


def mediation_or_404(request, pk) -> Mediation:
    seen = Mediation.objects.visible_to(request.user)
    parts = ("case__migrant", "case__organisation", "respondent__agency", "mediator")
    return get_object_or_404(seen.select_related(*parts), pk=pk)


def working_or_404(request, case: Case) -> Case:
    if not may_work(case, request.user):
        raise Http404
    return case


@access(Permission.CASE_WORK)
def create(request, pk):
    seen = Case.objects.visible_to(request.user).select_related("migrant", "agency")
    case = working_or_404(request, get_object_or_404(seen, pk=pk))
    if bars := mediation_bars(case):
        return _barred(request, case, bars)
    form = bound_or_draft(MediationForm, request, case=case)
    if request.method == "POST" and form.is_valid():
        make = lambda: actions.request_mediation(case, by=request.user, **form.told())  # noqa: E731
        row = save_or_refuse(request, form, case, "mediate", make, model=Mediation)
        if row:
            return redirect("cases:mediation_detail", row.pk)
    return render(request, "cases/mediation_form.html", {"form": form, "case": case})


def _barred(request, case: Case, bars):
    """Why not, and what else there is; who asks all the same is refused with the rule, on record."""
    if request.method == "POST":
        try:
            with on_record(case, "mediate", by=request.user):
                raise MediationBarred(bars)
        except MediationBarred:
            pass
    status = 422 if request.method == "POST" else 200
    context = {"case": case, "why": in_words(bars)}
    return render(request, "cases/mediation_barred.html", context, status=status)


@access(Permission.CASE_SEE)
def detail(request, pk):
    mediation = mediation_or_404(request, pk)
    record("view", mediation, by=request.user)
    return render(request, "cases/mediation_detail.html", mediation_page(mediation, request.user))


@access(Permission.CASE_WORK)
@require_POST
def end(request, pk, verb):
    """It failed, or it will not be held: one click."""
    if verb not in ("fail", "cancel"):
        raise Http404
    mediation = mediation_or_404(request, pk)
    act = lambda: actions.end_mediation(mediation, verb, by=request.user)  # noqa: E731
    do_or_tell(request, mediation.case, f"mediation.{verb}", act)
    return redirect("cases:mediation_detail", pk)


@access(Permission.CASE_SEE)
def advice(request, pk):
    """The recommendation to BP3MI after a broken promise, ready for a letter."""
    mediation = mediation_or_404(request, pk)
    if not mediation.advice:
        raise Http404
    record("view", mediation, fields=["advice"], by=request.user)
    return render(request, "cases/mediation_advice.html", advice_page(mediation))
