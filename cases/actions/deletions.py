"""After a withdrawal: the house that had the data is asked to delete what it wrote down, and says so (rule 7)."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from ltsa.audit.actions import record
from ltsa.clocks.actions import start_clock, stop_clock
from ltsa.timeline.actions import write_event

from .. import notices
from ..models import Case, DeletionRequest, Referral
from ..transitions import NotYours

CLOCK = "withdrawal"
LIMIT = timedelta(hours=72)  # UU 27/2022 art 40, 41


def ask_deletion_of_referral(referral: Referral, *, by) -> DeletionRequest | None:
    """Only of a recipient who has opened it: else there is nothing that she could have kept."""
    if referral.first_opened_at is None and referral.answered_at is None:
        return None
    return _ask(
        consent=referral.consent,
        organisation=referral.to,
        sender=referral.sender,
        referral=referral,
        by=by,
    )


def ask_deletion_of_case(case: Case, consent, *, organisation, by) -> DeletionRequest:
    """Of the house that had a case which now goes home."""
    return _ask(
        consent=consent,
        organisation=organisation,
        sender=consent.organisation,
        case=case,
        by=by,
    )


def _ask(*, by, **told) -> DeletionRequest:
    now = timezone.now()
    row, is_new = DeletionRequest.objects.get_or_create(
        **{"referral": None, "case": None, **told},
        defaults={"asked_at": now, "due_at": now + LIMIT},
    )
    if is_new:
        start_clock(CLOCK, row, organisation=row.sender, private=True, owner=_asker(row, by), by=by)
        notices.deletion_asked(row, by=by)
        _tell("deletion.ask", row, by=by)
    return row


def _asker(row: DeletionRequest, by):
    here = by is not None and by.posting.organisation_id == row.sender_id
    return by if here else row.consent.recorded_by


@transaction.atomic
def confirm_deletion(row: DeletionRequest, *, by) -> DeletionRequest:
    """One button: what we had is deleted. Twice is once. Raises NotYours for another house."""
    if by.posting.organisation_id != row.organisation_id:
        raise NotYours("confirm_deletion")
    taken = DeletionRequest.objects.filter(pk=row.pk, confirmed_at=None)
    if taken.update(confirmed_at=timezone.now(), confirmed_by=by):
        row.refresh_from_db()
        stop_clock(CLOCK, row, by=by)
        _tell("deletion.confirm", row, by=by)
        record("change", row, fields=["confirmed_at"], by=by)
    return row


def _tell(verb: str, row: DeletionRequest, *, by) -> None:
    write_event(verb, row.referral or row.case, detail={"part": str(row.pk)}, by=by)
