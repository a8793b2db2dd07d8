"""The verbs of counselling, a file a subject: `verb_noun(subject, *, ..., by)`, one transaction each."""

from .appointments import (
    ENDINGS,
    end_appointment,
    link_session,
    log_appointment,
    move_appointment,
    plan_appointment,
)
from .attendance import (
    add_attendees,
    finish_lead,
    link_attendee,
    remove_attendee,
    reveal_attendee,
)
from .care import close_course, edit_course, log_care, open_course
from .consents import CONSENT_TEXT_VERSION, record_consent, usual_end, withdraw_consent
from .contracts import check_contract
from .documents import check_documents
from .elsewhere import ask_elsewhere
from .exits import answer_exit
from .journeys import add_journey, edit_journey
from .memberships import (
    answer_offer,
    join_union,
    leave_union,
    offer_membership,
    register_member,
)
from .merging import merge_clients, undo_merge
from .migrants import create_migrant, edit_migrant, edit_relationship, reveal_number
from .queue import call_visitor, finish_visit, leave_queue, name_visitor, take_number
from .sessions import correct_session, finish_follow_up, log_session, may_correct, void_session
from .shielding import shield_client
from .visits import log_visit

__all__ = [
    "CONSENT_TEXT_VERSION",
    "ENDINGS",
    "add_attendees",
    "add_journey",
    "answer_exit",
    "answer_offer",
    "ask_elsewhere",
    "call_visitor",
    "check_contract",
    "check_documents",
    "close_course",
    "correct_session",
    "create_migrant",
    "edit_course",
    "edit_journey",
    "edit_migrant",
    "edit_relationship",
    "end_appointment",
    "finish_follow_up",
    "finish_lead",
    "finish_visit",
    "join_union",
    "leave_queue",
    "leave_union",
    "link_attendee",
    "link_session",
    "log_appointment",
    "log_care",
    "log_session",
    "log_visit",
    "may_correct",
    "merge_clients",
    "move_appointment",
    "name_visitor",
    "offer_membership",
    "open_course",
    "plan_appointment",
    "record_consent",
    "register_member",
    "remove_attendee",
    "reveal_attendee",
    "reveal_number",
    "shield_client",
    "take_number",
    "undo_merge",
    "usual_end",
    "void_session",
    "withdraw_consent",
]
