"""People: who works here, inviting, correcting, closing an account."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft, save_edit, save_once
from ltsa.keyset import page_of

from .. import actions
from ..actions.ledger import Act
from ..actions.proposals import propose_new_supervisor
from ..actions.resets import Kind, ask_reset
from ..authority import How, how_to_change
from ..forms import (
    InvitationForm,
    LeavingForm,
    OrganisationChoiceForm,
    PeopleFilterForm,
    PersonForm,
)
from ..leaving import houses, waiting
from ..lists import filtered, people_rows, person_page
from ..models import SupervisorProposal, User
from ..reach import organisations_for

manages_people = access(Permission.PEOPLE_MANAGE_OWN, Permission.PEOPLE_MANAGE_DISTRICT)
# The data protection officer too: she ends and resets where an organisation has nobody else who could.
sees_people = access(
    Permission.PEOPLE_MANAGE_OWN, Permission.PEOPLE_MANAGE_DISTRICT, Permission.PEOPLE_CONFIRM
)


def person_or_404(request, pk) -> User:
    return get_object_or_404(User.objects.visible_to(request.user), pk=pk)


@sees_people
def index(request):
    form = PeopleFilterForm(request.GET or None, by=request.user)
    people = filtered(User.objects.visible_to(request.user), form)
    page = page_of(people, request, order=("full_name", "id"))
    context = {
        "rows": people_rows(page.rows),
        "page": page,
        "form": form,
        "is_narrow": any(request.GET.get(name) for name in form.fields),
        "may_invite": organisations_for(request.user).exists(),
    }
    return render(request, "accounts/person_list.html", context)


@manages_people
def invite(request):
    """First where, then who: the organisation decides which roles there are."""
    asked = request.GET if "lembaga" in request.GET else None
    form = OrganisationChoiceForm(asked, by=request.user)
    if form.is_valid():
        return _invite_to(request, form.cleaned_data["lembaga"])
    few = list(organisations_for(request.user)[:2])
    if asked is None and len(few) == 1:
        return redirect(f"{request.path}?lembaga={few[0].pk}")
    page = _invitation(form, _("Pilih dulu lembaga tempat ia bertugas."), _("Lanjutkan"))
    return render(request, "organisations/form.html", page | {"method": "get"})


def _invite_to(request, organisation):
    form = bound_or_draft(InvitationForm, request, organisation=organisation, by=request.user)
    if request.method == "POST" and form.is_valid():
        verb, model = actions.invite_person, User
        if form.is_proposal:
            form.cleaned_data.pop("role")
            verb, model = propose_new_supervisor, SupervisorProposal
        make = lambda: verb(organisation=organisation, by=request.user, **form.cleaned_data)  # noqa: E731
        if (made := save_once(request, form, make, model=model)) is not None:
            return invited(request, made)
    page = _invitation(form, str(organisation), _("Kirim undangan"))
    return render(request, "organisations/form.html", page)


def invited(request, made: User | SupervisorProposal):
    if isinstance(made, SupervisorProposal):
        messages.success(request, _("Usulan dikirim kepada pejabat pelindungan data."))
        return redirect("people:proposal", made.pk)
    messages.success(request, _("Undangan dikirim lewat surel."))
    return redirect("people:detail", made.pk)


def _invitation(form, lead: str, submit: str) -> dict:
    return {
        "form": form,
        "title": _("Undang orang"),
        "lead": lead,
        "back_url": reverse("people:list"),
        "back_label": _("Orang"),
        "submit_label": submit,
    }


@sees_people
def detail(request, pk):
    person = person_or_404(request, pk)
    return render(request, "accounts/person_detail.html", person_page(person, by=request.user))


@manages_people
def change(request, pk):
    person = person_or_404(request, pk)
    form = bound_or_draft(PersonForm, request, instance=person)
    if request.method == "POST" and form.is_valid():
        saved = save_edit(
            request,
            form,
            lambda: actions.change_person(person, by=request.user, **form.cleaned_data),
        )
        if saved:
            messages.success(request, _("Data disimpan."))
            return redirect("people:detail", person.pk)
    context = {
        "form": form,
        "title": _("Ubah data orang"),
        "lead": person.username,
        "back_url": reverse("people:detail", args=[person.pk]),
        "back_label": _("Kembali"),
        "submit_label": _("Simpan"),
    }
    return render(request, "organisations/form.html", context)


@manages_people
@require_POST
def reinvite(request, pk):
    try:
        actions.reinvite_person(person_or_404(request, pk), by=request.user)
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    else:
        messages.success(request, _("Undangan dikirim sekali lagi."))
    return redirect("people:detail", pk)


@sees_people
def disable(request, pk):
    """A page of its own, because it throws someone out at once."""
    person = person_or_404(request, pk)
    left = houses(person)
    open_work = waiting(person, left)
    form = LeavingForm(request.POST or None, person=person, organisations=left)
    if request.method == "POST" and (not open_work or form.is_valid()):
        told = form.cleaned_data if open_work else {}
        actions.disable_person(person, by=request.user, **told)
        messages.success(request, _("Akun dinonaktifkan. Semua sesinya sudah diakhiri."))
        return redirect("people:detail", person.pk)
    may = how_to_change(Act.DISABLE, person, by=request.user) is not None
    context = {"person": person, "may_manage": may}
    context["form"] = form if open_work else None
    return render(request, "accounts/person_disable.html", context)


@sees_people
@require_POST
def reset_second_factor(request, pk):
    person = person_or_404(request, pk)
    if how_to_change(Act.RESET_FACTOR, person, by=request.user) == How.WAITS:
        try:
            reset = ask_reset(person, kind=Kind.SECOND_FACTOR, by=request.user)
        except ValidationError as refused:
            messages.error(request, refused.messages[0])
            return redirect("people:detail", pk)
        messages.success(request, _("Permintaan dikirim. Orang kedua memutuskan."))
        return redirect("people:reset", reset.pk)
    actions.reset_second_factor(person, by=request.user)
    messages.success(request, _("Pengaman kedua dilepas. Ia perlu memasangnya lagi saat masuk."))
    return redirect("people:detail", pk)


@manages_people
@require_POST
def enable(request, pk):
    person = actions.enable_person(person_or_404(request, pk), by=request.user)
    messages.success(request, _("Akun diaktifkan lagi."))
    return redirect("people:detail", person.pk)
