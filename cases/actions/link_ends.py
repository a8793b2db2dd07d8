"""How a link for a partner without an account ends, whoever ends it."""

from django.utils import timezone

from ltsa.notifications.models import Notification

from ..codes import LinkEnd, Seen
from ..models import OutsideLink, OutsideView, Referral
from ..transitions import GONE, LINKABLE


def seen(link: OutsideLink, what: str, address: str = "") -> None:
    OutsideView.objects.create(link=link, what=what, address=address)


def end_links(referral: Referral, why: str) -> int:
    """Kill what lives of its links; safe to repeat. How many there were."""
    living = list(referral.links.filter(dead_at=None))
    for link in living:
        kill(link, why)
    return len(living)


def kill(link: OutsideLink, why: str, address: str = "") -> None:
    link.dead_at, link.dead_why = timezone.now(), why
    link.save(update_fields=["dead_at", "dead_why"])
    waiting = Notification.objects.pending().filter(kind="outside", subject=link.pk)
    waiting.update(state="cancelled", mail_body="")
    seen(link, Seen.ENDED, address)


def close_links(referral: Referral) -> None:
    """After each move of the referral: what may not be answered any more has no living link."""
    if referral.state not in LINKABLE:
        end_links(referral, LinkEnd.WITHDRAWN if referral.state in GONE else LinkEnd.ANSWERED)
