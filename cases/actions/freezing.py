"""Tasks that rest on a consent stand still once she withdrew it, and go on when she agrees again (domain 4 rule 7)."""

from django.db.models import F, Q
from django.utils import timezone

from ltsa.timeline.actions import write_event
from services.models import Consent

from ..codes import OPEN_TO_RECIPIENT
from ..models import ActionStep, Case
from .deadlines import tend_tasks


def freeze_steps(consent: Consent, *, by) -> int:
    """The open tasks of the house that the consent let in: of a case handed to it, and of its own cases of her.

    A house that registered her itself, or that another consent still lets in, goes on in its own cases.
    """
    theirs = Q(case__hand_over_consent=consent)
    if consent.recipient_id and not _still_let_in(consent):
        theirs |= Q(case__migrant=consent.migrant_id, case__organisation=consent.recipient_id) & ~Q(
            case__migrant__registered_by=consent.recipient_id
        )
    steps = ActionStep.objects.open().filter(theirs, frozen_at=None)
    cases = list(Case.objects.filter(pk__in=steps.values("case")))
    frozen = steps.update(frozen_at=timezone.now(), version=F("version") + 1)
    for case in cases:
        write_event("step.freeze", case, by=by)
        tend_tasks(case, by=by)
    return frozen


def thaw_steps(migrant, house, *, by) -> int:
    """She agreed again that this house helps her: what stood still there goes on."""
    theirs = Q(case__migrant=migrant, case__organisation=house)
    frozen = ActionStep.objects.open().filter(theirs).exclude(frozen_at=None)
    cases = list(Case.objects.filter(pk__in=frozen.values("case")))
    thawed = frozen.update(frozen_at=None, version=F("version") + 1)
    for case in cases:
        write_event("step.thaw", case, by=by)
        tend_tasks(case, by=by)
    return thawed


def _still_let_in(consent: Consent) -> bool:
    """By another that opens something: one whose draft was rewritten, or whose referral is over, lets nobody in."""
    others = Consent.objects.valid().filter(purpose="referral", recipient=consent.recipient_id)
    handed = Case.objects.filter(organisation=consent.recipient_id).values("hand_over_consent")
    opens = Q(referrals__state__in=OPEN_TO_RECIPIENT) | Q(pk__in=handed)
    return others.filter(opens, migrant=consent.migrant_id).exclude(pk=consent.pk).exists()
