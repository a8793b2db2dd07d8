"""Meetings: counted or named, with whoever of them wants to be spoken to afterwards."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.drafts.forms import bound_or_draft, save_once

from .. import actions
from ..attendance import totals
from ..forms import AttendanceForm, AttendeeForm, ClientCodeForm, GroupSessionForm
from ..meetings import attendee_page
from ..models import Attendance, CounsellingSession


@access(Permission.SESSION_CREATE)
def create(request):
    form = bound_or_draft(GroupSessionForm, request, user=request.user)
    if request.method == "POST" and form.is_valid():
        session = save_once(
            request,
            form,
            lambda: actions.log_session(by=request.user, **form.cleaned_data),
            model=CounsellingSession,
        )
        if session:
            page = "attendance" if form.wants_names else "session_detail"
            return redirect(f"services:{page}", session.pk)
    return render(request, "services/session_group_form.html", {"form": form})


@access(Permission.SESSION_CREATE)
def attendance(request, pk):
    """A list of names: looked at first, saved when every line is understood."""
    session = _meeting_or_404(request, pk)
    form = bound_or_draft(AttendanceForm, request, user=request.user)
    ready = request.method == "POST" and form.is_valid() and form.is_ready
    if ready and _save(request, form, session):
        return redirect("services:session_detail", session.pk)
    context = {"form": form, "session": session, "totals": totals(form.lines)}
    return render(request, "services/attendance_form.html", context)


@access(Permission.SESSION_CREATE)
def add(request, pk):
    """One more person; the page stays, for the next one."""
    session = _meeting_or_404(request, pk)
    form = bound_or_draft(AttendeeForm, request, user=request.user)
    if request.method == "POST" and form.is_valid() and _save(request, form, session):
        return redirect("services:attendee_add", session.pk)
    context = {"form": form, "session": session, "count": session.attendances.count()}
    return render(request, "services/attendee_form.html", context)


def _save(request, form, session: CounsellingSession) -> bool:
    lines = form.cleaned_data.pop("lines")
    saved = save_once(
        request,
        form,
        lambda: actions.add_attendees(session, lines=lines, by=request.user),
        model=CounsellingSession,
    )
    if saved:
        words = ngettext("%(n)s peserta disimpan.", "%(n)s peserta disimpan.", len(lines))
        messages.success(request, words % {"n": len(lines)})
    return bool(saved)


@access(Permission.SESSION_CREATE)
def attendee(request, pk):
    """One person of a list: who she is to us, and that somebody spoke with her."""
    row = _attendee_or_404(request, pk)
    calls = request.method == "POST" and request.POST.get("do") == "phone"
    form = ClientCodeForm(None if calls else request.POST or None, user=request.user)
    if form.is_valid():
        migrant = form.cleaned_data["migrant"]
        actions.link_attendee(row, migrant=migrant, by=request.user)
        return redirect("services:attendee", row.pk)
    number = actions.reveal_attendee(row, by=request.user) if calls else ""
    record("view", row.session, fields=["attendances"], by=request.user)
    context = {"form": form, **attendee_page(row, request.user, number=number)}
    return render(request, "services/attendee_detail.html", context)


@access(Permission.SESSION_CREATE)
@require_POST
def finish(request, pk):
    actions.finish_lead(_attendee_or_404(request, pk), by=request.user)
    messages.success(request, _("Dicatat: sudah dihubungi."))
    return redirect("services:attendee", pk)


@access(Permission.SESSION_CREATE)
@require_POST
def remove(request, pk):
    session = actions.remove_attendee(_attendee_or_404(request, pk), by=request.user)
    messages.success(request, _("Satu baris dihapus dari daftar peserta."))
    return redirect("services:session_detail", session.pk)


def _meeting_or_404(request, pk) -> CounsellingSession:
    meetings = CounsellingSession.objects.visible_to(request.user).filter(mode="group")
    session = get_object_or_404(meetings, pk=pk)
    if not actions.may_correct(session, request.user):
        raise PermissionDenied
    return session


def _attendee_or_404(request, pk) -> Attendance:
    seen = CounsellingSession.objects.visible_to(request.user)
    rows = Attendance.objects.filter(session__in=seen).select_related("session", "migrant")
    row = get_object_or_404(rows.select_related("village__parent"), pk=pk)
    if not actions.may_correct(row.session, request.user):
        raise Http404
    return row
