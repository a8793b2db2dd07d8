import uuid
from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.drafts.forms import bound_or_draft, save_once, show_errors
from ltsa.idempotency.actions import OtherBody, is_used, once
from ltsa.versions import Stale

from .. import actions
from ..chains import chain_rows, with_followers
from ..forms import FORMS, ReferralForm
from ..models import Case, Referral
from ..pages import referral_page
from ..refusals import on_record
from ..shared_page import preview_of, shares_page, withheld
from ..transitions import NotPossible, NotYours, check, label_of, possible

SENT_BEFORE = gettext_lazy(
    "Formulir ini sudah disimpan sebelumnya. Muat ulang halaman untuk mengisi yang baru."
)
SEE = (Permission.REFERRAL_SEE, Permission.REFERRAL_TIMING)
RUN: dict[str, Callable] = {
    "send": actions.send_referral,
    "accept": actions.accept_referral,
    "decline": actions.decline_referral,
    "start": actions.start_referral,
    "report_service": actions.report_service,
    "return": actions.return_referral,
    "complete": actions.complete_referral,
    "withdraw": actions.withdraw_referral,
    "claim": actions.claim_referral,
    "release": actions.release_referral,
    "share": actions.share_again,
    "call": actions.note_call,
    "ask_client": actions.ask_client,
    "discard": actions.discard_referral,
    "ask": partial(actions.write_note, verb="ask"),
    "answer": partial(actions.write_note, verb="answer"),
    "feedback": partial(actions.write_note, verb="feedback"),
}


@access(Permission.REFERRAL_SEND)
def create(request, pk):
    """Write a draft with the client's consent; its page is the preview, from which it is sent."""
    case = get_object_or_404(Case.objects.visible_to(request.user).with_parts(), pk=pk)
    if case.organisation_id != request.user.posting.organisation_id:
        raise PermissionDenied
    midway = "susun" in request.POST
    form = bound_or_draft(ReferralForm, request, midway=midway, user=request.user, case=case)
    if request.method == "POST" and not midway and form.is_valid():
        referral = save_once(
            request,
            form,
            lambda: actions.create_referral(case, by=request.user, **form.verb_fields()),
            model=Referral,
        )
        if referral:
            return redirect("cases:referral_detail", referral.pk)
    return render(request, "cases/referral_form.html", {"form": form, "case": case})


def _referral_or_404(request, pk) -> Referral:
    seen = Referral.objects.visible_to(request.user).with_parts()
    return get_object_or_404(
        with_followers(seen).select_related(
            "case__migrant__village__parent__parent", "suggested", "client_feedback__by"
        ),
        pk=pk,
    )


@access(*SEE)
def detail(request, pk):
    referral = actions.open_referral(_referral_or_404(request, pk), by=request.user)
    record("view", referral, by=request.user)
    context = referral_page(referral, request.user)
    context["chain"] = chain_rows(referral, request.user)
    if referral.state == "draft":
        outside = not actions.has_accounts(referral)
        context["preview"] = preview_of(referral, request.user, outside=outside)
        context["withheld"] = withheld(referral, outside=outside)
        context["without_account"] = outside
        context["replaced"] = actions.replaced_by(referral)
    return render(request, "cases/referral_detail.html", context)


@access(Permission.REFERRAL_SEND)
def shared(request, pk):
    """Each version of what the recipient was given, the newest first: for the house that sent it."""
    referral = _referral_or_404(request, pk)
    context = shares_page(referral, request.user)
    if not context["versions"]:
        raise Http404
    record("view", referral, by=request.user)
    return render(request, "cases/referral_shares.html", context)


@access(Permission.REFERRAL_SEND, Permission.REFERRAL_ANSWER)
def act(request, pk, verb):
    """Do a verb: a button posts here; a verb that asks something shows its form first."""
    referral = _referral_or_404(request, pk)
    if verb not in RUN:
        raise Http404
    if not _is_offered(request, referral, verb):
        return redirect("cases:referral_detail", pk)
    form = _form_of(request, referral, verb)
    if request.method == "POST" and (form is None or form.is_valid()):
        if _run(request, referral, verb, form):
            here = request.POST.get("dari") == "daftar"
            return redirect(*(["cases:referral_list"] if here else ["cases:referral_detail", pk]))
    elif form is None:
        return redirect("cases:referral_detail", pk)
    context = {"form": form, "referral": referral, "label": label_of(verb)}
    context["changed"] = getattr(form, "changed", [])
    return render(request, "cases/referral_act.html", context)


def _is_offered(request, referral, verb) -> bool:
    """A form may know what is not hers to read: whoever may not do the verb now never sees it, and is told why."""
    if any(line.verb == verb for line in possible(referral, request.user)):
        return True
    if request.method == "POST" and not is_used(_key_of(request), by=request.user):
        _run(request, referral, verb, None, do=lambda row, by: check(row, verb, by=by))
    return False


def _form_of(request, referral, verb):
    if verb not in FORMS:
        return None
    form = FORMS[verb](request.POST or None, initial={"version": referral.version})
    form.key = _key_of(request) or str(uuid.uuid4())
    if hasattr(form, "ask_about"):
        form.ask_about(referral, request.user)
    return form


def _key_of(request) -> str:
    try:
        return str(uuid.UUID(request.POST.get("idempotency_key", "")))
    except ValueError:
        return ""


def _do_once(request, referral, do, form) -> None:
    """A form that is sent twice writes once and tells once; a button is stopped by the state it has changed."""
    fields = form.cleaned_data if form else {}

    def make():
        do(referral, by=request.user, **fields)
        return referral

    key = _key_of(request) if form else ""
    once(key, {"to": request.path, "body": fields}, make, model=Referral, by=request.user)


def _run(request, referral, verb, form, do=None) -> bool:
    """True when the page can go on; False when the form shows what is wrong."""
    try:
        with on_record(referral, verb, by=request.user):
            _do_once(request, referral, do or RUN[verb], form)
    except NotYours as error:
        raise PermissionDenied from error
    except (NotPossible, Stale):
        referral.refresh_from_db(fields=["state"])
        text = _("Belum dilakukan: rujukan ini baru saja berubah. Status sekarang: %(state)s.")
        messages.warning(request, text % {"state": referral.get_state_display()})
    except OtherBody:
        form.add_error(None, SENT_BEFORE)
        return False
    except ValidationError as error:
        if form is None:
            messages.error(request, " ".join(error.messages))
            return True
        show_errors(form, error)
        return False
    return True
