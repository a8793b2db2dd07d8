"""What a client takes home: a number and nothing else; and the one question at the door."""

from django.core.cache import cache
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ltsa.access import Permission, access

from .. import actions
from ..codes import ExitScore
from ..models import CounsellingSession

ASKED_ONCE_IN = 24 * 3600  # seconds
# Where an outcome leads on to, for a client who is on record.
NEXT_STEPS = {
    "open_case": (_("Buka kasus"), "cases:case_create"),
    "refer": (_("Buka kasus untuk dirujuk"), "cases:case_create"),
    "follow_up": (_("Buat janji temu"), "services:appointment_create"),
}


@access(Permission.SESSION_CREATE)
def receipt(request, pk):
    session = _session_or_404(request.user, pk)
    context = {
        "session": session,
        "office": _named_office(session),
        "scores": ExitScore.choices,
        "answered": cache.get(_asked(session)) is not None,
        "next_step": _next_step(session),
    }
    return render(request, "services/session_receipt.html", context)


@access(Permission.SESSION_CREATE)
def answer(request, pk):
    """POST: her answer, once. That a receipt was answered is known for a day; which answer was hers, never."""
    session = _session_or_404(request.user, pk)
    score = request.POST.get("score", "")
    known = score in map(str, ExitScore.values)
    if request.method == "POST" and known and cache.add(_asked(session), True, ASKED_ONCE_IN):
        actions.answer_exit(score=int(score), by=request.user)
    return redirect("services:session_receipt", session.pk)


def _session_or_404(user, pk) -> CounsellingSession:
    seen = CounsellingSession.objects.visible_to(user).counted()
    return get_object_or_404(seen.select_related("organisation", "service_point"), pk=pk)


def _named_office(session) -> str:
    """The office of the state; that she was at a women's centre or a union stands on no paper she carries home."""
    if not session.organisation.runs_desks:
        return ""
    return str(session.service_point or session.organisation)


def _asked(session) -> str:
    return f"exit-asked:{session.pk}"


def _next_step(session) -> dict | None:
    if session.migrant_id is None or session.outcome not in NEXT_STEPS:
        return None
    label, url_name = NEXT_STEPS[session.outcome]
    return {"label": label, "url": reverse(url_name, args=[session.migrant_id])}
