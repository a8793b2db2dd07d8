"""The volunteer hands in a family's request, and afterwards sees its state alone."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ltsa.access import Permission, access
from ltsa.drafts.actions import drop_draft
from ltsa.drafts.forms import bound_or_draft, save_once
from ltsa.keyset import page_of
from ltsa.versions import Stale, show_both
from services import texts

from .. import actions
from ..codes import TONES
from ..forms import CorrectionForm, RequestForm
from ..models import VillageRequest
from ..transitions import NotPossible, possible

NEWEST_FIRST = ("-created_at", "-id")


@access(Permission.VILLAGE_REQUEST_CREATE)
def create(request):
    form = bound_or_draft(RequestForm, request)
    if request.method == "POST" and form.is_valid():
        row = save_once(
            request,
            form,
            lambda: actions.hand_in_request(form.cleaned_data, by=request.user),
            model=VillageRequest,
        )
        if row:
            messages.success(request, _("Terkirim. Kantor LTSA akan menelepon dalam 24 jam."))
            return redirect("villages:request_mine")
    context = {"form": form, "consent_script": texts.RECORD}
    return render(request, "villages/request_create.html", context)


@access(Permission.VILLAGE_REQUEST_CREATE)
def correct(request, pk):
    mine = get_object_or_404(VillageRequest.objects.visible_to(request.user), pk=pk)
    if "correct" not in possible(mine, request.user):
        return _too_late(request)
    form = bound_or_draft(CorrectionForm, request, initial=CorrectionForm.values_of(mine))
    if request.method == "POST" and form.is_valid() and (saved := _save(request, mine, form)):
        return saved
    context = {"form": form, "consent_script": texts.RECORD, "code": mine.code}
    status = 409 if getattr(form, "both", None) else 200
    return render(request, "villages/request_correct.html", context, status=status)


def _save(request, mine, form):
    """Where to go after the correction; None when the form now shows both versions."""
    given = dict(form.cleaned_data)
    try:
        actions.correct_request(mine, given, version=given.pop("version"), by=request.user)
    except NotPossible:
        return _too_late(request)
    except Stale as stale:
        show_both(form, stale.current)
        return None
    drop_draft(request.user, form.draft_path)
    messages.success(request, _("Perbaikan disimpan."))
    return redirect("villages:request_mine")


def _too_late(request):
    """After the call, or a day later, the entry belongs to the desk."""
    messages.info(
        request,
        _("Permintaan ini tidak bisa diubah lagi. Bila ada yang keliru, telepon kantor LTSA."),
    )
    return redirect("villages:request_mine")


@access(Permission.VILLAGE_REQUEST_CREATE)
def mine(request):
    rows = VillageRequest.objects.visible_to(request.user).without_content()
    page = page_of(rows, request, order=NEWEST_FIRST)
    lines = [
        {
            "pk": row.pk,
            "code": row.code,
            "created_at": row.created_at,
            "state": row.get_state_display(),
            "tone": TONES[row.state],
            "correctable": "correct" in possible(row, request.user),
        }
        for row in page.rows
    ]
    return render(request, "villages/request_mine.html", {"lines": lines, "page": page})
