"""What stands above and below an organisation's letters."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from ltsa.drafts.forms import bound_or_draft, save_edit

from .. import actions
from ..forms import LetterheadForm
from ..lists import letterhead_rows
from ..models import Letterhead, Organisation
from .organisations import manages_organisations, organisation_or_404


@manages_organisations
def index(request):
    rows = letterhead_rows(Organisation.objects.managed_by(request.user))
    return render(request, "organisations/letterhead_list.html", {"rows": rows})


@manages_organisations
def write(request, pk):
    organisation = organisation_or_404(request, pk)
    letterhead = Letterhead.objects.filter(organisation=organisation).first()
    form = bound_or_draft(LetterheadForm, request, instance=letterhead)
    if request.method == "POST" and form.is_valid():
        saved = save_edit(
            request,
            form,
            lambda: actions.write_letterhead(organisation, by=request.user, **form.cleaned_data),
        )
        if saved:
            messages.success(request, _("Kop surat disimpan."))
            return redirect("organisations:letterhead_list")
    return render(request, "organisations/form.html", _page(organisation, form))


def _page(organisation: Organisation, form) -> dict:
    return {
        "form": form,
        "title": _("Kop surat"),
        "lead": organisation.name,
        "back_url": reverse("organisations:letterhead_list"),
        "back_label": _("Kop surat"),
        "submit_label": _("Simpan kop surat"),
    }
