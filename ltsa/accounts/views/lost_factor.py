"""The phone is lost: whoever has given the right password asks for her second factor to be lifted."""

from allauth.account.internal.stagekit import get_pending_stage
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ltsa.access import PUBLIC, access

from ..actions.resets import Kind, ask_reset


@access(PUBLIC)
@require_http_methods(["GET", "HEAD", "POST"])
def lost_factor(request):
    """Between password and second factor; a second person decides, and a day passes (ltsa/accounts/actions/resets.py)."""
    stage = get_pending_stage(request)
    if stage is None:
        return redirect("account_login")
    if request.method != "POST":
        return render(request, "accounts/lost_factor.html")
    person = stage.login.user
    try:
        ask_reset(person, kind=Kind.SECOND_FACTOR, by=person)
    except PermissionDenied:
        # Of whoever reaches no restricted record her supervisor or the district admin lifts it at once.
        messages.error(request, _("Minta supervisor atau admin kabupaten melepas pengaman Anda."))
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    else:
        text = _("Permintaan dikirim. Setelah orang kedua menyetujui, berlaku 24 jam kemudian.")
        messages.success(request, text)
    return redirect("account_login")
