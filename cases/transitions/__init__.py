"""What is possible now: one table of verbs for each thing that has a status."""

from .case import CASE_TABLE, CASE_VERBS, ENDED_CASE, OPEN_CASE
from .machine import (
    NOUNS,
    TABLES,
    NotPossible,
    NotYours,
    Transition,
    case_of,
    check,
    lock,
    move,
    possible,
)
from .mediation import MEDIATION_TABLE, PROMISE_TABLE, UNDER_WAY
from .plan import PLAN_TABLE, STEP_TABLE
from .referral import LIVE, MOMENTS, REFERRAL_TABLE, REFERRAL_VERBS, label_of
from .survivor import GLASS_TABLE

__all__ = [
    "CASE_TABLE",
    "CASE_VERBS",
    "ENDED_CASE",
    "GLASS_TABLE",
    "LIVE",
    "MEDIATION_TABLE",
    "MOMENTS",
    "NOUNS",
    "OPEN_CASE",
    "PLAN_TABLE",
    "PROMISE_TABLE",
    "REFERRAL_TABLE",
    "REFERRAL_VERBS",
    "STEP_TABLE",
    "TABLES",
    "UNDER_WAY",
    "NotPossible",
    "NotYours",
    "Transition",
    "case_of",
    "check",
    "label_of",
    "lock",
    "move",
    "possible",
]
