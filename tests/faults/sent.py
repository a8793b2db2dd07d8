"""Referrals as the desk of Cirebon sends them, for houses that are about to break."""

from datetime import timedelta

from django.utils import timezone

from cases.actions import create_referral, open_case, send_referral
from cases.models import CaseType, Referral
from ltsa.accounts.models import User
from services.actions import create_migrant
from tests.clients import SUHARTI

ASKED = {
    "services": ["psychosocial"],
    "priority": "normal",
    "needs": "Perlu teman bicara.",
    "disclose": ["identity", "needs"],
}


def open_a_case(desk: User):
    kinds = list(CaseType.objects.filter(code="REK03"))
    told = {"types": kinds, "reported_by": "self", "by": desk}
    return open_case(create_migrant(by=desk, **SUHARTI), account="Biaya diminta dua kali.", **told)


def consent_until_soon() -> dict:
    return {"method": "signature", "expires_on": timezone.localdate() + timedelta(days=30)}


def send_a_referral(desk: User, house) -> Referral:
    """To that organisation, of a case of its own, with the client's consent."""
    told = ASKED | {"to": house, "consent": consent_until_soon(), "by": desk}
    return send_referral(create_referral(open_a_case(desk), **told), by=desk)
