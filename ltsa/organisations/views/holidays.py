"""Days without service in the district; the nation's come with the portal."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa.drafts.forms import bound_or_draft, save_edit

from .. import actions
from ..forms import HolidayForm
from ..models import Holiday
from .organisations import manages_master_data


@manages_master_data
def index(request):
    form = bound_or_draft(HolidayForm, request)
    if request.method == "POST" and form.is_valid():
        saved = save_edit(
            request, form, lambda: actions.add_holiday(by=request.user, **form.cleaned_data)
        )
        if saved:
            messages.success(request, _("Hari libur disimpan."))
            return redirect("organisations:holiday_list")
    holidays = Holiday.objects.filter(district=request.user.posting.district_id)
    coming = holidays.filter(on__gte=timezone.localdate())
    return render(request, "organisations/holiday_list.html", {"form": form, "holidays": coming})


@manages_master_data
@require_POST
def remove(request, pk):
    mine = Holiday.objects.filter(district=request.user.posting.district_id)
    actions.remove_holiday(get_object_or_404(mine, pk=pk), by=request.user)
    messages.success(request, _("Hari libur dihapus."))
    return redirect("organisations:holiday_list")
