from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft, save_edit, save_once

from .. import actions
from ..forms import RelativeForm, TieForm
from ..models import Migrant, Relationship
from ..ties import may_edit_tie, names_of, ties_for
from .migrants import form_status, is_sure


@access(Permission.CLIENT_CREATE)
def create(request, pk):
    """Register a relative who speaks for this migrant."""
    migrant = get_object_or_404(Migrant.objects.visible_to(request.user), pk=pk)
    form = bound_or_draft(RelativeForm, request, user=request.user)
    if request.method == "POST" and form.is_valid() and is_sure(form, request.user):
        told = {"represents": migrant, "tie": form.tie(), **form.person()}
        row = save_once(
            request,
            form,
            lambda: actions.create_migrant(by=request.user, **told),
            model=Migrant,
        )
        if row:
            return redirect("services:migrant_detail", row.pk)
    context = {"form": form, "represents": migrant}
    return render(request, "services/migrant_form.html", context, status=form_status(form))


@access(Permission.CLIENT_EDIT)
def edit(request, pk):
    """How two clients are related, and the letter of authority."""
    tie = _tie_or_404(request.user, pk)
    form = bound_or_draft(TieForm, request, instance=tie)
    if request.method == "POST" and form.is_valid():
        told = dict(form.cleaned_data)
        version = told.pop("version") or 0
        if save_edit(
            request,
            form,
            lambda: actions.edit_relationship(tie, version=version, by=request.user, **told),
        ):
            return redirect("services:migrant_detail", tie.relative_id)
    names = names_of([tie.relative, tie.migrant], request.user)
    context = {
        "form": form,
        "tie": tie,
        "relative": names[tie.relative_id],
        "migrant": names[tie.migrant_id],
    }
    return render(request, "services/relationship_form.html", context, status=form_status(form))


def _tie_or_404(user, pk) -> Relationship:
    tie = get_object_or_404(ties_for(user), pk=pk)
    if not may_edit_tie(tie, user):
        raise Http404
    return tie
