"""The link for a partner without an account: made and ended by the sender (domain 5). What a guest does: guests.py.

Whoever looks or answers through it locks the referral first and the link afterwards, so that nothing waits crosswise.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, Q
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.audit.actions import record
from ltsa.notifications.actions import post_mail
from ltsa.organisations.addresses import address_of
from ltsa.organisations.models import Organisation, Suspension
from ltsa.timeline.actions import write_event

from .. import notices
from ..codes import LinkEnd, LinkWay, ReferralKind, Seen
from ..disclosure import is_agreed, last_day
from ..models import OutsideLink, Referral
from ..transitions import GONE, LINKABLE, NotPossible, NotYours, lock
from .deadlines import end_of
from .link_ends import end_links, seen
from .partners import check_partner
from .sending import check_consent

LONGEST = timedelta(days=7)
TRIES = 5  # wrong PINs that a link bears


@dataclass(frozen=True)
class Secret:
    """What the sender is shown once and the house does not keep."""

    token: str
    pin: str

    @property
    def address(self) -> str:
        return f"{settings.SITE_URL}/tamu/{self.token}/"


def digest(text: str) -> str:
    """SHA-256; enough for what is 256 random bits."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def may_link(referral: Referral, user) -> bool:
    """Whether she is one of those who sent it."""
    here = user.posting is not None and referral.sender_id == user.posting.organisation_id
    asks = referral.kind == ReferralKind.REFERRAL  # a case moves from account to account
    return here and asks and user.can(Permission.REFERRAL_SEND)


def has_accounts(referral: Referral) -> bool:
    """Whether somebody of the recipient can answer in the portal: a second, weaker door is not for them.

    Nor for a house whose access is suspended: nobody answers for it meanwhile, not even by phone.
    """
    able, halted = notices.answerers(referral.to), Suspension.objects.in_force()
    house = Organisation.objects.filter(pk=referral.to_id)
    return house.filter(Exists(able) | Q(pk__in=halted.values("organisation"))).exists()


def is_suspended(referral: Referral) -> bool:
    return Suspension.objects.in_force().filter(organisation=referral.to_id).exists()


def offers_link(referral: Referral, user) -> bool:
    """Whether a link could be made now, as far as can be told without a query."""
    return may_link(referral, user) and referral.state in LINKABLE and not referral.restricted


def why_dead(link: OutsideLink) -> str:
    """A code of LinkEnd, or "" while it opens something. Asked of the referral as it is now, at every look."""
    referral = link.referral
    if link.dead_at is not None:
        return link.dead_why
    if referral.state in GONE or referral.restricted or not is_agreed(referral):
        return LinkEnd.WITHDRAWN
    if referral.state not in LINKABLE or referral.answered_by_id is not None:
        return LinkEnd.ANSWERED  # an officer of that house answers in the portal now
    if link.expires_at <= timezone.now():
        return LinkEnd.EXPIRED
    return LinkEnd.REVOKED if is_suspended(referral) else ""


@transaction.atomic
def make_link(
    referral: Referral,
    *,
    way: str,
    address: str = "",
    why: str = "",
    opens_identity: bool = False,
    by,
) -> tuple[OutsideLink, Secret]:
    """A new link; the one before it is dead. By mail it goes to the house's own address, which a second person confirmed.

    To another `address` only with `why`, which stays in the audit trail: whoever has that mailbox reads it.

    `opens_identity`: whether name and phone open to its reader once she has accepted.

    Raises NotYours, NotPossible, ValidationError: a restricted case is for named people alone (domain 4 rule 1).
    """
    referral = lock(referral)
    _check(referral, by)
    address, why = _address(referral, way, address, why)
    end_links(referral, LinkEnd.REVOKED)
    secret = Secret(secrets.token_urlsafe(32), f"{secrets.randbelow(1_000_000):06d}")
    link = OutsideLink.objects.create(
        referral=referral,
        way=way,
        token_digest=digest(secret.token),
        pin_hash=make_password(secret.pin),
        address=address,
        opens_identity=opens_identity,
        made_by=by,
        expires_at=min(timezone.now() + LONGEST, end_of(last_day(referral))),
    )
    seen(link, Seen.MADE)
    if address:
        _post(link, secret, address)
    _tell("referral.link", referral, {"way": way}, by)
    record(
        "share", referral, fields=["link", "typed_address"] if why else ["link"], reason=why, by=by
    )
    return link, secret


def _check(referral: Referral, by) -> None:
    if not may_link(referral, by):
        raise NotYours("link")
    if referral.restricted:
        text = _(
            "Kasus terbatas hanya untuk orang yang disebut namanya. Rujukan ini tidak dapat dibuka lewat tautan: "
            "lembaga tujuan perlu akun, atau telepon petugasnya."
        )
        raise ValidationError(text, code="restricted")
    check_partner(referral.case, referral.to)
    if has_accounts(referral):
        text = _(
            "Lembaga ini punya akun dan menjawab di portal. Ingatkan mereka, jangan beri tautan."
        )
        raise ValidationError(text, code="has_accounts")
    if referral.state not in LINKABLE:
        raise NotPossible(referral, "link")
    check_consent(referral)


def _address(referral: Referral, way: str, typed: str, why: str) -> tuple[str, str]:
    """(address, why not the confirmed one). One that only waits to be confirmed counts as any other that is typed."""
    if way != LinkWay.MAIL:
        return "", ""
    confirmed, typed, why = address_of(referral.to), typed.strip().lower(), why.strip()
    if not (typed or confirmed):
        raise ValidationError({"address": _("Tulis alamat surel lembaga tujuan.")})
    if not typed or typed == confirmed.lower():
        return confirmed, ""
    if not why:
        raise ValidationError(
            {
                "why": _(
                    "Tulis mengapa ke alamat ini: belum ada yang mencocokkannya dengan perjanjian."
                )
            }
        )
    return typed, why


def _post(link: OutsideLink, secret: Secret, address: str) -> None:
    """Neutral, and without the PIN: it is told by voice."""
    told = {"url": secret.address, "until": timezone.localtime(link.expires_at)}
    with translation.override("id"):
        body = render_to_string("cases/mail/guest.txt", told)
        mail = post_mail(address, _("Permintaan lewat portal LTSA-MRC"), body, kind="outside")
    mail.subject = link.pk
    mail.save(update_fields=["subject"])


@transaction.atomic
def revoke_links(referral: Referral, *, by) -> int:
    """The sender ends it, whatever became of it. Raises NotYours."""
    referral = lock(referral)
    if not may_link(referral, by):
        raise NotYours("unlink")
    ended = end_links(referral, LinkEnd.REVOKED)
    if ended:
        _tell("referral.unlink", referral, {"why": LinkEnd.REVOKED}, by)
    return ended


def _tell(verb: str, referral: Referral, detail: dict, by) -> None:
    write_event(verb, referral, client=referral.case.migrant_id, detail=detail, by=by)
