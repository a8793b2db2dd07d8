import logging
from datetime import timedelta

from celery import shared_task
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from ltsa.timeline.actions import write_event
from ltsa.timeline.models import Event

from . import notices
from .actions import drop_draft, end_glass, expire_referral
from .codes import Priority
from .disclosure import OVERRIDE
from .models import BreakGlass, Referral
from .reminders import REMINDER, tell
from .transitions import NotPossible

log = logging.getLogger(__name__)

AFTER_DEADLINE = timedelta(days=30)
# How long a draft may lie before its author is reminded; the longest is domain 5's.
OLD_DRAFT = {
    Priority.EMERGENCY: timedelta(hours=1),
    Priority.URGENT: timedelta(hours=24),
    Priority.NORMAL: timedelta(days=7),
}
DRAFT_IS_OLD = "clock.referral_draft"


@shared_task(name="cases.expire_referrals")
def expire_referrals() -> None:
    """What opens it has ended, or nobody answered for 30 days past the deadline (contract). Safe to repeat."""
    today = timezone.localdate()
    ended = Q(consent__expires_on__lt=today)
    over = (
        ended
        | Q(sent_at__date__lt=today - OVERRIDE) & ~Q(override="")
        | Q(state="sent", due_at__lt=timezone.now() - AFTER_DEADLINE)
    )
    still = lambda row: Referral.objects.filter(over, pk=row.pk).exists()  # noqa: E731
    for referral in Referral.objects.open().exclude(state="draft").filter(over):
        _try(referral, lambda row: expire_referral(row, still=still))
    for draft in Referral.objects.filter(ended, state="draft"):
        _try(draft, drop_draft)


def _try(referral: Referral, end) -> None:
    """One that cannot be ended keeps none of the others waiting."""
    try:
        end(referral)
    except NotPossible:
        pass  # answered, sent or withdrawn in this very moment
    except Exception as error:
        log.error("referral %s does not end: %s", referral.pk, type(error).__name__)


@shared_task(name="cases.remind_drafts")
def remind_drafts() -> None:
    """A draft that was not sent, of an emergency for an hour: its author is reminded, once (domain 5). Safe to repeat."""
    said = Event.objects.filter(verb=DRAFT_IS_OLD).values("subject")
    now, too_long = timezone.now(), Q()
    for priority, age in OLD_DRAFT.items():
        too_long |= Q(priority=priority, created_at__lt=now - age)
    old = Referral.objects.filter(too_long, state="draft")
    for referral in old.exclude(pk__in=said).select_related("case", "sender", "created_by"):
        with transaction.atomic():
            people = notices.senders(referral)
            tell(referral, [referral.created_by], REMINDER, or_else=people)
            write_event(DRAFT_IS_OLD, referral, client=referral.case.migrant_id, by=None)


@shared_task(name="cases.end_glasses")
def end_glasses() -> None:
    """Emergency access whose hour is over; reading ended with the hour itself. Safe to repeat."""
    for glass in BreakGlass.objects.filter(state="open", opens_until__lte=timezone.now()):
        try:
            end_glass(glass)
        except NotPossible:
            continue
