from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.drafts.forms import bound_or_draft, save_edit, save_once

from .. import actions
from ..disclosure import may_edit
from ..forms import JourneyForm
from ..journeys import is_own, journey_page, may_edit_journey
from ..models import Journey, Migrant


@access(Permission.CLIENT_EDIT)
def create(request, pk):
    migrant = get_object_or_404(Migrant.objects.visible_to(request.user), pk=pk)
    if not may_edit(migrant, request.user):
        raise Http404
    form = bound_or_draft(JourneyForm, request, shows_own=True)
    if request.method == "POST" and form.is_valid():
        journey = save_once(
            request,
            form,
            lambda: actions.add_journey(migrant, by=request.user, **form.told()),
            model=Journey,
        )
        if journey:
            return redirect("services:migrant_detail", pk)
    context = {"form": form, "migrant": migrant, "journey": None}
    return render(request, "services/journey_form.html", context)


@access(Permission.CLIENT_SEE)
def detail(request, pk):
    seen = Journey.objects.visible_to(request.user).select_related("agency", "migrant")
    journey = get_object_or_404(seen, pk=pk)
    record("view", journey, by=request.user)
    return render(request, "services/journey_detail.html", journey_page(journey, request.user))


@access(Permission.CLIENT_EDIT)
def edit(request, pk):
    journey = _editable_or_404(request.user, pk)
    form = bound_or_draft(
        JourneyForm,
        request,
        instance=journey,
        initial={"version": journey.version},
        shows_own=is_own(journey, request.user),
    )
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"] or 0
        saved = save_edit(
            request,
            form,
            lambda: actions.edit_journey(journey, version=version, by=request.user, **form.told()),
        )
        if saved:
            return redirect("services:migrant_detail", journey.migrant_id)
    context = {"form": form, "migrant": journey.migrant, "journey": journey}
    return render(request, "services/journey_form.html", context)


def _editable_or_404(user, pk) -> Journey:
    seen = Journey.objects.visible_to(user).select_related("migrant", "agency")
    journey = get_object_or_404(seen, pk=pk)
    if not may_edit_journey(journey, user):
        raise Http404
    return journey
