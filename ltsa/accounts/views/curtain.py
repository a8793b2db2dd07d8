"""The curtain over an open session, and the PIN that opens it."""

from http import HTTPStatus

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from ltsa.access import SIGNED_IN, access
from ltsa.signin.models import Pin

from .. import curtain
from ..gate import MustWait

HOME = "/beranda/"


class PinForm(forms.Form):
    pin = forms.CharField(
        label=gettext_lazy("PIN baru"),
        max_length=curtain.LONGEST,
        required=False,
        help_text=gettext_lazy("4 sampai 8 angka. Hanya untuk membuka layar yang ditutup."),
        widget=forms.PasswordInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    password = forms.CharField(
        label=gettext_lazy("Kata sandi Anda"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


@access(SIGNED_IN)
def draw(request):
    """POST: the curtain comes down. GET tells a page that came back from the browser's memory how it stands."""
    if request.method == "POST":
        curtain.draw(request.session)
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    drawn = curtain.is_drawn(request.session)
    return HttpResponse(status=HTTPStatus.CONFLICT if drawn else HTTPStatus.NO_CONTENT)


@access(SIGNED_IN)
@require_POST
def lift(request):
    """By script: 204, or why not as JSON. Without: back to the page that was asked for."""
    scripted = request.headers.get("X-Curtain") == "1"
    try:
        curtain.lift(request, request.POST.get("secret", "")[:200])
    except ValidationError as refused:
        if not scripted:
            return show_curtain(request, request.POST.get("next", ""), refused)
        told = {"text": refused.messages[0], "turn": _turn(refused)}
        return JsonResponse(told, status=_status(refused))
    return HttpResponse(status=204) if scripted else redirect(_safe(request, request.POST))


def show_curtain(request, target: str, refused: ValidationError | None = None):
    """The page that stands in place of every other while the curtain is down."""
    context = {
        "next": target,
        "refused": refused.messages[0] if refused else "",
        "turn": _turn(refused),
    }
    return render(request, "accounts/curtain.html", context, status=_status(refused))


def _turn(refused) -> str:
    return refused.turn if isinstance(refused, MustWait) else ""


def _status(refused) -> int:
    wait = isinstance(refused, MustWait)
    return HTTPStatus.TOO_MANY_REQUESTS if wait else HTTPStatus.FORBIDDEN


def _safe(request, fields) -> str:
    target = fields.get("next", "")
    hosts = {request.get_host()}
    safe = url_has_allowed_host_and_scheme(target, hosts, require_https=request.is_secure())
    return target if safe and target.startswith("/") else HOME


@access(SIGNED_IN)
def pin(request):
    """Choose, change or remove one's PIN; each time with the password."""
    form = PinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            curtain.prove_password(request, form.cleaned_data["password"])
            messages.success(request, _change(request, form.cleaned_data["pin"]))
            return redirect("account_pin")
        except ValidationError as refused:
            form.add_error(None, refused)
    has_pin = Pin.objects.filter(pk=request.user.pk).first()
    return render(request, "accounts/pin.html", {"form": form, "has_pin": has_pin})


def _change(request, number: str) -> str:
    if "remove" in request.POST:
        curtain.remove_pin(request.user, by=request.user)
        return _("PIN dihapus.")
    curtain.set_pin(request.user, pin=number, by=request.user)
    return _("PIN disimpan.")
