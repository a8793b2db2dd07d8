"""The pages of a partner without an account, behind the link that she was given. Nobody is signed in here."""

from functools import wraps

from allauth.account.adapter import get_adapter
from allauth.core.internal import ratelimit
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ltsa.access import PUBLIC, access
from ltsa.drafts.forms import show_errors
from ltsa.encrypted import keyed_hash

from .. import actions
from ..actions.guests import LAST, WRITING
from ..forms import GUEST_FORMS, PinForm
from ..links_page import guest_page, guest_parts
from ..transitions import NotPossible

COOKIE, SALT = "tamu", "guest"
DELETED = "hapus"
LIMITS = {"look": "60/m/ip", "answer": "20/m/ip"}
HEADERS = {
    "Cache-Control": "no-store, private",
    # Never the address itself. Without any, a browser sends its forms from "null", and they are refused.
    "Referrer-Policy": "strict-origin",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}
WORDS = {
    "accept": (gettext_lazy("Terima permintaan"), gettext_lazy("Terima")),
    "decline": (gettext_lazy("Tidak bisa membantu"), gettext_lazy("Kirim jawaban")),
    "ask": (gettext_lazy("Tanya pengirim"), gettext_lazy("Kirim pertanyaan")),
    "report_service": (gettext_lazy("Laporkan bantuan"), gettext_lazy("Kirim laporan")),
    "return": (gettext_lazy("Kembalikan kepada pengirim"), gettext_lazy("Kembalikan")),
}  # what each answer's page is called, and its button


def quiet(view):
    """Slow for whoever tries many; kept by no cache, found by no search engine."""

    @wraps(view)
    def shown(request, *args, **kwargs):
        action = "look" if request.method == "GET" else "answer"
        told = {"app": "tamu", "action": action, "config": LIMITS, "limit_get": True}
        if ratelimit.consume(request, **told):
            response = view(request, *args, **kwargs)
        else:
            response = render(request, "cases/guest_wait.html", status=429)
        for name, value in HEADERS.items():
            response[name] = value
        return response

    return shown


def _held(request) -> str:
    return request.get_signed_cookie(COOKIE, default="", salt=SALT)


def _address(request) -> str:
    return keyed_hash(get_adapter(request).get_client_ip(request), "guest")


@access(PUBLIC)
@quiet
def door(request, token):
    """The referral, for the browser that gave the PIN; the question for the PIN for all others, whatever the link."""
    link = actions.opened_link(token, _held(request))
    if link is not None:
        return _show(request, link, token)
    form = PinForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        told = {"secret": _held(request), "address": _address(request)}
        if opened := actions.open_link(token, form.cleaned_data["pin"], **told):
            return _let_in(token, *opened)
        text = _("PIN tidak cocok, atau tautan ini sudah tidak berlaku.")
        form.add_error("pin", text)
    elif request.method == "GET":
        actions.ask_pin(token, address=_address(request))
    return render(request, "cases/guest_pin.html", {"form": form})


def _let_in(token, secret, link):
    response = redirect("cases:guest", token)
    kept = {"salt": SALT, "httponly": True, "samesite": "Strict", "secure": not settings.DEMO}
    path = response.url  # each link has a cookie of its own
    response.set_signed_cookie(COOKIE, secret, expires=link.expires_at, path=path, **kept)
    return response


def _show(request, link, token):
    parts = guest_parts(link)
    actions.read_link(link, groups=parts, address=_address(request))
    context = {"token": token, **guest_page(link, parts)}
    return render(request, "cases/guest_referral.html", context)


@access(PUBLIC)
@quiet
def answer(request, token, verb):
    if verb not in GUEST_FORMS:
        raise Http404
    writing = {"idle": WRITING} if request.method == "POST" else {}
    link = actions.opened_link(token, _held(request), **writing)
    if link is None or verb not in actions.answers_now(link.referral):
        return redirect("cases:guest", token)
    first = {"name": link.referral.answered_outside, "service": link.referral.services[0]}
    form = GUEST_FORMS[verb](request.POST if request.method == "POST" else None, initial=first)
    if request.method == "POST" and form.is_valid() and _do(request, token, verb, form):
        return (
            redirect("cases:guest_done", verb) if verb in LAST else redirect("cases:guest", token)
        )
    context = {"form": form, "token": token, "verb": verb, "words": WORDS[verb]}
    return render(request, "cases/guest_answer.html", context)


def _do(request, token, verb, form) -> bool:
    """False when the form shows what is wrong. What was over meanwhile is shown by the next page."""
    try:
        told = form.told() | {"address": _address(request)}
        actions.answer_through(token, _held(request), verb, **told)
    except NotPossible:
        return True
    except ValidationError as error:
        show_errors(form, error)
        return False
    return True


@access(PUBLIC)
@quiet
def delete(request, token):
    """One button, once, with the PIN: what she wrote down is deleted. No word of what it was, whoever opens it."""
    form = PinForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        pin, address = form.cleaned_data["pin"], _address(request)
        if actions.confirm_deletion_outside(token, pin, address=address):
            return redirect("cases:guest_done", DELETED)
        form.add_error("pin", _("PIN tidak cocok, atau sudah lima kali salah."))
    asks = actions.outside_request(token) is not None
    return render(request, "cases/guest_deletion.html", {"asks": asks, "form": form})


@access(PUBLIC)
@quiet
def done(request, verb):
    """After the last answer: the link is dead, so this page has none."""
    if verb not in (*LAST, DELETED):
        raise Http404
    return render(request, "cases/guest_done.html", {"verb": verb})
