"""The sender's page of the links for a partner without an account."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft

from .. import actions, told_once
from ..forms import LinkForm
from ..links_page import links_page
from ..models import OutsideLink, Referral
from .asking import do_or_tell, save_or_refuse


def _referral_or_404(request, pk) -> Referral:
    seen = Referral.objects.visible_to(request.user).with_parts()
    referral = get_object_or_404(seen, pk=pk)
    if not actions.may_link(referral, request.user):
        raise Http404
    return referral


@access(Permission.REFERRAL_SEND)
def index(request, pk):
    """Make one, or see who looked through those that were made; address and PIN are shown once."""
    referral = _referral_or_404(request, pk)
    form = bound_or_draft(LinkForm, request, to=referral.to)
    if request.method == "POST" and form.is_valid():
        make = lambda: _make(referral, request.user, form.cleaned_data)  # noqa: E731
        if save_or_refuse(request, form, referral, "link", make, model=OutsideLink):
            return redirect("cases:referral_links", pk)
    secret = told_once.take(referral, request.user) if request.method == "GET" else None
    context = {"form": form, **links_page(referral, request.user, secret)}
    response = render(request, "cases/referral_links.html", context)
    response["Referrer-Policy"] = "strict-origin"
    return response


def _make(referral: Referral, user, told: dict) -> OutsideLink:
    link, secret = actions.make_link(referral, by=user, **told)
    told_once.keep(link, secret)
    return link


@access(Permission.REFERRAL_SEND)
@require_POST
def revoke(request, pk):
    referral = _referral_or_404(request, pk)
    end = lambda: actions.revoke_links(referral, by=request.user)  # noqa: E731
    if do_or_tell(request, referral, "unlink", end):
        messages.success(
            request, _("Tautan dimatikan. Yang membukanya tidak melihat apa-apa lagi.")
        )
    return redirect("cases:referral_links", pk)
