import base64

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.audit.reasons import RevealReason
from ltsa.drafts.forms import bound_or_draft, save_once
from ltsa.idempotency.actions import is_used

from .. import actions
from ..codes import Purpose
from ..consent_page import SHORT, card_of, consent_page, is_own, script_of, title_of, what_ends
from ..disclosure import show_client
from ..forms import ConsentForm, WithdrawForm
from ..models import Consent, Migrant
from ..proofs import ENDINGS
from ..texts import SCRIPTS, VERSION
from ..withdrawing import tell_all


@access(Permission.CLIENT_EDIT)
def create(request, pk):
    """Read one script aloud, write down the answer; `?untuk=` says which of the six questions."""
    seen = Migrant.objects.visible_to(request.user).with_place()
    migrant, purpose = get_object_or_404(seen, pk=pk), _purpose(request)
    form = bound_or_draft(
        ConsentForm, request, user=request.user, migrant=migrant, purpose=purpose.value
    )
    if request.method == "POST" and form.is_valid() and _is_sure(form, request.user):
        consent = save_once(
            request,
            form,
            lambda: actions.record_consent(migrant, by=request.user, **form.verb_fields()),
            model=Consent,
        )
        if consent:
            return redirect("services:consent_detail", consent.pk)
    context = _words_of(purpose) | {"form": form, "client": show_client(migrant, request.user)}
    return render(request, "services/consent_form.html", context)


def _words_of(purpose: Purpose) -> dict:
    """What is asked, read aloud, and meant."""
    return {
        "purpose": purpose,
        "questions": SHORT.items(),
        "meaning": SCRIPTS[purpose],
        "text": script_of(purpose, VERSION),
    }


def _purpose(request) -> Purpose:
    asked = request.GET.get("untuk", "")
    return Purpose(asked) if asked in Purpose.values else Purpose.RECORD


def _is_sure(form, user) -> bool:
    """Nothing is doubtful, or she saved it anyway; a repeat of a save is not asked again."""
    return not form.needs_second_look() or is_used(form.key, by=user)


def _consent_or_404(request, pk) -> Consent:
    seen = Consent.objects.visible_to(request.user).select_related(
        "recipient", "organisation", "recorded_by", "migrant__service_point", "proof"
    )
    return get_object_or_404(seen.defer("proof__content"), pk=pk)


@access(Permission.CLIENT_SEE)
def detail(request, pk):
    consent = _consent_or_404(request, pk)
    record("view", consent, by=request.user)
    return render(request, "services/consent_detail.html", consent_page(consent, request.user))


@access(Permission.CLIENT_EDIT)
def withdraw(request, pk):
    """She says stop, by any way she likes; the second click does it."""
    consent = _consent_or_404(request, pk)
    if not consent.is_valid:
        return redirect("services:consent_detail", pk)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.withdraw_consent(consent, way=form.cleaned_data["way"], by=request.user)
        messages.success(
            request,
            _("Persetujuan dicabut dan langsung berlaku. %(what)s") % {"what": what_ends(consent)},
        )
        here = Migrant.objects.visible_to(request.user).filter(pk=consent.migrant_id).exists()
        return (
            redirect("services:migrant_detail", consent.migrant_id)
            if here
            else redirect("home:day")
        )
    context = {"form": form, "consent": consent, "title": title_of(consent, request.user)}
    context |= {"ends": [what_ends(consent), *tell_all(consent)]}
    return render(request, "services/consent_withdraw.html", context)


@access(Permission.CLIENT_SEE)
def card(request, pk):
    """For her to keep: her code, what she agreed to, until when, whom to call. Made to be printed."""
    consent = _consent_or_404(request, pk)
    if not consent.is_valid:
        raise Http404
    record("print", consent, by=request.user)
    named = request.GET.get("lembaga") == "ya" and not consent.restricted
    context = {"card": card_of(consent, named=named), "consent": consent, "named": named}
    return render(request, "services/consent_card.html", context)


@access(Permission.CLIENT_REVEAL)
def proof(request, pk):
    """The photo or the recording as a file to save, never shown by the browser; its name tells nothing."""
    consent = _consent_or_404(request, pk)
    kept = getattr(consent, "proof", None)
    if kept is None or not is_own(consent, request.user):
        raise Http404
    why = RevealReason.CHECK_IDENTITY
    record("reveal", consent, fields=["proof"], why=why, about=consent, by=request.user)
    answer = HttpResponse(base64.b64decode(kept.content), content_type=kept.media_type)
    answer["Content-Disposition"] = f'attachment; filename="bukti.{ENDINGS[kept.media_type]}"'
    answer["Cache-Control"] = "no-store, private"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
