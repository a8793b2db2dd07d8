from celery import shared_task

from .actions import apply_address_changes


@shared_task(name="organisations.apply_addresses")
def apply_addresses() -> None:
    """Addresses that were confirmed and have waited. Safe to repeat; they count already while this is late."""
    apply_address_changes()
