from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.drafts.forms import bound_or_draft, save_once

from .. import actions
from ..disclosure import may_work, needs_limits
from ..forms import NoteForm
from ..models import Case, CaseNote


@access(Permission.CASE_WORK)
def create(request, pk):
    case = _open_case(request.user, pk)
    form = bound_or_draft(NoteForm, request)
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"]
        make = lambda: actions.add_note(case, text=text, by=request.user)  # noqa: E731
        if save_once(request, form, make, model=CaseNote):
            return redirect("cases:case_detail", pk)
    return render(request, "cases/note_form.html", {"form": form, "case": case, "note": None})


@access(Permission.CASE_WORK)
def correct(request, pk):
    """A new version of a note; what it says now stands in the form."""
    note = get_object_or_404(CaseNote.objects.visible_to(request.user).current(), pk=pk)
    case = _open_case(request.user, note.case_id)
    form = bound_or_draft(NoteForm, request, initial={"text": note.text})
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"]
        make = lambda: actions.correct_note(note, text=text, by=request.user)  # noqa: E731
        if save_once(request, form, make, model=CaseNote):
            return redirect("cases:case_detail", case.pk)
    return render(request, "cases/note_form.html", {"form": form, "case": case, "note": note})


@access(Permission.CASE_SEE)
def versions(request, pk):
    """One note as it was written at first, and every correction of it."""
    note = get_object_or_404(CaseNote.objects.visible_to(request.user), pk=pk)
    record("view", note, by=request.user)
    rows = CaseNote.objects.visible_to(request.user).versions_of(note)
    return render(request, "cases/note_versions.html", {"case": note.case, "notes": rows})


def _open_case(user, pk) -> Case:
    case = get_object_or_404(Case.objects.visible_to(user), pk=pk)
    if not may_work(case, user) or needs_limits(case):
        raise Http404
    return case
