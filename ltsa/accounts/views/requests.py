"""What waits for a second person, and the ledger of acts on people."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ltsa.access import SIGNED_IN, Permission, access
from ltsa.drafts.forms import bound_or_draft, save_once
from ltsa.keyset import page_of

from ..actions.ledger import Act
from ..actions.proposals import decide_proposal
from ..actions.resets import Kind, ask_reset, decide_reset, stop_reset
from ..authority import How, how_to_change
from ..forms import AddressForm
from ..models import AccountReset, SupervisorProposal
from ..requests import act_rows, ledger_of, open_requests, proposal_page, reset_page
from .people import person_or_404, sees_people

decides = access(Permission.PEOPLE_MANAGE_OWN, Permission.PEOPLE_CONFIRM)
PARTS = ("person", "organisation", "asked_by", "decided_by", "stopped_by")


@sees_people
def ask_address(request, pk):
    """A new address for somebody who reaches restricted records; of others it is changed with their other data."""
    person = person_or_404(request, pk)
    if how_to_change(Act.CHANGE_MAIL, person, by=request.user) != How.WAITS:
        raise Http404
    form = bound_or_draft(AddressForm, request)
    if request.method == "POST" and form.is_valid():
        make = lambda: ask_reset(person, kind=Kind.MAIL, by=request.user, **form.cleaned_data)  # noqa: E731
        if (reset := save_once(request, form, make, model=AccountReset)) is not None:
            messages.success(request, _("Permintaan dikirim. Orang kedua memutuskan."))
            return redirect("people:reset", reset.pk)
    context = {
        "form": form,
        "title": _("Minta surel baru untuk %(name)s") % {"name": person.full_name},
        "lead": _("Berlaku paling cepat 24 jam sesudah diminta, bila orang kedua menyetujui."),
        "back_url": reverse("people:detail", args=[person.pk]),
        "back_label": _("Kembali"),
        "submit_label": _("Kirim permintaan"),
    }
    return render(request, "organisations/form.html", context)


@decides
def index(request):
    return render(request, "accounts/request_list.html", {"rows": open_requests(request.user)})


@access(SIGNED_IN)
@require_http_methods(["GET", "HEAD", "POST"])
def reset(request, pk):
    """Seen by the person herself too, who may stop it."""
    seen = AccountReset.objects.visible_to(request.user).select_related(*PARTS)
    found = get_object_or_404(seen, pk=pk)
    if request.method == "POST":
        verb = {"decide": decide_reset, "stop": stop_reset}.get(request.POST.get("verb", ""))
        if verb is None:
            raise PermissionDenied
        verb(found, by=request.user)
        messages.success(request, _("Disimpan."))
        return redirect("people:reset", pk)
    return render(request, "accounts/request.html", reset_page(found, by=request.user))


@access(Permission.PEOPLE_MANAGE_OWN, Permission.PEOPLE_MANAGE_DISTRICT, Permission.PEOPLE_CONFIRM)
@require_http_methods(["GET", "HEAD", "POST"])
def proposal(request, pk):
    seen = SupervisorProposal.objects.visible_to(request.user)
    parts = seen.select_related("person", "organisation", "service_point", "proposed_by")
    found = get_object_or_404(parts, pk=pk)
    if request.method == "POST":
        try:
            decide_proposal(found, accept=request.POST.get("verb") == "accept", by=request.user)
        except ValidationError as refused:
            messages.error(request, refused.messages[0])
        else:
            messages.success(request, _("Keputusan disimpan."))
        return redirect("people:proposal", pk)
    return render(request, "accounts/request.html", proposal_page(found, by=request.user))


@decides
def acts(request):
    page = page_of(ledger_of(request.user), request, order=("-at", "-id"))
    context = {"rows": act_rows(page.rows), "page": page}
    return render(request, "accounts/act_list.html", context)
