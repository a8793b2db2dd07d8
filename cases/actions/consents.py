"""A withdrawn consent ends what rested on it, at once (UU 27/2022 art 40; domain 4 rule 7)."""

from django.db import transaction

from services import actions as services
from services.models import Consent

from .. import notices
from ..models import Referral
from ..transitions import move
from .referrals import end_grants, ended


@transaction.atomic
def withdraw_consent(consent: Consent, *, by) -> Consent:
    """Withdraw it, and with it every live referral that was sent under it; the recipients lose sight at once."""
    consent = services.withdraw_consent(consent, by=by)
    sent = Referral.objects.filter(consent=consent).exclude(state="draft")
    for referral in sent:
        # Also of a completed one: the partner would see the client until the day she had first agreed to.
        end_grants(referral)
    for referral in sent.open():
        referral = move(
            referral, "expire", by=None, change=ended, detail={"why": "consent_withdrawn"}
        )
        notices.referral_ended(referral)
    return consent
