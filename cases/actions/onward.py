"""A house that serves a client refers her on: from a case of its own, in the chain of the referral that brought her."""

from ltsa.timeline.actions import write_event

from .. import notices
from ..codes import OPEN_TO_RECIPIENT, ReferralKind
from ..disclosure import is_open
from ..models import Case, Referral


def incoming_of(case: Case) -> Referral | None:
    """The referral by which this house has her, newest first. None where the case is closer kept than that one."""
    if case.migrant.registered_by_id == case.organisation_id:
        return None  # nobody had to bring her
    came = Referral.objects.filter(
        case__migrant=case.migrant_id,
        to=case.organisation_id,
        kind=ReferralKind.REFERRAL,
        state__in=OPEN_TO_RECIPIENT,
    )
    found = came.select_related("case").order_by("-answered_at").first()
    return found if found is not None and may_follow(case, found) else None


def may_follow(case: Case, previous: Referral) -> bool:
    """Of the same case; or of the client whom that one brought here, unless its sender would learn of a restricted case."""
    if previous.case_id == case.pk:
        return True
    brought = previous.to_id == case.organisation_id and previous.case.migrant_id == case.migrant_id
    return brought and (previous.restricted or not case.restricted)


def tell_first_sender(referral: Referral, *, by) -> None:
    """Whoever sent her here reads that she was referred on, not where nor why: that she agreed with this house.

    Asked as it is sent: the case may have been restricted since the draft, or the first referral may be over.
    """
    first = referral.previous
    if first is None or first.to_id != referral.sender_id or first.kind != ReferralKind.REFERRAL:
        return
    if may_follow(referral.case, first) and is_open(first):
        write_event("referral.refer_on", first, client=first.case.migrant_id, by=by)
        notices.referral_answered(first, "referral_moved", by=by)
