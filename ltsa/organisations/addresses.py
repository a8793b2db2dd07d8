"""The address of a house that counts now."""

from .models import Organisation


def address_of(organisation: Organisation) -> str:
    """The confirmed address; also right while the task that writes it is late. "" for none."""
    due = organisation.address_changes.due().first()
    return due.address if due else organisation.email
