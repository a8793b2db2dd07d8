"""The papers of a mediation: letters that it prints, and proofs that are handed in.

No letter carries the client's address; that of a restricted case carries no name either (domain 4 rule 12).
"""

from ..models import Case, Hearing, Invitation


def write_invitation(invitation: Invitation, case: Case, *, by):
    """The id of the printed letter."""
    return


def write_minutes(hearing: Hearing, case: Case, *, by) -> Hearing:
    return hearing


def keep_letter(case: Case, upload, *, by):
    """The id of the kept proof of delivery."""
    return


def keep_receipt(case: Case, upload, *, by):
    return None
