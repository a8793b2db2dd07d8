from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.drafts.forms import bound_or_draft, save_edit, save_once
from ltsa.timeline.models import Event

from .. import actions
from ..client_timeline import rows_for
from ..codes import MembershipState
from ..disclosure import show_client
from ..forms import JoinForm, LeaveForm, OfferForm, RegisterForm
from ..memberships import TONES, membership_summary, union_name
from ..models import Migrant, UnionMembership
from ..texts import UNION_OFFER
from ..transitions import MEMBERSHIPS, NotPossible, check, possible

STEPS = {
    "register": (RegisterForm, actions.register_member),
    "join": (JoinForm, actions.join_union),
    "leave": (LeaveForm, actions.leave_union),
}


def _membership_or_404(request, pk) -> UnionMembership:
    seen = UnionMembership.objects.visible_to(request.user)
    parts = ("migrant__village__parent__parent", "migrant__registered_by", "union", "organisation")
    return get_object_or_404(seen.select_related(*parts, "by"), pk=pk)


def _over(request, membership):
    text = _("Belum dilakukan: data ini sudah berubah. Status sekarang: %(state)s.")
    membership.refresh_from_db(fields=["state"])
    messages.warning(request, text % {"state": membership.get_state_display()})
    return redirect("services:membership_detail", membership.pk)


@access(Permission.SESSION_CREATE)
def create(request, pk):
    """Offer, read aloud; each of the three answers is one click."""
    migrant = get_object_or_404(Migrant.objects.visible_to(request.user).with_place(), pk=pk)
    form = bound_or_draft(OfferForm, request, user=request.user)
    if request.method == "POST" and form.is_valid():
        membership = save_once(
            request,
            form,
            lambda: actions.offer_membership(migrant, by=request.user, **form.cleaned_data),
            model=UnionMembership,
        )
        if membership:
            return redirect("services:migrant_detail", pk)
    client = show_client(migrant, request.user)
    context = {"form": form, "client": client, "script": UNION_OFFER, "states": MembershipState}
    return render(request, "services/membership_offer.html", context)


@access(Permission.CLIENT_SEE)
def detail(request, pk):
    membership = _membership_or_404(request, pk)
    record("view", membership, by=request.user)
    may = request.user.can(Permission.SESSION_CREATE)
    context = {
        "membership": membership,
        "client": show_client(membership.migrant, request.user),
        "summary": membership_summary(membership, request.user),
        "tone": TONES[membership.state],
        "lines": possible(membership, MEMBERSHIPS) if may else [],
        "steps": STEPS,
        "events": rows_for(list(Event.objects.about(membership.pk)), request.user),
    }
    return render(request, "services/membership_detail.html", context)


@access(Permission.SESSION_CREATE)
@require_POST
def answer(request, pk, verb):
    """Interested after all, or not: one click."""
    membership = _membership_or_404(request, pk)
    try:
        actions.answer_offer(membership, verb, by=request.user)
    except KeyError as error:
        raise Http404 from error
    except NotPossible:
        return _over(request, membership)
    return redirect("services:membership_detail", pk)


@access(Permission.SESSION_CREATE)
def step(request, pk, verb):
    """Registered, joined, left: each asks what must be known for it."""
    membership = _membership_or_404(request, pk)
    form_class, act = _step_or_404(verb)
    start = {"version": membership.version, "level": membership.level}
    form = bound_or_draft(form_class, request, initial=start)
    try:
        line = check(membership, MEMBERSHIPS, verb)
        if request.method == "POST" and form.is_valid():
            told = form.cleaned_data
            if save_edit(request, form, lambda: act(membership, by=request.user, **told)):
                return redirect("services:membership_detail", pk)
    except NotPossible:
        return _over(request, membership)
    context = {"form": form, "membership": membership, "label": line.label}
    context |= {
        "client": show_client(membership.migrant, request.user),
        "union": union_name(membership),
    }
    return render(request, "services/membership_step.html", context)


def _step_or_404(verb: str):
    if verb not in STEPS:
        raise Http404
    return STEPS[verb]
