"""The register of agencies: looked up by everybody who serves, kept by whoever keeps the master data."""

from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft, save_edit, save_once, show_errors
from ltsa.sheets import read_sheet

from .. import actions
from ..actions.agency_list import MAX_COLUMNS, MAX_ROWS
from ..forms import AgencyEditForm, AgencyForm, AgencyImportForm
from ..models import Agency
from ..register import agency_page, import_page, register_page
from .organisations import manages_master_data

SALT = "agency-list"
LASTS = 3600  # seconds between looking through and saving

may_look_up = access(Permission.CLIENT_SEE, Permission.MASTER_DATA_MANAGE)


@may_look_up
def index(request):
    q = " ".join(request.GET.get("q", "").replace("\0", "").split())[:100]
    return render(request, "organisations/agency_list.html", register_page(q, request.user))


@may_look_up
def detail(request, pk):
    agency = get_object_or_404(Agency, pk=pk)
    return render(request, "organisations/agency_detail.html", agency_page(agency, request.user))


@manages_master_data
def create(request):
    form = bound_or_draft(AgencyForm, request)
    if request.method == "POST" and form.is_valid():
        agency = save_once(
            request,
            form,
            lambda: actions.create_agency(by=request.user, **form.cleaned_data),
            model=Agency,
        )
        if agency:
            messages.success(request, _("Perusahaan disimpan di daftar."))
            return redirect("agency_detail", agency.pk)
    context = _page(form, _("Perusahaan baru"), reverse("agency_list"))
    return render(request, "organisations/form.html", context)


@manages_master_data
def change(request, pk):
    agency = get_object_or_404(Agency, pk=pk)
    form = bound_or_draft(AgencyEditForm, request, instance=agency)
    if request.method == "POST" and form.is_valid():
        saved = save_edit(
            request,
            form,
            lambda: actions.change_agency(agency, by=request.user, **form.cleaned_data),
        )
        if saved:
            messages.success(request, _("Perusahaan disimpan di daftar."))
            return redirect("agency_detail", pk)
    context = _page(form, _("Ubah data perusahaan"), reverse("agency_detail", args=[pk]))
    return render(request, "organisations/form.html", context)


@manages_master_data
@require_POST
def check(request, pk):
    actions.check_agency(get_object_or_404(Agency, pk=pk), by=request.user)
    messages.success(request, _("Dicatat: data perusahaan ini benar hari ini."))
    return redirect("agency_detail", pk)


@manages_master_data
def look_through(request):
    """Upload a list and see what it would do; nothing is written."""
    form = AgencyImportForm(request.POST or None, request.FILES or None)
    context = {"form": form, "looked": None, "body": "", "notes": []}
    if request.method == "POST" and form.is_valid():
        try:
            sheet = read_sheet(
                form.cleaned_data["file"], max_rows=MAX_ROWS, max_columns=MAX_COLUMNS
            )
            entries = actions.look_through(sheet)
        except ValidationError as error:
            show_errors(form, ValidationError({"file": error.messages}))
        else:
            context |= {"looked": import_page(entries), "notes": sheet.notes}
            context["body"] = _sealed(entries, form.cleaned_data["source"])
    return render(request, "organisations/agency_import.html", context)


@manages_master_data
@require_POST
def save_list(request):
    """Write the list that was looked through."""
    try:
        told, source = signing.loads(
            request.POST.get("body", "").replace("\0", ""), salt=SALT, max_age=LASTS
        )
    except signing.BadSignature:
        messages.error(request, _("Daftar ini sudah kedaluwarsa. Unggah sekali lagi."))
        return redirect("organisations:agency_import")
    entries = actions.import_agencies(told, source=source, by=request.user)
    count = sum(not entry.error for entry in entries)
    said = ngettext("%(n)d perusahaan disimpan.", "%(n)d perusahaan disimpan.", count)
    messages.success(request, said % {"n": count})
    return redirect("agency_list")


def _sealed(entries, source: str) -> str:
    told = [(entry.number, entry.told) for entry in entries if not entry.error]
    return signing.dumps([told, source], salt=SALT, compress=True)


def _page(form, title: str, back_url: str) -> dict:
    return {
        "form": form,
        "title": title,
        "back_url": back_url,
        "back_label": _("Daftar P3MI"),
        "submit_label": _("Simpan perusahaan"),
    }
