from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.drafts.forms import bound_or_draft, save_once
from ltsa.versions import Stale

from .. import actions
from ..forms import GlassForm
from ..glass import glass_page, glass_rows
from ..models import BreakGlass
from ..refusals import on_record
from ..transitions import NotPossible, NotYours

SEE = (Permission.GLASS_ASK, Permission.GLASS_ALLOW)
SHOWN = 100
RUN = {"allow": actions.allow_glass, "refuse": actions.refuse_glass}


@access(*SEE)
def index(request):
    """One's own requests, those that wait for one's decision; all of them for the data protection officer."""
    seen = BreakGlass.objects.visible_to(request.user).select_related("asked_by", "decided_by")
    rows = glass_rows(seen[:SHOWN], request.user)
    may_ask = request.user.can(Permission.GLASS_ASK)
    return render(request, "cases/glass_list.html", {"rows": rows, "may_ask": may_ask})


@access(Permission.GLASS_ASK)
def ask(request):
    form = bound_or_draft(GlassForm, request)
    if request.method == "POST" and form.is_valid():
        make = lambda: actions.ask_glass(by=request.user, **form.cleaned_data)  # noqa: E731
        if save_once(request, form, make, model=BreakGlass):
            messages.success(request, _("Permintaan dicatat. Orang kedua sudah diberi tahu."))
            return redirect("cases:glass_list")
    return render(request, "cases/glass_form.html", {"form": form})


@access(Permission.GLASS_ALLOW)
@require_POST
def decide(request, pk, verb):
    glass = get_object_or_404(BreakGlass.objects.visible_to(request.user), pk=pk)
    if verb not in RUN:
        raise Http404
    try:
        with on_record(glass, verb, by=request.user):
            RUN[verb](glass, by=request.user)
    except NotYours:
        messages.warning(request, _("Permintaan ini bukan Anda yang memutuskan."))
    except (NotPossible, Stale):
        messages.warning(request, _("Permintaan ini sudah diputuskan."))
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
    return redirect("cases:glass_list")


@access(Permission.GLASS_ASK)
def read(request, pk):
    """The case, for whoever was allowed to read it, until the hour is over; every look is on record."""
    open_now = BreakGlass.objects.open_for(request.user)
    glass = get_object_or_404(open_now, pk=pk)
    record("view", glass.case, fields=["break_glass"], by=request.user)
    return render(request, "cases/glass_read.html", glass_page(glass, request.user))
