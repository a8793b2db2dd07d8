"""A referral that nobody answers, or that came back, is offered to the next house: with a consent for that one."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ..codes import ASKED_BESIDE
from ..models import Referral
from ..transitions import LIVE
from .referral_clocks import move_referral
from .referrals import withdraw_referral
from .sending import create_referral, send_referral


@transaction.atomic
def reoffer_referral(
    referral: Referral,
    *,
    to,
    consent: dict | None = None,
    override: dict | None = None,
    services=None,
    priority: str = "",
    needs: str = "",
    disclose=None,
    attachments=(),
    version=None,
    by,
    **asked,
) -> Referral:
    """The new referral, sent: what is not said again is asked as before, and no file goes that was not named.

    The old one, where it lives, is withdrawn.

    Raises what create_referral, send_referral and withdraw_referral raise; ValidationError when it was offered on.
    """
    referral = move_referral(referral, "reoffer", by=by, version=version)
    if Referral.objects.filter(previous=referral, case=referral.case_id, state__in=LIVE).exists():
        raise ValidationError({"to": _("Rujukan ini sudah ditawarkan ke lembaga lain.")})
    if referral.state in LIVE:
        withdraw_referral(referral, by=by)
    following = create_referral(
        referral.case,
        to=to,
        services=services or referral.services,
        priority=priority or referral.priority,
        needs=needs or referral.needs,
        disclose=referral.disclose if disclose is None else disclose,
        consent=consent,
        override=override,
        previous=referral,
        **({name: getattr(referral, name) for name in ASKED_BESIDE} | asked),
        attachments=attachments,
        by=by,
    )
    return send_referral(following, by=by)
