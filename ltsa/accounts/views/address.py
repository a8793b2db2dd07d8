"""Proving that the mail address is one's own, by a mailed link."""

from functools import wraps

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ltsa.access import PUBLIC, SIGNED_IN, access
from ltsa.signin.addresses import is_proved, read_proving_key

from ..models import User
from ..proving import prove_by_link, send_proving_link


@access(SIGNED_IN)
def address(request):
    """Whether her address is proved, and a link to prove it."""
    if request.method == "POST" and request.user.email:
        if send_proving_link(request.user):
            messages.success(request, _("Tautan dikirim. Buka surel Anda, lalu buka tautannya."))
        else:
            messages.warning(request, _("Tautan baru saja dikirim. Tunggu sebentar."))
        return redirect("account_email")
    return render(request, "accounts/address.html", {"proved": is_proved(request.user)})


@access(PUBLIC)
def confirm(request, key):
    """The mailed link: she says yes by a button, because mail scanners open links too."""
    try:
        user_id, told = read_proving_key(key)
    except signing.BadSignature:
        user_id, told = "", ""
    person = User.objects.filter(pk=user_id or None, email__iexact=told, is_active=True).first()
    if person is not None and request.method == "POST":
        prove_by_link(person)
        messages.success(request, _("Surel Anda sudah terbukti."))
        return redirect("mfa_index" if request.user.is_authenticated else "account_login")
    status = 200 if person else 404
    return render(request, "accounts/address_confirm.html", {"person": person}, status=status)


def needs_proved_address(view):
    """A second factor is added only by somebody whose address is proved: a reset is told to it."""

    @wraps(view)
    def asked(request, *args, **kwargs):
        if settings.DEMO or is_proved(request.user):
            return view(request, *args, **kwargs)
        messages.warning(request, _("Buktikan dulu surel Anda, lalu pasang pengaman kedua."))
        return redirect("account_email")

    return asked
