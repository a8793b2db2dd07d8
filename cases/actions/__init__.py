from services.actions import withdraw_consent

from . import consents  # noqa: F401 (registers what rests on a consent)
from .assessments import assess
from .case_types import add_case_type, change_case_type, end_case_type
from .cases import hand_over_case, open_case, take_back_case
from .claims import add_claim, edit_claim
from .client_feedback import ask_client
from .complaint import edit_complaint, reveal_complainant
from .deletions import (
    confirm_deletion,
    confirm_deletion_outside,
    may_note_deletion,
    note_deletion,
    outside_request,
)
from .files import add_file, remove_file, replace_file
from .glass import allow_glass, ask_glass, end_glass, refuse_glass
from .guests import (
    answer_through,
    answers_now,
    ask_pin,
    open_link,
    opened_link,
    read_link,
)
from .hearings import hold_hearing, sign_minutes
from .hearsay import heard_now, may_note_answer, note_answer
from .incidents import add_incident, edit_incident
from .invitations import invite, prove_delivery
from .letters import void_letter, write_power_of_attorney, write_receipt, write_referral_letter
from .limits import explain_limits, write_account
from .links import has_accounts, make_link, may_link, revoke_links, why_dead
from .locks import ask_lift, lock_out
from .mediations import end_mediation, request_mediation
from .moving import move_case
from .notes import add_note, correct_note
from .plans import move_plan, write_plan
from .promises import break_promise
from .reassigning import preview_reassigning, reassign_cases
from .recoveries import record_payment, record_recovery, void_recovery
from .referral_ends import discard_referral, drop_draft, withdraw_referral
from .referrals import (
    accept_referral,
    claim_referral,
    complete_referral,
    decline_referral,
    expire_referral,
    open_referral,
    release_referral,
    report_service,
    return_referral,
    start_referral,
    write_note,
)
from .reoffering import draft_reoffer, reoffer_referral
from .replacing import replaced_by
from .reporting import decide_report, tend_report_clock
from .requests import allow_access, refuse_access
from .respondents import add_respondent, edit_respondent, remove_respondent
from .restricting import restrict_case
from .safety import write_safety_plan
from .sending import (
    create_referral,
    note_call,
    rewrite_referral,
    send_referral,
    share_again,
)
from .special_help import ask_special_help
from .steps import add_step, move_step
from .team import add_member, name_worker, remove_member, take_on_case
from .tickets import add_ticket, edit_ticket
from .types import set_types

__all__ = [
    "accept_referral",
    "add_case_type",
    "add_claim",
    "add_file",
    "add_incident",
    "add_member",
    "add_note",
    "add_respondent",
    "add_step",
    "add_ticket",
    "allow_access",
    "allow_glass",
    "answer_through",
    "answers_now",
    "ask_client",
    "ask_glass",
    "ask_lift",
    "ask_pin",
    "ask_special_help",
    "assess",
    "break_promise",
    "change_case_type",
    "claim_referral",
    "complete_referral",
    "confirm_deletion",
    "confirm_deletion_outside",
    "correct_note",
    "create_referral",
    "decide_report",
    "decline_referral",
    "discard_referral",
    "draft_reoffer",
    "drop_draft",
    "edit_claim",
    "edit_complaint",
    "edit_incident",
    "edit_respondent",
    "edit_ticket",
    "end_case_type",
    "end_glass",
    "end_mediation",
    "expire_referral",
    "explain_limits",
    "hand_over_case",
    "has_accounts",
    "heard_now",
    "hold_hearing",
    "invite",
    "lock_out",
    "make_link",
    "may_link",
    "may_note_answer",
    "may_note_deletion",
    "move_case",
    "move_plan",
    "move_step",
    "name_worker",
    "note_answer",
    "note_call",
    "note_deletion",
    "open_case",
    "open_link",
    "open_referral",
    "opened_link",
    "outside_request",
    "preview_reassigning",
    "prove_delivery",
    "read_link",
    "reassign_cases",
    "record_payment",
    "record_recovery",
    "refuse_access",
    "refuse_glass",
    "release_referral",
    "remove_file",
    "remove_member",
    "remove_respondent",
    "reoffer_referral",
    "replace_file",
    "replaced_by",
    "report_service",
    "request_mediation",
    "restrict_case",
    "return_referral",
    "reveal_complainant",
    "revoke_links",
    "rewrite_referral",
    "send_referral",
    "set_types",
    "share_again",
    "sign_minutes",
    "start_referral",
    "take_back_case",
    "take_on_case",
    "tend_report_clock",
    "void_letter",
    "void_recovery",
    "why_dead",
    "withdraw_consent",
    "withdraw_referral",
    "write_account",
    "write_note",
    "write_plan",
    "write_power_of_attorney",
    "write_receipt",
    "write_referral_letter",
    "write_safety_plan",
]
