from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.drafts.actions import drop_draft
from ltsa.drafts.forms import bound_or_draft, save_once, show_errors
from ltsa.idempotency.actions import is_used
from ltsa.keyset import page_of
from ltsa.reading import note_rows
from ltsa.versions import Stale

from .. import actions
from ..client_page import client_page, paper
from ..disclosure import WHOLE, may_edit, show_client
from ..forms import MigrantForm, RevealForm
from ..lists import client_rows
from ..merged import survivor
from ..models import Migrant
from ..search import find_clients


@access(Permission.CLIENT_SEE, Permission.CLIENT_SEE_MASKED)
def index(request):
    q = request.POST.get("q", "").strip()[:100]
    if q:
        named = Migrant.objects.identified_for(request.user).with_village()
        rows, page = find_clients(named, q), None
        note_rows(len(rows))
    else:
        seen = Migrant.objects.visible_to(request.user).current().with_village()
        page = page_of(seen, request, order=("-created_at", "-id"))
        rows = page.rows
    context = {
        "rows": client_rows(rows, request.user),
        "page": page,
        "q": q,
        "may_create": request.user.can(Permission.CLIENT_CREATE),
        "may_import": request.user.can(Permission.CLIENT_IMPORT),
        "may_search": request.user.can(Permission.CLIENT_SEE),
        "may_ask_elsewhere": request.user.can(Permission.CLIENT_SEARCH_DISTRICT),
    }
    return render(request, "services/migrant_list.html", context)


@access(Permission.CLIENT_CREATE)
def create(request):
    form = bound_or_draft(MigrantForm, request, user=request.user)
    # The second half of a double click must not be taken for a doubtful double of the first.
    if request.method == "POST" and form.is_valid() and is_sure(form, request.user):
        row = save_once(
            request,
            form,
            lambda: actions.create_migrant(by=request.user, **form.person()),
            model=Migrant,
        )
        if row:
            return redirect("services:migrant_detail", row.pk)
    return render(request, "services/migrant_form.html", {"form": form}, status=form_status(form))


@access(Permission.CLIENT_SEE, Permission.CLIENT_SEE_MASKED)
def detail(request, pk):
    migrant = get_object_or_404(Migrant.objects.visible_to(request.user).with_place(), pk=pk)
    if stands := survivor(migrant, request.user):
        messages.info(request, _("Data %(code)s digabung ke sini.") % {"code": migrant.code})
        return redirect("services:migrant_detail", stands.pk)
    record("view", migrant, by=request.user)
    page = client_page(migrant, request.user, kind=request.GET.get("riwayat", ""))
    return render(request, "services/migrant_detail.html", page)


@access(Permission.CLIENT_SEE)
def print_out(request, pk):
    """The page on paper: what the reader sees, with who printed it; the numbers stay masked."""
    migrant = get_object_or_404(Migrant.objects.visible_to(request.user).with_place(), pk=pk)
    record("print", migrant, by=request.user)
    return render(request, "services/migrant_print.html", paper(migrant, request.user))


@access(Permission.CLIENT_EDIT)
def edit(request, pk):
    migrant = _editable_or_404(request.user, pk)
    form = bound_or_draft(
        MigrantForm,
        request,
        user=request.user,
        instance=migrant,
        initial={"version": migrant.version},
    )
    if request.method == "POST" and form.is_valid() and not form.needs_second_look():
        version = form.cleaned_data["version"] or 0
        try:
            actions.edit_migrant(migrant, version=version, by=request.user, **form.person())
        except Stale as stale:
            form.show_stale(stale.current)
        else:
            drop_draft(request.user, form.draft_path)
            return redirect("services:migrant_detail", migrant.pk)
    context = {"form": form, "migrant": migrant}
    return render(request, "services/migrant_form.html", context, status=form_status(form))


def is_sure(form, user) -> bool:
    """Nothing is doubtful, or she saved it anyway; a repeat of a save is not asked about its own first row."""
    return not form.needs_second_look() or is_used(form.key, by=user)


def _editable_or_404(user, pk) -> Migrant:
    migrant = get_object_or_404(Migrant.objects.identified_for(user).with_place(), pk=pk)
    if not may_edit(migrant, user):
        raise Http404
    return migrant


@access(Permission.CLIENT_REVEAL)
def reveal(request, pk, field):
    """Ask for a reason, then show one number once; the reason is recorded."""
    migrant = get_object_or_404(Migrant.objects.visible_to(request.user).with_place(), pk=pk)
    shown = show_client(migrant, request.user)
    asked = {"initial": {"field": field}, "migrant": migrant, "user": request.user}
    form, number = RevealForm(request.POST or None, **asked), None
    theirs = WHOLE in shown.groups and getattr(shown, field, "")
    if request.method == "POST" and form.is_valid() and theirs:
        try:
            number = actions.reveal_number(migrant, field=field, by=request.user, **form.told())
        except ValidationError as error:
            show_errors(form, error)
    context = {"form": form, "client": shown, "number": number}
    return render(request, "services/migrant_reveal.html", context)


def form_status(form) -> int:
    return 409 if getattr(form, "both", None) else 200
