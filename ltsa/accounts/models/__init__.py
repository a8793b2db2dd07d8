"""Who works here, and what is done to them."""

from .acts import AccountReset, PersonAct, SupervisorProposal
from .person import (
    Absence,
    AgencyTie,
    ApiToken,
    DateRange,
    Duty,
    Posting,
    User,
    in_ninety_days,
    new_staff_code,
)

__all__ = [
    "Absence",
    "AccountReset",
    "AgencyTie",
    "ApiToken",
    "DateRange",
    "Duty",
    "PersonAct",
    "Posting",
    "SupervisorProposal",
    "User",
    "in_ninety_days",
    "new_staff_code",
]
