"""Somebody of the recipient's house without an account, who answers through a link (domain 5).

She stands where a user stands in the actions of a referral: on the recipient's side, and with that one permission.
"""

from dataclasses import dataclass
from uuid import UUID

from ltsa.access import Permission

THROUGH_LINK = "tautan tamu"  # in the trail


@dataclass(frozen=True)
class Guest:
    organisation_id: UUID
    name: str = ""  # as she typed it

    pk = None
    is_authenticated = False

    @property
    def posting(self) -> "Guest":
        return self

    def can(self, *needs: Permission) -> bool:
        return Permission.REFERRAL_ANSWER in needs


def account_of(by):
    """The person with an account, for a column that names one; None for a guest and for the system."""
    return None if isinstance(by, Guest) else by


def name_outside(by) -> str:
    return by.name if isinstance(by, Guest) else ""
