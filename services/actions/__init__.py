"""The verbs of counselling, a file a subject: `verb_noun(subject, *, ..., by)`, one transaction each."""

from .consents import CONSENT_TEXT_VERSION, record_consent, withdraw_consent
from .migrants import create_migrant, edit_migrant, reveal_number
from .sessions import finish_follow_up, log_session

__all__ = [
    "CONSENT_TEXT_VERSION",
    "create_migrant",
    "edit_migrant",
    "finish_follow_up",
    "log_session",
    "record_consent",
    "reveal_number",
    "withdraw_consent",
]
