"""The queue of the desks today: who waits, who is served, how long it took."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft, save_once

from .. import actions
from ..forms import ClientCodeForm, NumberForm
from ..models import DeskVisit, Migrant
from ..queue import day_of, queue_page, visit_line, what_is_missing
from ..transitions import NotPossible

VERBS = {
    "panggil": actions.call_visitor,
    "selesai": actions.finish_visit,
    "pergi": actions.leave_queue,
}


@access(Permission.DESK_SERVE)
def index(request):
    context = queue_page(request.user, day_of(request.GET.get("hari", "")))
    if not context["has_desks"]:
        context |= what_is_missing(request.user)
    return render(request, "services/queue.html", context)


@access(Permission.DESK_SERVE)
def take(request, pk=None):
    """A new number; with `pk`, for that client."""
    seen = Migrant.objects.identified_for(request.user)
    migrant = get_object_or_404(seen, pk=pk) if pk else None
    form = bound_or_draft(NumberForm, request, user=request.user)
    if request.method == "POST" and form.is_valid():
        visit = save_once(
            request,
            form,
            lambda: actions.take_number(migrant=migrant, by=request.user, **form.cleaned_data),
            model=DeskVisit,
        )
        if visit:
            return redirect("services:visit_detail", visit.pk)
    context = {"form": form, "client": migrant}
    return render(request, "services/queue_take.html", context)


@access(Permission.DESK_SERVE)
def detail(request, pk):
    """One number: what can be done with it, and whose it is."""
    return _show(request, _visit_or_404(request, pk))


@access(Permission.DESK_SERVE)
@require_POST
def act(request, pk, verb):
    if verb not in VERBS:
        raise Http404
    visit = _visit_or_404(request, pk)
    try:
        VERBS[verb](visit, by=request.user)
    except NotPossible:
        messages.warning(request, _("Nomor ini sudah ditangani rekan lain."))
    return redirect("services:visit_detail", visit.pk)


@access(Permission.DESK_SERVE)
@require_POST
def name(request, pk):
    """Say which client has this number."""
    visit = _visit_or_404(request, pk)
    form = ClientCodeForm(request.POST, user=request.user)
    if form.is_valid():
        actions.name_visitor(visit, migrant=form.cleaned_data["migrant"], by=request.user)
        return redirect("services:visit_detail", visit.pk)
    return _show(request, visit, form)


def _visit_or_404(request, pk) -> DeskVisit:
    rows = DeskVisit.objects.visible_to(request.user)
    return get_object_or_404(rows.select_related("standard__desk", "migrant"), pk=pk)


def _show(request, visit: DeskVisit, form=None):
    context = {
        "line": visit_line(visit, request.user),
        "form": form or ClientCodeForm(user=request.user),
    }
    return render(request, "services/queue_visit.html", context)
