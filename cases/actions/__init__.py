from services.actions import withdraw_consent

from . import consents  # noqa: F401 (registers what rests on a consent)
from .cases import hand_over_case, open_case, take_back_case
from .deletions import confirm_deletion
from .incidents import add_incident, edit_incident
from .limits import explain_limits, set_types, write_account
from .moving import move_case
from .notes import add_note, correct_note
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
from .reporting import decide_report, tend_report_clock
from .safety import write_safety_plan
from .special_help import ask_special_help

__all__ = [
    "accept_referral",
    "add_incident",
    "add_note",
    "ask_special_help",
    "claim_referral",
    "complete_referral",
    "confirm_deletion",
    "correct_note",
    "create_referral",
    "decide_report",
    "decline_referral",
    "edit_incident",
    "expire_referral",
    "explain_limits",
    "hand_over_case",
    "move_case",
    "open_case",
    "open_referral",
    "report_service",
    "return_referral",
    "send_referral",
    "set_types",
    "start_referral",
    "take_back_case",
    "tend_report_clock",
    "withdraw_consent",
    "withdraw_referral",
    "write_account",
    "write_note",
    "write_safety_plan",
]
