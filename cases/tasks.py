from datetime import timedelta

from celery import shared_task
from django.db.models import Q
from django.utils import timezone

from .actions import end_glass, expire_referral
from .disclosure import OVERRIDE
from .models import BreakGlass, Referral
from .transitions import NotPossible

AFTER_DEADLINE = timedelta(days=30)


@shared_task(name="cases.expire_referrals")
def expire_referrals() -> None:
    """What opens it has ended, or nobody answered for 30 days past the deadline (contract). Safe to repeat."""
    over = (
        Q(consent__expires_on__lt=timezone.localdate())
        | Q(sent_at__date__lt=timezone.localdate() - OVERRIDE) & ~Q(override="")
        | Q(state="sent", due_at__lt=timezone.now() - AFTER_DEADLINE)
    )
    for referral in Referral.objects.open().exclude(state="draft").filter(over):
        try:
            expire_referral(referral)
        except NotPossible:
            continue  # answered or withdrawn in this very moment


@shared_task(name="cases.end_glasses")
def end_glasses() -> None:
    """Emergency access whose hour is over; reading ended with the hour itself. Safe to repeat."""
    for glass in BreakGlass.objects.filter(state="open", opens_until__lte=timezone.now()):
        try:
            end_glass(glass)
        except NotPossible:
            continue
