"""Mail to those who cannot, or should not only, read it in the portal: one neutral sentence and a link."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from ltsa.notifications.actions import post_mail

from ..models import AddressChange, Organisation


def tell_addresses(change: AddressChange, what: str) -> None:
    """The old address and the new one. `what`: asked, ended (cancelled or refused), applied."""
    link = f"/kelola/lembaga/{change.organisation_id}/surel/"
    for address in {change.before, change.address} - {""}:
        _post(address, "organisations/mail/address.txt", {"what": what}, link=link)


def tell_heads(organisation: Organisation, heads, *, halted: bool) -> None:
    """The supervisors of a house whose access stops or goes on, and the house itself: it reads no line in the portal."""
    told = {head.email: head for head in heads if head.email}
    told.setdefault(organisation.email, None)
    for address, head in told.items():
        if address:
            told_so = {"halted": halted}
            _post(
                address, "organisations/mail/suspension.txt", told_so, link="/privasi/", user=head
            )


def _post(address: str, template: str, context: dict, *, link: str, user=None) -> None:
    with translation.override(user.language if user else "id"):
        told = {"url": settings.SITE_URL + link} | context
        body = render_to_string(template, told)
        post_mail(address, _("Pemberitahuan dari portal LTSA-MRC"), body, user=user)
