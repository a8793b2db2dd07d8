"""What each desk promises, under /kelola/; and the same for everybody, under /direktori/standar/."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from ltsa.access import PUBLIC, access
from ltsa.drafts.forms import bound_or_draft, save_edit, save_once

from .. import actions
from ..directory import DistrictForm, own_district, served_districts
from ..forms import StandardEditForm, StandardForm
from ..lists import standard_groups
from ..models import ServicePoint, ServiceStandard
from .organisations import manages_master_data


@manages_master_data
def index(request):
    """Every desk of the district with what it promises; a desk without a standard says so."""
    desks = ServicePoint.objects.managed_by(request.user).current().exclude(desk="")
    standards = ServiceStandard.objects.managed_by(request.user).current()
    groups = standard_groups(desks.order_by("desk"), standards)
    context = {"groups": groups, "is_bare": any(not group["rows"] for group in groups)}
    return render(request, "organisations/standard_list.html", context)


@manages_master_data
@require_POST
def take_usual(request):
    """Desks that promise nothing yet begin with the usual; each line can be changed or ended afterwards."""
    desks = ServicePoint.objects.managed_by(request.user).current().exclude(desk="")
    written = actions.take_usual_standards(desks.order_by("desk"), by=request.user)
    text = ngettext("%(n)s layanan ditulis.", "%(n)s layanan ditulis.", written)
    messages.success(request, text % {"n": written} + " " + _("Periksa waktu dan biayanya."))
    return redirect("organisations:standard_list")


@access(PUBLIC)
def published(request):
    """Maklumat pelayanan: what the desks of a district promise."""
    districts = list(served_districts())
    form = DistrictForm(request.GET or None, districts=districts)
    asked = form.cleaned_data if form.is_valid() else {}
    code = asked.get("kabupaten") or own_district(request.user)
    form.initial = {"kabupaten": code}
    desks = ServicePoint.objects.current().in_district(code).exclude(desk="").order_by("desk")
    groups = standard_groups(desks, ServiceStandard.objects.current().in_district(code))
    district = next((area for area in districts if area.code == code), None)
    context = {"form": form, "district": district, "groups": [g for g in groups if g["rows"]]}
    return render(request, "organisations/standard_published.html", context)


@manages_master_data
def create(request, pk):
    """A new service of the desk `pk`."""
    desk = _desk_or_404(request, pk)
    form = bound_or_draft(StandardForm, request)
    if request.method == "POST" and form.is_valid():
        standard = save_once(
            request,
            form,
            lambda: actions.create_standard(desk, by=request.user, **form.cleaned_data),
            model=ServiceStandard,
        )
        if standard:
            messages.success(request, _("Standar layanan disimpan."))
            return redirect("organisations:standard_list")
    return render(request, "organisations/form.html", _page(form, _("Layanan baru"), desk))


@manages_master_data
def change(request, pk):
    standard = _standard_or_404(request, pk)
    form = bound_or_draft(StandardEditForm, request, instance=standard)
    if request.method == "POST" and form.is_valid():
        saved = save_edit(
            request,
            form,
            lambda: actions.change_standard(standard, by=request.user, **form.cleaned_data),
        )
        if saved:
            messages.success(request, _("Standar layanan disimpan."))
            return redirect("organisations:standard_list")
    context = _page(form, _("Ubah keterangan layanan"), standard.desk)
    return render(request, "organisations/form.html", context)


@manages_master_data
@require_POST
def end(request, pk):
    actions.end_standard(_standard_or_404(request, pk), by=request.user)
    messages.success(request, _("Standar ini berakhir hari ini. Catatan lama tetap memakainya."))
    return redirect("organisations:standard_list")


def _desk_or_404(request, pk) -> ServicePoint:
    desks = ServicePoint.objects.managed_by(request.user).exclude(desk="")
    return get_object_or_404(desks.select_related("organisation"), pk=pk)


def _standard_or_404(request, pk) -> ServiceStandard:
    seen = ServiceStandard.objects.managed_by(request.user)
    return get_object_or_404(seen.select_related("desk__organisation"), pk=pk)


def _page(form, title: str, desk: ServicePoint) -> dict:
    return {
        "form": form,
        "title": title,
        "lead": f"{desk.name} · {desk.organisation.name}",
        "back_url": reverse("organisations:standard_list"),
        "back_label": _("Standar layanan"),
        "submit_label": _("Simpan standar"),
    }
