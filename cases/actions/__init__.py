from services.actions import withdraw_consent

from . import consents  # noqa: F401 (registers what rests on a consent)
from .cases import hand_over_case, move_case, open_case, take_back_case
from .referrals import (
    accept_referral,
    claim_referral,
    complete_referral,
    create_referral,
    decline_referral,
    expire_referral,
    open_referral,
    report_service,
    return_referral,
    send_referral,
    start_referral,
    withdraw_referral,
    write_note,
)

__all__ = [
    "accept_referral",
    "claim_referral",
    "complete_referral",
    "create_referral",
    "decline_referral",
    "expire_referral",
    "hand_over_case",
    "move_case",
    "open_case",
    "open_referral",
    "report_service",
    "return_referral",
    "send_referral",
    "start_referral",
    "take_back_case",
    "withdraw_consent",
    "withdraw_referral",
    "write_note",
]
