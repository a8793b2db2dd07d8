"""Files of a case: seen by its team, handed out as files to save, each time on record."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.drafts.forms import bound_or_draft, save_edit, save_once

from .. import actions
from ..disclosure import may_open_files, may_work, needs_limits
from ..files_page import file_page
from ..forms import CaseFileForm, RemoveFileForm
from ..models import Case, CaseFile, ReferralFile


@access(Permission.CASE_WORK)
def create(request, pk):
    case = _open_case(request.user, pk)
    form = bound_or_draft(CaseFileForm, request, case=case, user=request.user)
    if request.method == "POST" and form.is_valid():
        make = lambda: actions.add_file(case, by=request.user, **form.verb_fields())  # noqa: E731
        if save_once(request, form, make, model=CaseFile):
            return redirect("cases:case_detail", pk)
    return render(request, "cases/file_form.html", {"form": form, "case": case, "file": None})


@access(Permission.CASE_SEE)
def detail(request, pk):
    file = _file_or_404(request.user, pk)
    record("view", file, by=request.user)
    return render(request, "cases/file_detail.html", file_page(file, request.user))


@access(Permission.CASE_SEE)
def content(request, pk):
    """The bytes, to save and never to run; the page of a file shows a photo of ours from here too."""
    file = _file_or_404(request.user, pk)
    return _handed_out(file, file.name, by=request.user)


@access(Permission.REFERRAL_SEE)
def attached(request, pk):
    """The bytes of one that travelled with a referral: for who sent it, and for its recipient while it is open to her."""
    seen = ReferralFile.objects.visible_to(request.user).select_related("referral__consent", "file")
    item = get_object_or_404(seen, pk=pk)
    if not may_open_files(item.referral, request.user):
        raise Http404
    return _handed_out(item.file, item.name, by=request.user)


def _handed_out(file: CaseFile, name: str, *, by) -> HttpResponse:
    record("view", file, fields=["content"], by=by)
    answer = HttpResponse(bytes(file.content.content), content_type=file.media_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cache-Control"] = "no-store, private"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    return answer


@access(Permission.CASE_WORK)
def replace(request, pk):
    """A new version in the place of this one, which stays readable."""
    file = _file_or_404(request.user, pk)
    case = _open_case(request.user, file.case_id)
    told = {"kind": file.kind, "note": file.note}
    form = bound_or_draft(CaseFileForm, request, case=case, user=request.user, initial=told)
    if request.method == "POST" and form.is_valid():
        make = lambda: actions.replace_file(file, by=request.user, **form.verb_fields())  # noqa: E731
        newer = save_once(request, form, make, model=CaseFile)
        if newer:
            return redirect("cases:file_detail", newer.pk)
    return render(request, "cases/file_form.html", {"form": form, "case": case, "file": file})


@access(Permission.CASE_WORK)
def remove(request, pk):
    """Off the list, with a reason; kept all the same. A second click finds it gone and goes back to the case."""
    file = get_object_or_404(CaseFile.objects.known_to(request.user), pk=pk)
    if file.removed_at:
        return redirect("cases:case_detail", file.case_id)
    case = _open_case(request.user, file.case_id)
    form = bound_or_draft(RemoveFileForm, request)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        do = lambda: actions.remove_file(file, reason=reason, by=request.user)  # noqa: E731
        if save_edit(request, form, do):
            return redirect("cases:case_detail", case.pk)
    return render(request, "cases/file_remove.html", {"form": form, "case": case, "file": file})


def _file_or_404(user, pk) -> CaseFile:
    return get_object_or_404(CaseFile.objects.visible_to(user).select_related("case", "by"), pk=pk)


def _open_case(user, pk) -> Case:
    case = get_object_or_404(Case.objects.visible_to(user), pk=pk)
    if not may_work(case, user) or needs_limits(case):
        raise Http404
    return case
