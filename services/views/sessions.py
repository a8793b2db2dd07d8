from django.shortcuts import get_object_or_404, redirect, render

from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.drafts.forms import bound_or_draft, save_once
from ltsa.keyset import page_of
from ltsa.timeline.models import Event
from ltsa.timeline.rows import timeline_rows

from .. import actions
from ..disclosure import show_client
from ..forms import TalkForm
from ..lists import session_rows, session_summary, void_rows
from ..meetings import meeting
from ..models import CounsellingSession, Migrant

NEXT_STEP = {"open_case": "cases:case_create", "refer": "cases:case_create"}


@access(Permission.SESSION_SEE)
def index(request):
    seen = CounsellingSession.objects.visible_to(request.user).select_related("migrant")
    page = page_of(seen, request, order=("-started_at", "-id"))
    rows = session_rows(page.rows, request.user)
    may_log = request.user.can(Permission.SESSION_CREATE)
    context = {"rows": rows, "page": page, "may_log": may_log}
    return render(request, "services/session_list.html", context)


@access(Permission.SESSION_CREATE)
def create(request, pk):
    """Log a conversation with one client; an outcome that asks for a case leads on to it."""
    migrant = get_object_or_404(Migrant.objects.visible_to(request.user).with_place(), pk=pk)
    form = bound_or_draft(TalkForm, request, user=request.user)
    if request.method == "POST" and form.is_valid():
        session = save_once(
            request,
            form,
            lambda: actions.log_session(migrant=migrant, by=request.user, **form.cleaned_data),
            model=CounsellingSession,
        )
        if session:
            return redirect(NEXT_STEP.get(session.outcome, "services:migrant_detail"), migrant.pk)
    client = show_client(migrant, request.user)
    return render(request, "services/session_form.html", {"form": form, "client": client})


@access(Permission.SESSION_SEE)
def detail(request, pk):
    seen = CounsellingSession.objects.visible_to(request.user)
    session = get_object_or_404(
        seen.select_related("migrant__village__parent__parent", "migrant__registered_by", "by")
        .select_related("voided_by", "organisation", "service_point")
        .prefetch_related("counts"),
        pk=pk,
    )
    record("view", session, by=request.user)
    context = {
        "session": session,
        "client": show_client(session.migrant, request.user) if session.migrant else None,
        "summary": session_summary(session),
        "void": void_rows(session),
        "meeting": meeting(session, request.user),
        "may_correct": actions.may_correct(session, request.user),
        "may_finish": _owes(session, request.user),
        "events": timeline_rows(Event.objects.about(session.pk)),
    }
    return render(request, "services/session_detail.html", context)


def _owes(session, user) -> bool:
    promised = session.follow_up_on is not None and session.voided_at is None
    return promised and session.by_id == user.pk


@access(Permission.SESSION_CREATE)
def finish(request, pk):
    """POST: the promised follow-up was done."""
    session = get_object_or_404(CounsellingSession.objects.visible_to(request.user), pk=pk)
    if request.method == "POST":
        actions.finish_follow_up(session, version=session.version, by=request.user)
    return redirect("services:session_detail", session.pk)
