"""One tap, without details: a restricted case with a code of its own, and straight on to handing it over (walk c)."""

from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from services.models import Migrant

from .. import actions
from ..models import Case


@access(Permission.CASE_CREATE)
@require_POST
def create(request, pk):
    migrant = get_object_or_404(Migrant.objects.visible_to(request.user), pk=pk)
    case = actions.ask_special_help(migrant, by=request.user)
    if Case.objects.to_hand_over_by(request.user).filter(pk=case.pk).exists():
        return redirect("cases:case_hand_over", case.pk)
    return redirect("cases:case_detail", case.pk)
