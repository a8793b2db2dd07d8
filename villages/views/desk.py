"""The desk's queue: who waits for a call, and until when."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa import phone as phones
from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.audit.reasons import RevealReason
from ltsa.keyset import page_of
from ltsa.timeline.models import Event
from ltsa.timeline.rows import timeline_rows
from services.codes import PhoneSafe

from .. import actions
from ..codes import TONES, RequestState
from ..models import VillageRequest
from ..querysets import answers_requests
from ..transitions import NotPossible, awaits_call, possible

# Who may be in danger first, then whoever waits longest.
QUEUE = ("-urgent", "created_at", "id")
ORDERS = {RequestState.DONE: ("-created_at", "-id")}
VERBS = {"tangani": actions.handle_request, "selesai": actions.finish_request}


@access(Permission.VILLAGE_REQUEST_HANDLE)
def queue(request):
    if not answers_requests(request.user):
        return redirect("villages:index")
    asked = request.GET.get("status", "")
    state = asked if asked in RequestState.values else RequestState.RECEIVED
    rows = VillageRequest.objects.visible_to(request.user).filter(state=state)
    rows = rows.without_content().select_related("village__parent")
    page = page_of(rows, request, order=ORDERS.get(RequestState(state), QUEUE))
    now = timezone.now()
    lines = [_line(row, now) for row in page.rows]
    context = {"lines": lines, "page": page, "state": state, "states": RequestState.choices}
    return render(request, "villages/request_list.html", context)


def _line(row: VillageRequest, now) -> dict:
    waits = awaits_call(row)
    return {
        "url": reverse("villages:request_detail", args=[row.pk]),
        "code": row.code,
        "place": ", ".join(a.short_name for a in (row.village, row.village.parent) if a),
        "urgent": row.urgent,
        "created_at": row.created_at,
        "call_due_at": row.call_due_at if waits else None,
        "late": waits and row.call_due_at < now,
        "state": row.get_state_display(),
        "tone": TONES[row.state],
    }


def _found(request, pk) -> VillageRequest:
    """The request, if the desks of this person's district answer it; its volunteer gets no such page."""
    rows = VillageRequest.objects.visible_to(request.user)
    return get_object_or_404(
        rows.select_related("village__parent__parent", "handled_by", "created_by"), pk=pk
    )


@access(Permission.VILLAGE_REQUEST_HANDLE)
def detail(request, pk):
    asked = _found(request, pk)
    record("view", asked, fields=actions.GIVEN, by=request.user)
    return _show(request, asked)


def _show(request, asked, *, number="", status=200, **more):
    now = timezone.now()
    context = {
        "asked": asked,
        "line": _line(asked, now),
        "given": _given(asked),
        "number": number,
        "masked": phones.mask(asked.phone) if asked.phone else "",
        "callable": bool(asked.phone) and asked.phone_safe != PhoneSafe.NO,
        "verbs": possible(asked, request.user),
        "events": timeline_rows(Event.objects.about(asked.pk)),
        **more,
    }
    return render(request, "villages/request_detail.html", context, status=status)


def _given(asked: VillageRequest) -> list[dict]:
    rows = (
        (_("Yang meminta"), asked.reporter_name),
        (_("Hubungan dengan PMI"), asked.get_relation_display()),
        (_("Nama panggilan PMI"), asked.migrant_name),
        (_("Negara"), asked.destination),
        (_("Terakhir ada kabar"), asked.last_contact_on),
        (_("Yang dibutuhkan"), asked.needs),
        (_("Cara persetujuan"), asked.get_consent_display()),
        (_("Desa"), asked.village.full_name),
        (_("Kader yang menerima"), asked.created_by.full_name),
    )
    return [{"term": term, "value": value} for term, value in rows]


@access(Permission.VILLAGE_REQUEST_HANDLE)
@require_POST
def act(request, pk, verb):
    if verb not in VERBS:
        raise Http404
    asked = _found(request, pk)
    try:
        VERBS[verb](asked, by=request.user)
    except NotPossible:
        # A colleague was quicker: show how it stands now, as any conflict is told.
        return _show(request, _found(request, pk), status=409, conflict=True)
    return redirect("villages:request_detail", pk=pk)


@access(Permission.VILLAGE_REQUEST_HANDLE)
@require_POST
def reveal(request, pk):
    """The number in full, for the call that is owed; the look is recorded."""
    asked = _found(request, pk)
    if asked.phone_safe == PhoneSafe.NO:
        return redirect("villages:request_detail", pk=pk)
    told = {"why": RevealReason.CALL, "about": asked}
    record("reveal", asked, fields=["phone"], by=request.user, **told)
    return _show(request, asked, number=phones.display(asked.phone))


@access(Permission.VILLAGE_REQUEST_HANDLE)
@require_POST
def register_client(request, pk):
    """Open the form for a new client with what the family gave; the address carries the request's id alone."""
    asked = _found(request, pk)
    path = f"{reverse('services:migrant_create')}?permintaan={asked.pk}"
    actions.draft_client(asked, path=path, by=request.user)
    return redirect(path)
