"""The case types of a district beside the nation's, under /kelola/."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft, save_edit

from .. import actions
from ..case_type_list import own_rows, shared_rows
from ..forms import CaseTypeForm
from ..forms.types import words_of
from ..models import CaseType

manages_master_data = access(Permission.MASTER_DATA_MANAGE)


@manages_master_data
def index(request):
    context = {"own": own_rows(request.user), "shared": shared_rows()}
    return render(request, "cases/case_type_list.html", context)


@manages_master_data
def create(request):
    form = bound_or_draft(CaseTypeForm, request)
    if request.method == "POST" and form.is_valid():
        make = lambda: actions.add_case_type(by=request.user, **form.told())  # noqa: E731
        if save_edit(request, form, make):
            messages.success(request, _("Jenis kasus disimpan."))
            return redirect("cases:case_type_list")
    return render(request, "organisations/form.html", _page(form, _("Jenis kasus baru"), ""))


@manages_master_data
def edit(request, code):
    """One of her own district; the nation's are fixed, and an ended one stays as it was."""
    row = _own_or_404(request, code)
    if row.ended_on:
        raise Http404
    form = bound_or_draft(CaseTypeForm, request, initial=words_of(row))
    if request.method == "POST" and form.is_valid():
        told = form.told() | {"version": form.cleaned_data["version"] or 0}
        save = lambda: actions.change_case_type(row, by=request.user, **told)  # noqa: E731
        if save_edit(request, form, save):
            messages.success(request, _("Jenis kasus disimpan."))
            return redirect("cases:case_type_list")
    return render(request, "organisations/form.html", _page(form, _("Ubah jenis kasus"), row.code))


@manages_master_data
@require_POST
def end(request, code):
    actions.end_case_type(_own_or_404(request, code), by=request.user)
    messages.success(request, _("Jenis ini tidak ditawarkan lagi. Kasus lama tetap memakainya."))
    return redirect("cases:case_type_list")


def _own_or_404(request, code) -> CaseType:
    return get_object_or_404(CaseType.objects.managed_by(request.user), pk=code)


def _page(form, title: str, lead: str) -> dict:
    return {
        "form": form,
        "title": title,
        "lead": lead,
        "back_url": reverse("cases:case_type_list"),
        "back_label": _("Jenis kasus"),
        "submit_label": _("Simpan jenis"),
    }
