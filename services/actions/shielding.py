"""A client with a restricted case: nobody elsewhere is told that she is known (domain 4 rule 10)."""

from ..models import Migrant


def shield_client(migrant: Migrant) -> None:
    """Set once, when a restricted case is opened, and never taken back.

    It leaves no line on the timeline or in the audit trail, and the version stays: nobody shall read off her record
    what the case itself does not tell.
    """
    Migrant.objects.filter(pk=migrant.pk, shielded=False).update(shielded=True)
