"""The verbs of counselling, a file a subject: `verb_noun(subject, *, ..., by)`, one transaction each."""

from .appointments import (
    ENDINGS,
    end_appointment,
    link_session,
    log_appointment,
    move_appointment,
    plan_appointment,
)
from .care import close_course, edit_course, log_care, open_course
from .consents import CONSENT_TEXT_VERSION, record_consent, usual_end, withdraw_consent
from .documents import check_documents
from .exits import answer_exit
from .migrants import create_migrant, edit_migrant, edit_relationship, reveal_number
from .queue import call_visitor, finish_visit, leave_queue, name_visitor, take_number
from .sessions import correct_session, finish_follow_up, log_session, may_correct, void_session
from .visits import log_visit

__all__ = [
    "CONSENT_TEXT_VERSION",
    "ENDINGS",
    "answer_exit",
    "call_visitor",
    "check_documents",
    "close_course",
    "correct_session",
    "create_migrant",
    "edit_course",
    "edit_migrant",
    "edit_relationship",
    "end_appointment",
    "finish_follow_up",
    "finish_visit",
    "leave_queue",
    "link_session",
    "log_appointment",
    "log_care",
    "log_session",
    "log_visit",
    "may_correct",
    "move_appointment",
    "name_visitor",
    "open_course",
    "plan_appointment",
    "record_consent",
    "reveal_number",
    "take_number",
    "usual_end",
    "void_session",
    "withdraw_consent",
]
