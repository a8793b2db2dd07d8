"""The roster of one's own house: who is on duty, one more, and taking one off it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft, save_once
from ltsa.keyset import page_of

from ..duties import add_duty, cancel_duty, duty_rows, may_be_on_duty
from ..duty_forms import DutyForm
from ..models import Duty


@access(Permission.DUTY_MANAGE, Permission.REFERRAL_ANSWER)
def index(request):
    """Who answers reads it, who leads changes it."""
    duties = Duty.objects.visible_to(request.user).current().select_related("user")
    page = page_of(duties, request, order=("starts_on", "id"))
    context = {
        "rows": duty_rows(page.rows),
        "page": page,
        "manages": request.user.can(Permission.DUTY_MANAGE),
    }
    return render(request, "accounts/duty_list.html", context)


@access(Permission.DUTY_MANAGE)
def add(request):
    people = may_be_on_duty(request.user.posting.organisation)
    form = bound_or_draft(DutyForm, request, people=people)
    if request.method == "POST" and form.is_valid():
        make = lambda: add_duty(by=request.user, **form.cleaned_data)  # noqa: E731
        if save_once(request, form, make, model=Duty):
            messages.success(request, _("Piket dicatat."))
            return redirect("duties:list")
    return render(request, "accounts/duty_form.html", {"form": form})


@access(Permission.DUTY_MANAGE)
@require_POST
def cancel(request, pk):
    seen = Duty.objects.visible_to(request.user).current()
    cancel_duty(get_object_or_404(seen, pk=pk), by=request.user)
    messages.success(request, _("Piket dibatalkan."))
    return redirect("duties:list")
