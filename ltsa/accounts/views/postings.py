"""Postings: giving someone a new task, ending the present one."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from ltsa.drafts.forms import bound_or_draft, save_edit, save_once

from .. import actions
from ..actions.proposals import propose_supervisor
from ..authority import how_to_end
from ..forms import (
    ExtensionForm,
    LeavingForm,
    MovingForm,
    OrganisationChoiceForm,
    PostingForm,
)
from ..leaving import houses, waiting
from ..models import Posting, SupervisorProposal
from ..reach import organisations_for
from .people import manages_people, person_or_404, sees_people


@manages_people
def assign(request, pk):
    """Post someone without a task, or move her: the old task ends the day the new one starts."""
    person = person_or_404(request, pk)
    asked = request.GET if request.GET.get("lembaga") else None
    choice = OrganisationChoiceForm(asked, by=request.user)
    if choice.is_valid():
        return _assign_to(request, person, choice.cleaned_data["lembaga"])
    usual = _usual(person, organisations_for(request.user))
    if usual and not request.GET:
        return redirect(f"{request.path}?lembaga={usual.pk}")
    lead = _("Pilih dulu lembaga tempat ia bertugas.")
    context = _page(person, choice, lead, _("Lanjutkan"))
    return render(request, "organisations/form.html", context | {"method": "get"})


def _usual(person, organisations):
    """The organisation that is most likely meant: the present one, or the only one there is."""
    posting = person.postings.unended().filter(organisation__in=organisations).first()
    few = [posting.organisation] if posting else list(organisations[:2])
    return few[0] if len(few) == 1 else None


def _assign_to(request, person, organisation):
    leaves = [house for house in houses(person) if house != organisation]
    told = {"leaves": leaves} if waiting(person, leaves) else {}
    form_class = MovingForm if told else PostingForm
    form = bound_or_draft(
        form_class, request, organisation=organisation, by=request.user, whom=person, **told
    )
    if request.method == "POST" and form.is_valid():
        verb, model = _verb(person, form)
        given = {"organisation": organisation, "by": request.user} | form.cleaned_data
        made = save_once(request, form, lambda: verb(person, **given), model=model)
        if isinstance(made, SupervisorProposal):
            messages.success(request, _("Usulan dikirim kepada pejabat pelindungan data."))
            return redirect("people:proposal", made.pk)
        if made:
            messages.success(request, _("Tugas baru disimpan."))
            return redirect("people:detail", person.pk)
    context = _page(person, form, str(organisation), _("Simpan tugas"))
    return render(request, "organisations/form.html", context | _other(request))


def _verb(person, form):
    """(action, model of what it makes); the form keeps what the action takes."""
    if form.is_proposal:
        for name in ("role", "successor", "note"):
            form.cleaned_data.pop(name, None)
        return propose_supervisor, SupervisorProposal
    posted = person.postings.unended().exists()
    return (actions.move_person if posted else actions.post_person), Posting


def _other(request) -> dict:
    if len(organisations_for(request.user)[:2]) < 2:
        return {}
    return {"other_url": f"{request.path}?pilih=1", "other_label": _("Lembaga lain")}


def _page(person, form, lead: str, submit: str) -> dict:
    return {
        "form": form,
        "title": _("Tugas baru untuk %(name)s") % {"name": person.full_name},
        "lead": lead,
        "back_url": reverse("people:detail", args=[person.pk]),
        "back_label": _("Kembali"),
        "submit_label": submit,
    }


@manages_people
def extend(request, pk):
    seen = Posting.objects.visible_to(request.user).unended().with_place()
    posting = get_object_or_404(seen, pk=pk)
    form = bound_or_draft(ExtensionForm, request)
    if request.method == "POST" and form.is_valid():
        change = lambda: actions.extend_posting(posting, by=request.user, **form.cleaned_data)  # noqa: E731
        if save_edit(request, form, change):
            messages.success(request, _("Tugas diperpanjang."))
            return redirect("people:detail", posting.user_id)
    page = _page(posting.user, form, str(posting), _("Simpan"))
    title = {"title": _("Perpanjang tugas %(name)s") % {"name": posting.user.full_name}}
    return render(request, "organisations/form.html", page | title)


@sees_people
def end(request, pk):
    """A page of its own, because access ends at once."""
    seen = Posting.objects.visible_to(request.user).unended().with_place()
    posting = get_object_or_404(seen, pk=pk)
    houses_left = [posting.organisation]
    open_work = waiting(posting.user, houses_left)
    form = LeavingForm(request.POST or None, person=posting.user, organisations=houses_left)
    if request.method == "POST" and (not open_work or form.is_valid()):
        told = form.cleaned_data if open_work else {}
        actions.end_posting(posting, by=request.user, **told)
        messages.success(request, _("Tugas diakhiri. Aksesnya sudah ditutup."))
        return redirect("people:detail", posting.user_id)
    context = {"posting": posting, "may_change": how_to_end(posting, by=request.user) is not None}
    context["form"] = form if open_work else None
    return render(request, "accounts/posting_end.html", context)
