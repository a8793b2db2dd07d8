"""What is possible now: one table of verbs for each thing that has a status."""

from .case import CASE_TABLE, CASE_VERBS, ENDED_CASE, OPEN_CASE, PAUSING, UNVERIFIED
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
    open_to,
    possible,
)
from .mediation import MEDIABLE, MEDIATION_TABLE, OWED, PROMISE_TABLE, UNDER_WAY
from .plan import FULFILLED, KEPT, PLAN_TABLE, STANDING, STEP_TABLE
from .referral import (
    LIVE,
    MOMENTS,
    ONLY_SUPERVISOR,
    REFERRAL_TABLE,
    REFERRAL_VERBS,
    UNANSWERED,
    UNMET,
    label_of,
)
from .survivor import GLASS_TABLE

__all__ = [
    "CASE_TABLE",
    "CASE_VERBS",
    "ENDED_CASE",
    "FULFILLED",
    "GLASS_TABLE",
    "KEPT",
    "LIVE",
    "MEDIABLE",
    "MEDIATION_TABLE",
    "MOMENTS",
    "NOUNS",
    "ONLY_SUPERVISOR",
    "OPEN_CASE",
    "OWED",
    "PAUSING",
    "PLAN_TABLE",
    "PROMISE_TABLE",
    "REFERRAL_TABLE",
    "REFERRAL_VERBS",
    "STANDING",
    "STEP_TABLE",
    "TABLES",
    "UNANSWERED",
    "UNDER_WAY",
    "UNMET",
    "UNVERIFIED",
    "NotPossible",
    "NotYours",
    "Transition",
    "case_of",
    "check",
    "label_of",
    "lock",
    "move",
    "open_to",
    "possible",
]
