from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.drafts.forms import bound_or_draft, save_once

from .. import actions
from ..doubles import candidates, data_of
from ..forms import MergeForm
from ..merged import UNDO_WITHIN, mergeable, refusal
from ..models import Merge, Migrant
from ..search import find_clients
from ..side_by_side import side_by_side, together


@access(Permission.CLIENT_MERGE)
def choose(request, pk):
    """Which other record is this person too? The likely ones, or one that is searched for."""
    migrant = get_object_or_404(mergeable(request.user).with_place(), pk=pk)
    q = request.POST.get("q", "").strip()[:100]
    rows = find_clients(mergeable(request.user).with_place(), q) if q else []
    context = {
        "migrant": migrant,
        "doubles": _others(migrant, request.user),
        "q": q,
        "rows": [row for row in rows if row.pk != migrant.pk and row.merged_into_id is None],
    }
    return render(request, "services/merge_choose.html", context)


def _others(migrant: Migrant, user) -> list:
    found = candidates(data_of(migrant), user=user, exclude=migrant)
    here = mergeable(user).filter(pk__in=[one.migrant.pk for one in found])
    known = set(here.values_list("pk", flat=True))
    return [one for one in found if one.migrant.pk in known]


@access(Permission.CLIENT_MERGE)
def merge(request, pk, other):
    """Both side by side; `pk` is the one that stays."""
    into, duplicate = _both_or_404(request.user, pk, other)
    for row in (into, duplicate):
        record("view", row, by=request.user)
    form = bound_or_draft(MergeForm, request)
    if request.method == "POST" and form.is_valid():
        told = {"into": into, "by": request.user, **form.cleaned_data}
        row = save_once(
            request, form, lambda: actions.merge_clients(duplicate, **told), model=Merge
        )
        if row:
            messages.success(request, _("Data digabung. Dapat diurungkan dalam 30 hari."))
            return redirect("services:migrant_detail", into.pk)
    context = {
        "form": form,
        "into": into,
        "duplicate": duplicate,
        "refusal": refusal(duplicate, into=into),
    }
    return render(request, "services/merge_form.html", context | _shown(into, duplicate, request))


def _shown(into: Migrant, duplicate: Migrant, request) -> dict:
    user = request.user
    return {
        "rows": side_by_side(into, duplicate),
        "together": together(into, duplicate, user),
    }


def _both_or_404(user, pk, other) -> tuple[Migrant, Migrant]:
    rows = mergeable(user).with_place().in_bulk([pk, other])
    if pk == other or len(rows) < 2:
        raise Http404
    return rows[pk], rows[other]


@access(Permission.CLIENT_MERGE)
def undo(request, pk):
    """Take a merge back, after a look at what will stand for itself again."""
    seen = Merge.objects.visible_to(request.user).select_related("duplicate__village", "into", "by")
    here = mergeable(request.user).values("pk")
    row = get_object_or_404(seen.filter(duplicate__in=here, into__in=here), pk=pk)
    if row.undone_at is not None:
        return redirect("services:migrant_detail", row.duplicate_id)
    refused = ""
    if request.method == "POST":
        try:
            actions.undo_merge(row, by=request.user)
        except ValidationError as error:
            refused = error.messages[0]
        else:
            messages.success(
                request, _("Penggabungan diurungkan. Kedua data berdiri sendiri lagi.")
            )
            return redirect("services:migrant_detail", row.duplicate_id)
    context = {"merge": row, "until": row.at + UNDO_WITHIN, "refused": refused}
    return render(request, "services/merge_undo.html", context)
