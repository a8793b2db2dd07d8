"""What the sender is shown of the links of a referral, and the guest of the referral behind hers."""

import segno
from django.utils.translation import gettext as _

from ltsa.notifications.models import Notification
from services.codes import DisclosureGroup

from .actions.guests import answers_now
from .actions.links import Secret, has_accounts, is_suspended, offers_link, why_dead
from .codes import LinkEnd, Seen
from .disclosure import service_labels, shown_parts
from .guest import Guest
from .lists import PRIORITY_TONES, minute
from .models import OutsideLink, Referral
from .shared_page import BEHIND_A_LOGIN, shown_rows

SHOWN = 100


def links_page(referral: Referral, user, secret: Secret | None) -> dict:
    links = list(_links(referral, user))
    offers, portal = offers_link(referral, user), has_accounts(referral)
    posted = Notification.objects.filter(kind="outside", subject__in=[link.pk for link in links])
    mails = {mail.subject: mail for mail in posted.order_by("created_at")}
    living = next((link for link in links if not why_dead(link)), None)
    return {
        "referral": referral,
        "may_make": offers and not portal,
        "in_portal": offers and portal,
        "is_halted": offers and portal and is_suspended(referral),
        "secret": secret,
        "by_mail": bool(links) and links[0].way == "mail",
        "qr": qr(secret.address) if secret else "",
        "living": living,
        "rows": [_row(link, mails) for link in links],
        "phone": referral.to.phone or referral.to.phone_24h,
    }


def _links(referral: Referral, user):
    seen = OutsideLink.objects.visible_to(user).filter(referral=referral)
    return seen.select_related("referral__consent", "made_by").prefetch_related("views")


def qr(address: str) -> str:
    """An SVG for <img>: made here, nothing is asked of another server."""
    return segno.make(address, error="m", micro=False).svg_data_uri(
        scale=6, border=2, light="white"
    )


def _row(link: OutsideLink, mails: dict) -> dict:
    """What became of its mail, and its looks with the devices numbered: 1 is the first that asked, and nobody sees an address."""
    views = list(link.views.all())[:SHOWN]
    devices: dict[str, int] = {}
    for view in views:
        if view.address:
            devices.setdefault(view.address, len(devices) + 1)
    why, mail = why_dead(link), mails.get(link.pk)
    return {
        "way": link.get_way_display(),
        "made": _("dibuat %(when)s oleh %(who)s")
        % {"when": minute(link.made_at), "who": link.made_by},
        "tag": LinkEnd(why).label if why else _("berlaku"),
        "tone": "neutral" if why else "good",
        "address": masked(link.address),
        "mail": mail.get_state_display() if mail else "",
        "mail_failed": mail is not None and mail.state in ("failed", "bounced"),
        "opened": sum(view.what == Seen.OPENED for view in views),
        "until": minute(link.expires_at),
        "views": [
            {
                "when": minute(view.at),
                "what": view.get_what_display(),
                "device": _("perangkat %(number)s") % {"number": devices[view.address]}
                if view.address
                else "",
            }
            for view in views
        ],
    }


def masked(address: str) -> str:
    """Enough for the sender to know her own mistake: "k***@contoh.test"."""
    name, at, house = address.rpartition("@")
    return f"{name[:1]}***{at}{house}" if address else ""


WHO = {DisclosureGroup.IDENTITY, DisclosureGroup.CONTACT}


def guest_parts(link: OutsideLink) -> dict:
    """What the partner's own page shows, without her story: that stays behind a login.

    Who she is only where the sender chose so for this link: a link names nobody (domain 5).
    """
    parts = shown_parts(link.referral, Guest(link.referral.to_id))
    hidden = BEHIND_A_LOGIN | (set() if link.opens_identity else WHO)
    return {group: told for group, told in parts.items() if group not in hidden}


def _in_her_words(parts: dict) -> list[dict]:
    """The rows of the partner's page; what is always sent is the person, to somebody who sees it once."""
    rows = shown_rows(parts, to_call=True)
    if "minimum" in parts:
        rows[list(parts).index("minimum")]["title"] = _("Orang yang perlu dibantu")
    return rows


def guest_page(link: OutsideLink, parts: dict) -> dict:
    referral = link.referral
    sender = referral.sender
    return {
        "link": link,
        "referral": referral,
        "sender": sender,
        "phones": [number for number in (sender.phone, sender.phone_24h) if number],
        "priority_tone": PRIORITY_TONES[referral.priority],
        "client_code": "" if link.opens_identity else referral.case.migrant.code,
        "waits": referral.answered_at is None,
        "due": minute(referral.due_at) if referral.answered_at is None else "",
        "until": minute(link.expires_at),
        "services": ", ".join(service_labels(referral)),
        "parts": _in_her_words(parts),
        "notes": list(referral.notes.select_related("by")),
        "verbs": answers_now(referral),
    }
