"""What can be done to people and their postings."""

from .people import (
    change_person,
    change_profile,
    disable_person,
    enable_person,
    invite_person,
    reinvite_person,
    reset_second_factor,
    send_account_mail,
)
from .postings import end_posting, extend_posting, move_person, post_person
from .proposals import decide_proposal, propose_new_supervisor, propose_supervisor
from .resets import ask_reset, decide_reset, stop_reset

__all__ = [
    "ask_reset",
    "change_person",
    "change_profile",
    "decide_proposal",
    "decide_reset",
    "disable_person",
    "enable_person",
    "end_posting",
    "extend_posting",
    "invite_person",
    "move_person",
    "post_person",
    "propose_new_supervisor",
    "propose_supervisor",
    "reinvite_person",
    "reset_second_factor",
    "send_account_mail",
    "stop_reset",
]
