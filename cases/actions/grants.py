"""Who of the recipient is let in to a client whom a referral is about: the house, or of a restricted case people by name."""

from datetime import timedelta

from django.utils import timezone

from ltsa.access import Permission
from ltsa.accounts.models import User
from services.locks import not_shut_out
from services.models import AccessGrant

from ..disclosure import last_day
from ..models import Referral
from ..notices import answerers
from .closures import midnight


def let_in(referral: Referral) -> None:
    """Until the end of the day that she agreed to."""
    until = midnight(last_day(referral) + timedelta(days=1))
    AccessGrant.objects.bulk_create(
        AccessGrant(
            migrant_id=referral.case.migrant_id,
            reason="referral",
            groups=referral.disclose,
            subject=referral.pk,
            shared=referral.snapshot,
            until=until,
            **whom,
        )
        for whom in _whom(referral)
    )


def share_with_grants(referral: Referral) -> None:
    """What her record shows to whom it let in is what was shared last."""
    AccessGrant.objects.filter(subject=referral.pk, deny=False).update(shared=referral.snapshot)


def _whom(referral: Referral) -> list[dict]:
    """Of a restricted case, and in a house for survivors, whoever took or answered it, by name (domain 4 rule 1)."""
    hers = {referral.claimed_by_id, referral.answered_by_id} - {None}
    people = answerers(referral.to).filter(pk__in=hers)
    named = [{"user": one} for one in not_shut_out(people, referral.case.migrant_id)]
    if not referral.restricted:
        return [{"organisation": referral.to}, *(named if referral.to.works_with_survivors else ())]
    holders = User.objects.holding(Permission.CASE_RESTRICTED)
    able = set(holders.values_list("pk", flat=True))
    return [whom for whom in named if whom["user"].pk in able]


def name_people(case) -> None:
    """The case was restricted: whoever was let in by her house alone is shut out, those who may answer stay."""
    sent = Referral.objects.filter(case=case).select_related("case", "to", "consent")
    current = AccessGrant.objects.current().filter(deny=False)
    for referral in sent:
        houses = current.filter(subject=referral.pk, organisation__isnull=False)
        if houses.update(until=timezone.now()):
            let_in(referral)
