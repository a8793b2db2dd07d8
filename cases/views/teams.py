"""The named team of a restricted case, and cases that wait for somebody to take them on."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.accounts.models import User
from ltsa.audit.actions import record
from ltsa.drafts.forms import show_errors

from .. import actions
from ..forms import MemberForm, NameForm
from ..models import AccessRequest, Case
from ..refusals import on_record
from ..team_page import member_rows, request_rows, waiting_rows
from ..transitions import NotPossible, NotYours
from .asking import do_or_tell

SHOWN = 100
WAITS = (Permission.CASE_RESTRICTED, Permission.AUDIT_SEE)


@access(*WAITS)
def waiting(request):
    """Code, priority and clock of the restricted cases that nobody has, for whoever may take them on or name somebody."""
    cases = Case.objects.waiting_for(request.user).order_by("opened_at", "pk")[:SHOWN]
    record("view", "cases.waiting", by=request.user)
    rows = waiting_rows(cases, request.user)
    return render(request, "cases/case_waiting.html", {"rows": rows})


@access(Permission.CASE_RESTRICTED)
@require_POST
def take_on(request, pk):
    case = Case.objects.waiting_for(request.user).filter(pk=pk).first()
    if case is None:
        case = get_object_or_404(Case.objects.visible_to(request.user), pk=pk)
    if do_or_tell(request, case, "take_on", lambda: actions.take_on_case(case, by=request.user)):
        messages.success(request, _("Anda menangani kasus ini."))
        return redirect("cases:case_detail", pk)
    return redirect("cases:case_waiting")


@access(Permission.AUDIT_SEE)
def name_worker(request, pk):
    case = get_object_or_404(Case.objects.waiting_for(request.user), pk=pk)
    form = NameForm(request.POST or None, case=case, user=request.user)
    if request.method == "POST" and form.is_valid():
        make = lambda: actions.name_worker(case, by=request.user, **form.cleaned_data)  # noqa: E731
        if do_or_tell(request, case, "name_worker", make):
            messages.success(request, _("Petugas ditunjuk dan diberi tahu."))
        return redirect("cases:case_waiting")
    [row] = waiting_rows([case], request.user)
    return render(request, "cases/name_worker.html", {"form": form, "row": row})


@access(Permission.CASE_RESTRICTED)
def team(request, pk):
    """Who is on it, and one colleague more."""
    case = get_object_or_404(Case.objects.visible_to(request.user).filter(restricted=True), pk=pk)
    form = MemberForm(request.POST or None, case=case)
    if request.method == "POST" and form.is_valid() and _added(request, case, form):
        return redirect("cases:case_team", pk)
    asked = AccessRequest.objects.waiting().filter(case=case, kind="join")
    context = {
        "case": case,
        "form": form,
        "rows": member_rows(case, request.user),
        "asked": request_rows(asked, request.user),
    }
    return render(request, "cases/case_team.html", context)


def _added(request, case: Case, form) -> bool:
    try:
        with on_record(case, "add_member", by=request.user):
            made = actions.add_member(case, by=request.user, **form.cleaned_data)
    except ValidationError as error:
        show_errors(form, error)
        return False
    except (NotPossible, NotYours):
        messages.warning(request, _("Belum dilakukan: keadaannya baru saja berubah."))
        return True
    if isinstance(made, AccessRequest):
        messages.info(request, _("Diminta. Orang kedua memutuskan, dan tim diberi tahu."))
    else:
        messages.success(request, _("Ditambahkan ke tim. Tim diberi tahu."))
    return True


@access(Permission.CASE_RESTRICTED)
@require_POST
def leave(request, pk, user):
    case = get_object_or_404(Case.objects.visible_to(request.user).filter(restricted=True), pk=pk)
    person = get_object_or_404(User, pk=user)
    act = lambda: actions.remove_member(case, person=person, by=request.user)  # noqa: E731
    if do_or_tell(request, case, "remove_member", act):
        messages.success(request, _("Keluar dari tim. Tim diberi tahu."))
    if person.pk == request.user.pk:
        return redirect("cases:case_list")
    return redirect("cases:case_team", pk)
