from celery import shared_task

from .actions.resets import carry_out_due


@shared_task(name="accounts.carry_out_resets")
def carry_out_resets() -> int:
    """Resets whose day has passed take effect; safe to repeat."""
    return carry_out_due()
