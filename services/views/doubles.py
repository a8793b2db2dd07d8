from django.shortcuts import render
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.reading import note_rows

from .. import actions
from ..actions.elsewhere import TooMany
from ..doubles import candidates
from ..forms import ElsewhereForm, SoFar
from ..models import Migrant


@require_POST
@access(Permission.CLIENT_CREATE)
def similar(request):
    """A piece of the intake's page: who may already be registered, from what was typed so far."""
    told = SoFar(request.POST).told()
    known = told.pop("except_for", None)
    exclude = Migrant(pk=known) if known else None
    doubles = candidates(told, user=request.user, exclude=exclude)
    note_rows(len(doubles))
    context = {"doubles": doubles, "action": "services/_double_use.html"}
    return render(request, "services/_doubles.html", context)


@access(Permission.CLIENT_SEARCH_DISTRICT)
def elsewhere(request):
    """Is she known where I may not look? One sentence for yes, one for no, and so many questions an hour."""
    form = ElsewhereForm(request.POST if request.method == "POST" else None, user=request.user)
    context = {"form": form, "asked": False, "known": False, "until": None}
    if request.method == "POST" and form.is_valid():
        try:
            context["known"] = actions.ask_elsewhere(form.asked(), by=request.user)
            context["asked"] = True
        except TooMany as refused:
            context["until"] = refused.until
    status = 429 if context["until"] else 200
    return render(request, "services/elsewhere.html", context, status=status)
