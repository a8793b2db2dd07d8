"""Psychosocial care: the counsellor's own pages, and her supervisor's."""

from django.shortcuts import get_object_or_404, redirect, render

from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.drafts.forms import bound_or_draft, save_edit, save_once
from ltsa.timeline.models import Event
from ltsa.timeline.rows import timeline_rows

from .. import actions
from ..courses import course_sessions, course_summary
from ..disclosure import show_client
from ..forms import CareTalkForm, CourseCloseForm, CourseForm
from ..models import CounsellingSession, Migrant, PsychosocialCourse
from .sessions import NEXT_STEP


def _course_or_404(request, pk, **more) -> PsychosocialCourse:
    seen = PsychosocialCourse.objects.visible_to(request.user).filter(**more)
    parts = ("migrant__village__parent__parent", "migrant__registered_by", "counsellor")
    return get_object_or_404(seen.select_related(*parts), pk=pk)


def _form_page(request, form, migrant, course, heading):
    client = show_client(migrant, request.user)
    context = {"form": form, "client": client, "course": course, "step": heading}
    return render(request, "services/course_form.html", context)


@access(Permission.PSYCHOSOCIAL_CARE)
def create(request, pk):
    migrant = get_object_or_404(Migrant.objects.visible_to(request.user).with_place(), pk=pk)
    form = bound_or_draft(CourseForm, request)
    if request.method == "POST" and form.is_valid():
        course = save_once(
            request,
            form,
            lambda: actions.open_course(migrant, by=request.user, **form.told()),
            model=PsychosocialCourse,
        )
        if course:
            return redirect("services:course_detail", course.pk)
    return _form_page(request, form, migrant, None, "open")


@access(Permission.PSYCHOSOCIAL_CARE)
def detail(request, pk):
    course = _course_or_404(request, pk)
    record("view", course, by=request.user)
    context = {
        "course": course,
        "client": show_client(course.migrant, request.user),
        "summary": course_summary(course),
        "sessions": course_sessions(course, request.user),
        "may_work": course.counsellor_id == request.user.pk and course.closed_at is None,
        "may_close": course.closed_at is None,
        "events": timeline_rows(Event.objects.about(course.pk)),
    }
    return render(request, "services/course_detail.html", context)


@access(Permission.PSYCHOSOCIAL_CARE)
def edit(request, pk):
    course = _course_or_404(request, pk, counsellor=request.user, closed_at=None)
    start = {name: getattr(course, name) for name in ("goals", "wellbeing_before", "version")}
    form = bound_or_draft(CourseForm, request, initial=start)
    if request.method == "POST" and form.is_valid():
        told = {"version": form.cleaned_data["version"] or 0, "by": request.user, **form.told()}
        if save_edit(request, form, lambda: actions.edit_course(course, **told)):
            return redirect("services:course_detail", pk)
    return _form_page(request, form, course.migrant, course, "edit")


@access(Permission.PSYCHOSOCIAL_CARE)
def log(request, pk):
    course = _course_or_404(request, pk, counsellor=request.user, closed_at=None)
    form = bound_or_draft(CareTalkForm, request, user=request.user)
    if request.method == "POST" and form.is_valid():
        session = save_once(
            request,
            form,
            lambda: actions.log_care(course, by=request.user, **form.cleaned_data),
            model=CounsellingSession,
        )
        if session and session.outcome in NEXT_STEP:
            return redirect(NEXT_STEP[session.outcome], session.migrant_id)
        if session:
            return redirect("services:course_detail", pk)
    return _form_page(request, form, course.migrant, course, "log")


@access(Permission.PSYCHOSOCIAL_CARE)
def close(request, pk):
    """The counsellor ends it; her supervisor may, when she is gone."""
    course = _course_or_404(request, pk, closed_at=None)
    form = bound_or_draft(CourseCloseForm, request, initial={"version": course.version})
    if request.method == "POST" and form.is_valid():
        told = {"version": form.cleaned_data["version"] or 0, "by": request.user, **form.told()}
        if save_edit(request, form, lambda: actions.close_course(course, **told)):
            return redirect("services:course_detail", pk)
    return _form_page(request, form, course.migrant, course, "close")
