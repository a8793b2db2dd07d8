"""Offices, desks, MRC corners, partners' offices and village posts."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa.drafts.forms import bound_or_draft, save_edit, save_once

from .. import actions
from ..forms import ServicePointEditForm, ServicePointForm
from ..lists import point_groups
from ..models import ServicePoint
from .organisations import manages_organisations, organisation_or_404


def point_or_404(request, pk) -> ServicePoint:
    seen = ServicePoint.objects.managed_by(request.user).select_related("organisation", "area")
    return get_object_or_404(seen, pk=pk)


@manages_organisations
def index(request):
    groups = point_groups(ServicePoint.objects.managed_by(request.user))
    home = request.user.posting.organisation
    return render(request, "organisations/point_list.html", {"groups": groups, "home": home})


@manages_organisations
def create(request, pk):
    """A new point of the organisation `pk`."""
    organisation = organisation_or_404(request, pk)
    form = bound_or_draft(ServicePointForm, request, organisation=organisation)
    if request.method == "POST" and form.is_valid():
        point = save_once(
            request,
            form,
            lambda: actions.create_service_point(
                organisation, by=request.user, **form.cleaned_data
            ),
            model=ServicePoint,
        )
        if point:
            messages.success(request, _("Titik layanan disimpan."))
            return redirect("organisations:detail", organisation.pk)
    context = _page(organisation, form, _("Titik layanan baru"))
    return render(request, "organisations/form.html", context)


@manages_organisations
def change(request, pk):
    point = point_or_404(request, pk)
    form = bound_or_draft(
        ServicePointEditForm, request, instance=point, organisation=point.organisation
    )
    if request.method == "POST" and form.is_valid():
        saved = save_edit(
            request,
            form,
            lambda: actions.change_service_point(point, by=request.user, **form.cleaned_data),
        )
        if saved:
            messages.success(request, _("Titik layanan disimpan."))
            return redirect("organisations:detail", point.organisation_id)
    context = _page(point.organisation, form, _("Ubah titik layanan"))
    return render(request, "organisations/form.html", context)


@manages_organisations
@require_POST
def verify(request, pk):
    point = actions.verify_service_point(point_or_404(request, pk), by=request.user)
    messages.success(request, _("Dicatat: data titik layanan ini benar hari ini."))
    if request.POST.get("back") == "due":
        return redirect("organisations:due")
    return redirect("organisations:detail", point.organisation_id)


@manages_organisations
@require_POST
def close(request, pk):
    point = actions.close_service_point(point_or_404(request, pk), by=request.user)
    messages.success(request, _("Titik layanan ditutup."))
    return redirect("organisations:detail", point.organisation_id)


@manages_organisations
@require_POST
def reopen(request, pk):
    point = actions.reopen_service_point(point_or_404(request, pk), by=request.user)
    messages.success(request, _("Titik layanan dibuka lagi."))
    return redirect("organisations:detail", point.organisation_id)


def _page(organisation, form, title: str) -> dict:
    return {
        "form": form,
        "title": title,
        "lead": organisation.name,
        "back_url": reverse("organisations:detail", args=[organisation.pk]),
        "back_label": _("Kembali"),
        "submit_label": _("Simpan titik layanan"),
    }
