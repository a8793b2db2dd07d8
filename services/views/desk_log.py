"""The 90-second log: find or take in who came, and write down what was spoken, on one page."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft, save_once

from .. import actions
from ..forms import DeskLogForm
from ..lists import found_rows
from ..models import CounsellingSession, Migrant
from ..texts import RECORD
from .migrants import is_sure


@access(Permission.SESSION_CREATE)
def log(request, pk=None):
    """With `pk`: the next of a family, on the visit of that conversation."""
    first = _first_of_the_visit(request.user, pk) if pk else None
    midway = _is_search(request)
    form = bound_or_draft(
        DeskLogForm, request, midway=midway, user=request.user, together_with=first
    )
    if not form.is_bound:
        form.look(anew=midway)
    elif form.is_valid() and is_sure(form, request.user):
        session = save_once(
            request,
            form,
            lambda: actions.log_visit(by=request.user, **form.visit()),
            model=CounsellingSession,
        )
        if session:
            return _go_on(request, session)
    page = "services/log_who.html" if midway and request.htmx else "services/log_form.html"
    context = {"form": form, "found": found_rows(form.found), "first": first, "script": RECORD}
    context["may_ask_help"] = request.user.can(Permission.CASE_CREATE)
    return render(request, page, context)


def _first_of_the_visit(user, pk) -> CounsellingSession:
    seen = CounsellingSession.objects.visible_to(user).counted().select_related("migrant")
    session = get_object_or_404(seen.filter(mode="individual"), pk=pk)
    known = Migrant.objects.visible_to(user).filter(pk=session.migrant_id)
    if not known.exists():
        raise Http404
    return session


def _is_search(request) -> bool:
    """The button of the search; Enter too, as long as other words stand there than were looked for."""
    typed = request.POST
    pressed = typed.get("do")
    words = typed.get("q", "").strip()
    return pressed == "search" or (not pressed and bool(words) and words != typed.get("searched"))


def _go_on(request, session):
    """To the receipt; or at once to the next who waits, or the next of her family."""
    pressed = request.POST.get("do")
    if pressed not in ("again", "family"):
        return redirect("services:session_receipt", session.pk)
    messages.success(request, _("Tersimpan dengan nomor %(code)s.") % {"code": session.code})
    if pressed == "family" and session.migrant_id:
        return redirect("services:log_family", session.pk)
    return redirect("services:log")
