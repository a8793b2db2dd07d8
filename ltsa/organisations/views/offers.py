"""What a house offers, to whom, and whether it has room: kept by itself or by its district."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa.drafts.forms import bound_or_draft, save_edit

from .. import actions
from ..forms import OfferEditForm, OfferForm, PauseForm
from ..forms.offers import ELIGIBILITY
from ..models import OfferedService, Organisation
from .organisations import form_page, keeps_entry, kept_or_404


def offer_or_404(request, pk) -> OfferedService:
    kept = Organisation.objects.kept_by(request.user)
    seen = OfferedService.objects.filter(organisation__in=kept)
    return get_object_or_404(seen.select_related("organisation"), pk=pk)


@keeps_entry
def create(request, pk):
    organisation = kept_or_404(request, pk)
    form = bound_or_draft(OfferForm, request, organisation=organisation)
    if request.method == "POST" and form.is_valid():
        saved = save_edit(
            request,
            form,
            lambda: actions.add_offer(organisation, by=request.user, **form.cleaned_data),
        )
        if saved:
            messages.success(request, _("Layanan disimpan."))
            return redirect("organisations:detail", pk)
    context = form_page(organisation, form, _("Layanan baru"), _("Simpan layanan"))
    return render(request, "organisations/form.html", context)


@keeps_entry
def change(request, pk):
    offer = offer_or_404(request, pk)
    form = bound_or_draft(OfferEditForm, request, instance=offer)
    if request.method == "POST" and form.is_valid():
        saved = save_edit(
            request,
            form,
            lambda: actions.change_offer(offer, by=request.user, **form.cleaned_data),
            **{name: getattr(offer, name) for name in ELIGIBILITY},
        )
        if saved:
            messages.success(request, _("Layanan disimpan."))
            return redirect("organisations:detail", offer.organisation_id)
    context = form_page(offer.organisation, form, str(offer), _("Simpan layanan"))
    return render(request, "organisations/offer_form.html", context | {"offer": offer})


@keeps_entry
@require_POST
def remove(request, pk):
    offer = actions.remove_offer(offer_or_404(request, pk), by=request.user)
    messages.success(request, _("Layanan ini tidak lagi ditawarkan."))
    return redirect("organisations:detail", offer.organisation_id)


@keeps_entry
def pause(request, pk):
    """No room: two taps, or until a day."""
    offer = offer_or_404(request, pk)
    form = bound_or_draft(PauseForm, request)
    if request.method == "POST" and form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("until", "reason")}
        saved = save_edit(
            request, form, lambda: actions.pause_offer(offer, by=request.user, **told)
        )
        if saved:
            messages.success(request, _("Dicatat penuh. Layanan ini tidak ditawarkan sementara."))
            return redirect("organisations:detail", offer.organisation_id)
    title = _("%(service)s: penuh") % {"service": offer}
    context = form_page(offer.organisation, form, title, _("Tandai penuh"))
    return render(request, "organisations/form.html", context)


@keeps_entry
@require_POST
def lift(request, pk):
    offer = actions.lift_pause(offer_or_404(request, pk), by=request.user)
    messages.success(request, _("Layanan ini menerima orang lagi."))
    return redirect("organisations:detail", offer.organisation_id)
