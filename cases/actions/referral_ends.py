"""How a referral ends without an answer to it: by the system or taken back; what it opened is shut at once."""

from django.db import transaction
from django.utils import timezone

from services.models import AccessGrant

from .. import notices
from ..models import Case, Referral
from .referral_clocks import move_referral


def ended(row: Referral) -> None:
    row.ended_at = timezone.now()


def end_grants(referral: Referral) -> None:
    AccessGrant.objects.filter(subject=referral.pk, until__gt=timezone.now()).update(
        until=timezone.now()
    )


def end_by_itself(referral: Referral, *, change=ended, **detail) -> Referral:
    """The recipient loses sight of the client; both sides are told. Called inside a transaction."""
    referral = move_referral(referral, "expire", by=None, change=change, detail=detail)
    end_grants(referral)
    notices.referral_ended(referral)
    return referral


def withdraw_referral(referral: Referral, *, version=None, by) -> Referral:
    """Take it back; what was shared is hidden from the recipient at once."""
    with transaction.atomic():
        referral = move_referral(referral, "withdraw", by=by, change=ended, version=version)
        end_grants(referral)
        notices.referral_ended(referral, by=by)
    return referral


def discard_referral(referral: Referral, *, version=None, by) -> Referral:
    """A draft that is not wanted any more, or whose consent has ended (`by` None); nothing of it ever travelled."""
    return move_referral(referral, "discard", by=by, change=ended, version=version)


@transaction.atomic
def drop_draft(referral: Referral, *, by=None) -> Referral:
    """A draft whose consent has ended; whoever wrote it is told that her request goes nowhere."""
    referral = discard_referral(referral, by=None)
    notices.draft_dropped(referral, by=by)
    return referral


def held(**which) -> list[Referral]:
    """These referrals as they are now, locked in one order until the transaction ends."""
    rows = Referral.objects.filter(**which).select_for_update(of=("self",)).order_by("pk")
    return list(rows.select_related("case__migrant", "to", "sender", "consent"))


def leave_house(case: Case) -> None:
    """The case goes to another house: what this one sent would be nobody's to follow, so it ends; drafts are discarded."""
    for referral in held(case=case, sender=case.organisation_id):
        if referral.state == "draft":
            discard_referral(referral, by=None)
        elif referral.ended_at is None:
            end_by_itself(referral, why="case_left")
