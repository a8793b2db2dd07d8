from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.drafts.forms import bound_or_draft, save_edit, save_once
from ltsa.timeline.models import Event
from ltsa.timeline.rows import timeline_rows

from .. import actions
from ..calendar import TONES, appointment_summary, clashes_with, reminder_for
from ..codes import AppointmentState
from ..disclosure import show_client
from ..forms import AppointmentForm, TalkForm
from ..models import Appointment, CounsellingSession, Migrant
from ..reminders import can_be_reminded, open_chat
from ..transitions import APPOINTMENTS, NotPossible, check, possible
from .sessions import NEXT_STEP


def _appointment_or_404(request, pk) -> Appointment:
    seen = Appointment.objects.visible_to(request.user)
    parts = ("migrant__village__parent__parent", "migrant__registered_by", "by")
    return get_object_or_404(
        seen.select_related(*parts, "organisation", "service_point", "session"), pk=pk
    )


def _over(request, appointment):
    text = _("Belum dilakukan: janji ini sudah berubah. Status sekarang: %(state)s.")
    appointment.refresh_from_db(fields=["state"])
    messages.warning(request, text % {"state": appointment.get_state_display()})
    return redirect("services:appointment_detail", appointment.pk)


@access(Permission.SESSION_CREATE)
def create(request, pk):
    migrant = get_object_or_404(Migrant.objects.visible_to(request.user).with_place(), pk=pk)
    may_remind = can_be_reminded(migrant, request.user)
    form = bound_or_draft(AppointmentForm, request, may_remind=may_remind)
    if request.method == "POST" and form.is_valid():
        appointment = save_once(
            request,
            form,
            lambda: actions.plan_appointment(migrant, by=request.user, **form.told()),
            model=Appointment,
        )
        if appointment:
            return redirect("services:appointment_detail", appointment.pk)
    context = {
        "form": form,
        "client": show_client(migrant, request.user),
        "back": None,
        "may_remind": may_remind,
    }
    return render(request, "services/appointment_form.html", context)


@access(Permission.SESSION_SEE)
def detail(request, pk):
    appointment = _appointment_or_404(request, pk)
    record("view", appointment, by=request.user)
    context = {
        "appointment": appointment,
        "client": show_client(appointment.migrant, request.user),
        "summary": appointment_summary(appointment),
        "tone": TONES[appointment.state],
        "clashes": clashes_with(appointment, request.user),
        "reminder": reminder_for(appointment, request.user),
        **_verbs(appointment, request.user),
        "session": CounsellingSession.objects.visible_to(request.user)
        .filter(pk=appointment.session_id)
        .first(),
        "events": timeline_rows(Event.objects.about(appointment.pk)),
    }
    return render(request, "services/appointment_detail.html", context)


def _verbs(appointment, user) -> dict:
    """What this person may do now: {verb: its line}, those that end it, and whether a next step is missing."""
    may = user.can(Permission.SESSION_CREATE)
    found = {line.verb: line for line in possible(appointment, APPOINTMENTS)} if may else {}
    if appointment.session_id:
        found.pop("log", None)
    if appointment.at > timezone.now():
        found.pop("miss", None)
    closing = [found[verb] for verb in actions.ENDINGS if verb in found]
    missed = may and appointment.state == AppointmentState.MISSED
    return {"verbs": found, "closing": closing, "missed": missed}


@access(Permission.SESSION_CREATE)
def edit(request, pk):
    appointment = _appointment_or_404(request, pk)
    may_remind = can_be_reminded(appointment.migrant, request.user)
    start = {"instance": appointment, "initial": {"version": appointment.version}}
    form = bound_or_draft(AppointmentForm, request, may_remind=may_remind, **start)
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"] or 0
        told = {"version": version, "by": request.user, **form.told()}
        try:
            if save_edit(request, form, lambda: actions.move_appointment(appointment, **told)):
                return redirect("services:appointment_detail", pk)
        except NotPossible:
            return _over(request, appointment)
    client = show_client(appointment.migrant, request.user)
    context = {"form": form, "client": client, "back": appointment, "may_remind": may_remind}
    return render(request, "services/appointment_form.html", context)


@access(Permission.SESSION_CREATE)
def log(request, pk):
    """Log the conversation it was made for: it is kept by that, and leads to it."""
    appointment = _appointment_or_404(request, pk)
    start = {"channel": appointment.channel}
    form = bound_or_draft(TalkForm, request, user=request.user, initial=start)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            session = save_once(
                request,
                form,
                lambda: actions.log_appointment(appointment, by=request.user, **told),
                model=CounsellingSession,
            )
        except NotPossible:
            return _over(request, appointment)
        if session:
            return redirect(*_after(session))
    client = show_client(appointment.migrant, request.user)
    return render(request, "services/session_form.html", {"form": form, "client": client})


def _after(session) -> tuple:
    """Where an outcome leads on to; else to what was written down."""
    if session.outcome in NEXT_STEP:
        return NEXT_STEP[session.outcome], session.migrant_id
    return "services:session_detail", session.pk


@access(Permission.SESSION_CREATE)
def remind(request, pk):
    """Opens a chat with the neutral words; nothing opens for a woman who must not be reminded."""
    appointment = _appointment_or_404(request, pk)
    try:
        check(appointment, APPOINTMENTS, "cancel")  # reminded is whoever can still come
    except NotPossible:
        return _over(request, appointment)
    if not reminder_for(appointment, request.user):
        raise Http404
    return redirect(open_chat(appointment, by=request.user))


@access(Permission.SESSION_CREATE)
@require_POST
def move(request, pk, verb):
    appointment = _appointment_or_404(request, pk)
    try:
        actions.end_appointment(appointment, verb, by=request.user)
    except KeyError as error:
        raise Http404 from error
    except NotPossible:
        return _over(request, appointment)
    return redirect("services:appointment_detail", pk)
