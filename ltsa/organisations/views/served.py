"""Partners of another district that stand in this district's directory."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft, save_edit

from .. import actions
from ..forms import ServedDistrictForm
from ..models import ServedDistrict
from .organisations import keeps_entry


@access(Permission.MASTER_DATA_MANAGE)
def index(request):
    district = request.user.posting.district_id
    form = bound_or_draft(ServedDistrictForm, request, district=district)
    if request.method == "POST" and form.is_valid():
        saved = save_edit(
            request, form, lambda: actions.serve_district(by=request.user, **form.cleaned_data)
        )
        if saved:
            messages.success(request, _("Mitra ini sekarang ada di direktori kabupaten Anda."))
            return redirect("organisations:served_list")
    rows = ServedDistrict.objects.filter(district=district, ended_at=None)
    rows = rows.select_related("organisation__district")
    return render(request, "organisations/served_list.html", {"form": form, "rows": rows})


@keeps_entry
@require_POST
def stop(request, pk):
    """By the district that listed it, or by the partner itself."""
    posting = request.user.posting
    hers = {"district": posting.district_id}
    if not request.user.can(Permission.MASTER_DATA_MANAGE):
        hers = {"organisation": posting.organisation_id}
    row = get_object_or_404(ServedDistrict.objects.filter(ended_at=None, **hers), pk=pk)
    actions.stop_serving(row, by=request.user)
    messages.success(request, _("Lembaga ini tidak lagi ada di direktori kabupaten itu."))
    if request.user.can(Permission.MASTER_DATA_MANAGE):
        return redirect("organisations:served_list")
    return redirect("organisations:detail", row.organisation_id)
