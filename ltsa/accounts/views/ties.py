"""Who is tied to an agency (P3MI): the list, one more, and ending one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa.drafts.forms import bound_or_draft, save_once
from ltsa.keyset import page_of

from ..forms import TieForm
from ..models import AgencyTie
from ..ties import add_tie, end_tie, tie_rows
from .people import manages_people


@manages_people
def index(request):
    ties = AgencyTie.objects.visible_to(request.user).filter(ended_at=None)
    ties = ties.select_related("agency", "user", "organisation")
    page = page_of(ties, request, order=("-added_at", "-id"))
    context = {"rows": tie_rows(page.rows, by=request.user), "page": page}
    return render(request, "accounts/tie_list.html", context)


@manages_people
def add(request):
    form = bound_or_draft(TieForm, request, by=request.user)
    if request.method == "POST" and form.is_valid():
        make = lambda: add_tie(by=request.user, **form.cleaned_data)  # noqa: E731
        if save_once(request, form, make, model=AgencyTie):
            messages.success(request, _("Keterkaitan dicatat."))
            return redirect("people:tie_list")
    return render(request, "accounts/tie_form.html", {"form": form})


@manages_people
@require_POST
def end(request, pk):
    """Her own, and for a supervisor her house's, she does not find here."""
    seen = AgencyTie.objects.visible_to(request.user).select_related("user", "organisation")
    tie = get_object_or_404(seen, pk=pk)
    try:
        end_tie(tie, by=request.user)
    except PermissionDenied as error:
        raise Http404 from error
    messages.success(request, _("Keterkaitan diakhiri."))
    return redirect("people:tie_list")
