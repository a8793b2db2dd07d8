"""Partners: what they offer, whether they are confirmed, when they were last asked, under which agreement."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft, save_edit, save_once

from .. import actions
from ..entry_page import organisation_page
from ..forms import AgreementForm, OrganisationEditForm, OrganisationForm
from ..lists import due_page, organisation_rows
from ..models import Agreement, Organisation

manages_master_data = access(Permission.MASTER_DATA_MANAGE)
# Organisations, their places and letterheads: of a district, or of the nation.
manages_organisations = access(Permission.MASTER_DATA_MANAGE, Permission.NATION_MANAGE)
keeps_entry = access(
    Permission.MASTER_DATA_MANAGE, Permission.NATION_MANAGE, Permission.DIRECTORY_OWN
)


def organisation_or_404(request, pk) -> Organisation:
    return get_object_or_404(Organisation.objects.managed_by(request.user), pk=pk)


def kept_or_404(request, pk) -> Organisation:
    """One whose directory entry she keeps: of her district, or her own house."""
    return get_object_or_404(Organisation.objects.kept_by(request.user), pk=pk)


@manages_organisations
def index(request):
    kind = request.GET.get("jenis", "")
    seen = Organisation.objects.managed_by(request.user)
    context = organisation_rows(seen, kind)
    context["in_district"] = request.user.can(Permission.MASTER_DATA_MANAGE)
    return render(request, "organisations/organisation_list.html", context)


@manages_organisations
def due(request):
    """What nobody has checked for 90 days, and agreements that end."""
    return render(request, "organisations/organisation_due.html", due_page(request.user))


@manages_organisations
def create(request):
    form = bound_or_draft(OrganisationForm, request)
    if request.method == "POST" and form.is_valid():
        organisation = save_once(
            request,
            form,
            lambda: actions.create_organisation(by=request.user, **form.cleaned_data),
            model=Organisation,
        )
        if organisation:
            messages.success(request, _("Lembaga disimpan."))
            return redirect("organisations:detail", organisation.pk)
    context = {
        "form": form,
        "title": _("Lembaga baru"),
        "back_url": reverse("organisations:list"),
        "back_label": _("Lembaga"),
        "submit_label": _("Simpan lembaga"),
    }
    return render(request, "organisations/form.html", context)


@keeps_entry
def detail(request, pk):
    context = organisation_page(kept_or_404(request, pk), request.user)
    return render(request, "organisations/organisation_detail.html", context)


@manages_organisations
def change(request, pk):
    organisation = organisation_or_404(request, pk)
    form = bound_or_draft(OrganisationEditForm, request, instance=organisation)
    if request.method == "POST" and form.is_valid():
        saved = save_edit(
            request,
            form,
            lambda: actions.change_organisation(organisation, by=request.user, **form.cleaned_data),
            services=list(organisation.offers.values_list("code", flat=True)),
        )
        if saved:
            messages.success(request, _("Lembaga disimpan."))
            return redirect("organisations:detail", organisation.pk)
    context = form_page(organisation, form, _("Ubah lembaga"), _("Simpan lembaga"))
    return render(request, "organisations/form.html", context)


@keeps_entry
@require_POST
def verify(request, pk):
    """To say that the entry is true today: of its own house, or asked by the district."""
    actions.verify_organisation(kept_or_404(request, pk), by=request.user)
    messages.success(request, _("Dicatat: data lembaga ini benar hari ini."))
    if request.POST.get("back") == "due":
        return redirect("organisations:due")
    return redirect("organisations:detail", pk)


@manages_organisations
def end(request, pk):
    organisation = organisation_or_404(request, pk)
    error = ""
    if request.method == "POST":
        try:
            actions.end_organisation(organisation, by=request.user)
        except ValidationError as refused:
            error = refused.messages[0]
        else:
            messages.success(request, _("Kerja sama dengan lembaga ini diakhiri."))
            return redirect("organisations:detail", pk)
    context = {"organisation": organisation, "error": error}
    return render(request, "organisations/organisation_end.html", context)


@manages_organisations
@require_POST
def resume(request, pk):
    actions.resume_organisation(organisation_or_404(request, pk), by=request.user)
    messages.success(request, _("Lembaga ini aktif lagi."))
    return redirect("organisations:detail", pk)


@manages_organisations
def add_agreement(request, pk):
    organisation = organisation_or_404(request, pk)
    form = bound_or_draft(AgreementForm, request)
    if request.method == "POST" and form.is_valid():
        saved = save_edit(
            request,
            form,
            lambda: actions.add_agreement(organisation, by=request.user, **form.cleaned_data),
        )
        if saved:
            messages.success(request, _("Perjanjian disimpan."))
            return redirect("organisations:detail", pk)
    context = form_page(organisation, form, _("Perjanjian baru"), _("Simpan perjanjian"))
    return render(request, "organisations/form.html", context)


@manages_organisations
@require_POST
def end_agreement(request, pk):
    managed = Organisation.objects.managed_by(request.user)
    agreement = get_object_or_404(Agreement.objects.filter(organisation__in=managed), pk=pk)
    actions.end_agreement(agreement, by=request.user)
    messages.success(request, _("Perjanjian diakhiri."))
    return redirect("organisations:detail", agreement.organisation_id)


def form_page(organisation: Organisation, form, title: str, submit: str) -> dict:
    return {
        "form": form,
        "title": title,
        "lead": organisation.name,
        "back_url": reverse("organisations:detail", args=[organisation.pk]),
        "back_label": _("Kembali"),
        "submit_label": submit,
    }
