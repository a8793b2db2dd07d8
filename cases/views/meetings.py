"""The way of a mediation: invitations that reached the respondent, and meetings that took place."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft
from ltsa.letters.models import Letter
from ltsa.letters.serving import pdf_response

from .. import actions
from ..forms import DeliveryForm, HearingForm, InvitationForm, SignedForm
from ..mediation_law import in_words, mediation_bars
from ..models import Hearing, Invitation
from .asking import save_or_refuse
from .mediations import mediation_or_404, working_or_404


@access(Permission.CASE_WORK)
def invite(request, pk):
    return _step(request, pk, "invite", InvitationForm, actions.invite, Invitation)


@access(Permission.CASE_WORK)
def hear(request, pk):
    return _step(request, pk, "hear", HearingForm, actions.hold_hearing, Hearing)


def _step(request, pk, verb: str, form_class, act, model):
    """A form that takes the mediation one step on; the law is asked at every one."""
    mediation = mediation_or_404(request, pk)
    case = working_or_404(request, mediation.case)
    form = bound_or_draft(form_class, request, mediation=mediation)
    if request.method == "POST" and form.is_valid():
        told = form.told() if hasattr(form, "told") else form.cleaned_data
        make = lambda: act(mediation, by=request.user, **told)  # noqa: E731
        if save_or_refuse(request, form, case, verb, make, model=model):
            return redirect("cases:mediation_detail", pk)
    bars = mediation_bars(case)
    context = {"form": form, "mediation": mediation, "step": verb}
    context["why"] = in_words(bars) if bars else ""
    return render(request, "cases/mediation_step.html", context)


@access(Permission.CASE_WORK)
def deliver(request, pk):
    row = _part_or_404(request, Invitation, pk)
    return _about(request, row, "deliver", DeliveryForm, actions.prove_delivery)


@access(Permission.CASE_WORK)
def sign(request, pk):
    row = _part_or_404(request, Hearing, pk)
    return _about(request, row, "sign", SignedForm, actions.sign_minutes)


def _part_or_404(request, model, pk):
    row = _seen_or_404(request, model, pk)
    working_or_404(request, row.mediation.case)
    return row


def _seen_or_404(request, model, pk):
    seen = model.objects.visible_to(request.user)
    return get_object_or_404(seen.select_related("mediation__case__migrant"), pk=pk)


@access(Permission.CASE_SEE)
def letter(request, pk):
    """The invitation as it was printed."""
    row = _seen_or_404(request, Invitation, pk)
    return _pdf(request, row, pk=row.letter)


@access(Permission.CASE_SEE)
def minutes(request, pk):
    row = _seen_or_404(request, Hearing, pk)
    return _pdf(request, row, pk=row.minutes)


@access(Permission.CASE_SEE)
def settlement(request, pk):
    """The deed that was printed with the minutes of an agreement."""
    row = _seen_or_404(request, Hearing, pk)
    return _pdf(request, row, kind="settlement", made_at__gte=row.at)


def _pdf(request, row, **wanted):
    found = Letter.objects.about(row.mediation.case_id).filter(**wanted).order_by("made_at").first()
    if found is None:
        raise Http404
    return pdf_response(found, by=request.user)


def _about(request, row, verb: str, form_class, act):
    """What became of an invitation or of the minutes, onto the version that the form was shown with."""
    start = {name: getattr(row, name) for name in form_class.base_fields if name != "proof"}
    form = bound_or_draft(form_class, request, initial=start)
    if request.method == "POST" and form.is_valid():
        make = lambda: act(row, by=request.user, **form.cleaned_data)  # noqa: E731
        if save_or_refuse(request, form, row.mediation.case, verb, make, model=type(row)):
            return redirect("cases:mediation_detail", row.mediation_id)
    context = {"form": form, "mediation": row.mediation, "step": verb, "why": ""}
    return render(request, "cases/mediation_step.html", context)
