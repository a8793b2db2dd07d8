"""The directory entry that a house keeps itself: how it is reached, its hours, the days on which it is closed."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft, save_edit

from .. import actions
from ..forms import ClosureForm, EntryForm, HoursForm
from ..models import Closure, Organisation
from .organisations import form_page, keeps_entry, kept_or_404


@access(Permission.DIRECTORY_OWN)
def own(request):
    return redirect("organisations:detail", request.user.posting.organisation_id)


@keeps_entry
def change(request, pk):
    organisation = kept_or_404(request, pk)
    form = bound_or_draft(EntryForm, request, instance=organisation)
    if request.method == "POST" and form.is_valid():
        saved = save_edit(
            request,
            form,
            lambda: actions.change_entry(organisation, by=request.user, **form.cleaned_data),
        )
        if saved:
            messages.success(request, _("Data lembaga disimpan."))
            return redirect("organisations:detail", pk)
    context = form_page(organisation, form, _("Hubungan dan kemudahan"), _("Simpan"))
    return render(request, "organisations/form.html", context)


@keeps_entry
def hours(request, pk):
    organisation = kept_or_404(request, pk)
    form = bound_or_draft(HoursForm, request, organisation=organisation)
    if request.method == "POST" and form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("version", "stretches")}
        saved = save_edit(
            request,
            form,
            lambda: actions.set_opening_hours(organisation, by=request.user, **told),
            **HoursForm(organisation=organisation).initial,
        )
        if saved:
            messages.success(request, _("Jam buka disimpan."))
            return redirect("organisations:detail", pk)
    context = form_page(organisation, form, _("Jam buka"), _("Simpan jam buka"))
    return render(request, "organisations/hours_form.html", context)


@keeps_entry
def close(request, pk):
    """Closed for some days: referrals to it wait so long, emergencies go elsewhere."""
    organisation = kept_or_404(request, pk)
    form = bound_or_draft(ClosureForm, request)
    if request.method == "POST" and form.is_valid():
        saved = save_edit(
            request,
            form,
            lambda: actions.declare_closure(organisation, by=request.user, **form.cleaned_data),
        )
        if saved:
            messages.success(request, _("Penutupan dicatat. Lembaga lain melihatnya sekarang."))
            return redirect("organisations:detail", pk)
    context = form_page(organisation, form, _("Tutup sementara"), _("Simpan penutupan"))
    return render(request, "organisations/form.html", context)


@keeps_entry
@require_POST
def reopen(request, pk):
    kept = Organisation.objects.kept_by(request.user)
    closure = get_object_or_404(Closure.objects.filter(organisation__in=kept), pk=pk)
    actions.cancel_closure(closure, by=request.user)
    messages.success(request, _("Penutupan dibatalkan."))
    return redirect("organisations:detail", closure.organisation_id)
