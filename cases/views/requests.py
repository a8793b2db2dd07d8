"""What waits for a second person: joining a team by another's hand, lifting a lock (domain 4.1)."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access

from .. import actions
from ..models import AccessRequest
from ..team_page import request_rows
from .asking import do_or_tell

SHOWN = 100
RUN = {"allow": actions.allow_access, "refuse": actions.refuse_access}


@access(Permission.CASE_RESTRICTED, Permission.GLASS_ALLOW)
def index(request):
    """One's own requests, and those of the house or the district: codes alone."""
    seen = AccessRequest.objects.visible_to(request.user)[:SHOWN]
    return render(request, "cases/request_list.html", {"rows": request_rows(seen, request.user)})


@access(Permission.GLASS_ALLOW)
@require_POST
def decide(request, pk, verb):
    seen = AccessRequest.objects.visible_to(request.user).select_related("case")
    asked = get_object_or_404(seen, pk=pk)
    if verb not in RUN:
        raise Http404
    if do_or_tell(request, asked.case, verb, lambda: RUN[verb](asked, by=request.user)):
        messages.success(request, _("Keputusan dicatat."))
    return redirect("cases:request_list")
