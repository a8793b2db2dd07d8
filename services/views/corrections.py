"""A logged conversation put right, or taken out of the figures."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft, save_edit

from .. import actions
from ..forms import CorrectionForm, MeetingCorrectionForm, VoidForm
from ..models import CounsellingSession
from .migrants import form_status

FORMS = {"individual": CorrectionForm, "group": MeetingCorrectionForm}


@access(Permission.SESSION_CREATE)
def correct(request, pk):
    session = _session_or_404(request.user, pk)
    form = bound_or_draft(FORMS[session.mode], request, user=request.user, instance=session)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        if save_edit(
            request, form, lambda: actions.correct_session(session, by=request.user, **told)
        ):
            return redirect("services:session_detail", session.pk)
    context = {"form": form, "session": session}
    return render(request, "services/session_correct.html", context, status=form_status(form))


@access(Permission.SESSION_CREATE)
def void(request, pk):
    session = _session_or_404(request.user, pk)
    form = bound_or_draft(
        VoidForm, request, path=request.path, initial={"version": session.version}
    )
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        if save_edit(request, form, lambda: actions.void_session(session, by=request.user, **told)):
            return redirect("services:session_detail", session.pk)
    context = {"form": form, "session": session}
    return render(request, "services/session_void.html", context, status=form_status(form))


def _session_or_404(user, pk) -> CounsellingSession:
    session = get_object_or_404(CounsellingSession.objects.visible_to(user), pk=pk)
    if not actions.may_correct(session, user):
        raise Http404
    return session
