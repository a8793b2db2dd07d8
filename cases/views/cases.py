from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.drafts.forms import bound_or_draft, save_once, show_errors
from ltsa.keyset import page_of
from ltsa.versions import Stale
from services.disclosure import show_client
from services.models import Migrant

from .. import actions
from ..forms import CaseForm, HandOverForm
from ..lists import case_rows
from ..models import Case
from ..pages import case_page, paper
from ..refusals import on_record
from ..timeline import SIZE, events_of, kinds, lines
from ..transitions import NotPossible, NotYours

SEE = (Permission.CASE_SEE, Permission.CASE_LIST_BARE)


@access(*SEE)
def index(request):
    seen = Case.objects.visible_to(request.user).with_parts()
    if request.GET.get("tampil") != "semua":
        seen = seen.open()
    page = page_of(seen, request, order=("-opened_at", "-id"))
    known = Case.objects.known_to(request.user).exclude(state="closed").order_by("-opened_at")[:20]
    context = {
        "rows": case_rows(page.rows, request.user),
        "page": page,
        "known": known,
        "all": request.GET.get("tampil") == "semua",
        "supervises": request.user.can(Permission.CASE_REASSIGN),
        "may_export": request.user.can(Permission.CASE_EXPORT),
        "chair": request.user.can(Permission.OWN_ORGANISATION_SEE),
    }
    return render(request, "cases/case_list.html", context)


@access(Permission.CASE_CREATE)
def create(request, pk):
    migrant = get_object_or_404(Migrant.objects.visible_to(request.user).with_place(), pk=pk)
    form = bound_or_draft(CaseForm, request, user=request.user)
    if request.method == "POST" and form.is_valid():
        case = save_once(
            request,
            form,
            lambda: actions.open_case(migrant, by=request.user, **form.verb_fields()),
            model=Case,
        )
        if case:
            return redirect("cases:case_detail", case.pk)
    client = show_client(migrant, request.user)
    return render(request, "cases/case_form.html", {"form": form, "client": client})


@access(*SEE)
def detail(request, pk):
    """The case to its team; code and state to the officer who handed it over; 404 to everybody else."""
    case = Case.objects.visible_to(request.user).with_parts().filter(pk=pk).first()
    if case is None:
        known = get_object_or_404(Case.objects.known_to(request.user), pk=pk)
        return render(request, "cases/case_known.html", {"case": known})
    record("view", case, by=request.user)
    return render(request, "cases/case_detail.html", case_page(case, request.user))


@access(*SEE)
def timeline(request, pk):
    """Everything that happened, newest first, to be narrowed to one kind; pages by key."""
    case = _case_or_404(request, pk)
    kind = request.GET.get("jenis", "")
    page = page_of(
        events_of(case, request.user, kind=kind), request, order=("-at", "-pk"), size=SIZE
    )
    record("view", case, fields=["timeline"], by=request.user)
    context = {
        "case": case,
        "page": page,
        "events": lines(page.rows, request.user),
        "kinds": kinds(kind),
    }
    return render(request, "cases/case_timeline.html", context)


@access(Permission.CASE_SEE)
def print_out(request, pk):
    """The case for the printer; of a restricted one the code instead of the name, and no words of hers."""
    case = get_object_or_404(Case.objects.visible_to(request.user).with_parts(), pk=pk)
    record("print", case, by=request.user)
    return render(request, "cases/case_print.html", paper(case, request.user))


def _case_or_404(request, pk) -> Case:
    return get_object_or_404(Case.objects.visible_to(request.user), pk=pk)


@access(Permission.CASE_WORK)
@require_POST
def move(request, pk, verb):
    case = _case_or_404(request, pk)
    try:
        with on_record(case, verb, by=request.user):
            actions.move_case(case, verb, version=_version(request), by=request.user)
    except KeyError as error:
        raise Http404 from error
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    except (NotPossible, NotYours, Stale):
        case.refresh_from_db(fields=["state"])
        text = _("Belum dilakukan: kasus ini baru saja berubah. Status sekarang: %(state)s.")
        messages.warning(request, text % {"state": case.get_state_display()})
    return redirect("cases:case_detail", pk)


@access(Permission.CASE_HAND_OVER)
def hand_over(request, pk):
    """One tap: a restricted case goes to a women's crisis centre; the giver keeps code and state."""
    case = get_object_or_404(Case.objects.to_hand_over_by(request.user), pk=pk)
    form = HandOverForm(request.POST or None, user=request.user, case=case)
    if request.method == "POST" and form.is_valid():
        try:
            with on_record(case, "hand_over", by=request.user):
                actions.hand_over_case(case, by=request.user, **form.cleaned_data)
            return redirect("cases:case_handed_over")
        except ValidationError as error:
            show_errors(form, error)
    return render(request, "cases/case_hand_over.html", {"form": form, "case": case})


@access(Permission.CASE_HAND_OVER)
def handed_over(request):
    return render(request, "cases/case_handed_over.html")


def _version(request) -> int | None:
    given = request.POST.get("version", "")
    return int(given) if given.isdecimal() and len(given) < 10 else None
