"""What can be done to a referral that was sent, from both sides."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.timeline.actions import write_event

from .. import notices
from ..codes import DeclineReason, ReferralKind
from ..disclosure import is_recipient
from ..guest import account_of, name_outside
from ..models import Referral, ReferralNote
from ..transitions import NotPossible, check, lock
from .freezing import thaw_steps
from .grants import let_in
from .referral_clocks import move_referral
from .referral_ends import end_by_itself, end_grants, ended
from .sending import check_consent
from .transfers import take_over

NOTE_NOTICE = {"ask": False, "answer": True, "feedback": False}  # does it go to the recipient?


def open_referral(referral: Referral, *, by) -> Referral:
    """The recipient opened it for the first time: a moment on the record, once."""
    if is_recipient(referral, by) and referral.first_opened_at is None:
        now = timezone.now()
        unread = Referral.objects.filter(pk=referral.pk, first_opened_at=None)
        if unread.update(first_opened_at=now):
            referral.first_opened_at = now
            write_event("referral.open", referral, client=referral.case.migrant_id, by=by)
    return referral


def claim_referral(referral: Referral, *, version=None, by) -> Referral:
    """One duty officer takes it; the others are left in peace and see whose it is.

    Raises ValidationError {claim} with her name when a colleague has it. To take it twice is no mistake.
    """

    def change(row):
        row.claimed_by, row.claimed_at = by, timezone.now()

    with transaction.atomic():
        row = lock(referral)
        check(row, "claim", by=by)
        if row.claimed_by_id == by.pk:
            return row
        if row.claimed_by is not None:
            text = _("Rujukan ini sudah ditangani %(who)s.") % {"who": row.claimed_by}
            raise ValidationError({"claim": text})
        referral = move_referral(row, "claim", by=by, change=change, version=version)
        notices.silence_others(referral, besides=by)
    return referral


def release_referral(referral: Referral, *, version=None, by) -> Referral:
    """Give it back unanswered: those on duty hear of it again."""

    def change(row):
        row.claimed_by = row.claimed_at = None

    with transaction.atomic():
        referral = move_referral(referral, "release", by=by, change=change, version=version)
        notices.referral_sent(referral, by=by)
    return referral


def _answer(row, by) -> None:
    row.answered_at, row.answered_by = timezone.now(), account_of(by)
    row.answered_outside = name_outside(by)


def accept_referral(
    referral: Referral, *, contact: str = "", appointment=None, version=None, by
) -> Referral:
    """Accept: the consented groups open to the recipient's people until the consent ends; of a transfer the case moves."""

    def change(row):
        check_consent(row)
        _answer(row, by)
        row.contact, row.appointment_at = contact or row.contact, appointment or row.appointment_at

    with transaction.atomic():
        if referral.kind == ReferralKind.TRANSFER:
            lock(referral.case)  # before the referral, as whoever restricts the case does
        referral = move_referral(referral, "accept", by=by, change=change, version=version)
        notices.silence_others(referral, besides=account_of(by))
        notices.referral_answered(referral, "referral_accepted", by=by)
        if referral.kind == ReferralKind.TRANSFER:
            return take_over(referral, by=by)
        let_in(referral)
        thaw_steps(referral.case.migrant, referral.to, by=account_of(by))
    return referral


def decline_referral(
    referral: Referral, *, reason: str, note: str = "", suggested=None, version=None, by
) -> Referral:
    """Decline with a listed reason, and perhaps name another house; the sender is told at once and chooses.

    Raises ValidationError {reason}, {suggested}; {note} for another reason that is not told.
    """
    if reason not in DeclineReason.values:
        raise ValidationError({"reason": _("Pilih alasan penolakan.")})
    if reason == DeclineReason.OTHER and not note.strip():
        raise ValidationError({"note": _("Tulis alasannya.")})
    if suggested and suggested.pk in (referral.sender_id, referral.to_id):
        raise ValidationError({"suggested": _("Pilih lembaga lain.")})

    def change(row):
        _answer(row, by)
        ended(row)
        row.decline_reason, row.suggested = reason, suggested

    with transaction.atomic():
        referral = move_referral(
            referral, "decline", by=by, change=change, version=version, detail={"reason": reason}
        )
        _keep_note(referral, "decline", note, by=by)
        notices.silence_others(referral, besides=account_of(by))
        notices.referral_answered(referral, "referral_declined", by=by)
    return referral


def start_referral(
    referral: Referral, *, contact: str = "", appointment=None, version=None, by
) -> Referral:
    """Begin to serve; by now a contact person is named (contract)."""

    def change(row):
        row.contact, row.appointment_at = contact or row.contact, appointment or row.appointment_at
        if not row.contact:
            raise ValidationError({"contact": _("Tulis nama petugas yang dapat dihubungi.")})

    with transaction.atomic():
        referral = move_referral(referral, "start", by=by, change=change, version=version)
        notices.referral_answered(referral, "referral_moved", by=by)
    return referral


def report_service(
    referral: Referral, *, service: str = "", given_on=None, note: str = "", version=None, by
) -> Referral:
    """Say which service was given on which day; status only, no therapy notes."""
    with transaction.atomic():
        referral = move_referral(
            referral, "report_service", by=by, version=version, detail={"service": service}
        )
        ReferralNote.objects.create(
            referral=referral,
            kind="service_report",
            text=note,
            service=service or referral.services[0],
            given_on=given_on or timezone.localdate(),
            by=account_of(by),
            outside=name_outside(by),
        )
        notices.referral_answered(referral, "referral_moved", by=by)
    return referral


def return_referral(referral: Referral, *, reason: str, version=None, by) -> Referral:
    """Give an accepted referral back, with a reason; the recipient loses sight of the client."""
    if not reason.strip():
        raise ValidationError({"reason": _("Tulis alasan pengembalian.")})
    with transaction.atomic():
        referral = move_referral(referral, "return", by=by, change=ended, version=version)
        end_grants(referral)
        _keep_note(referral, "return", reason, by=by)
        notices.referral_answered(referral, "referral_declined", by=by)
    return referral


def complete_referral(referral: Referral, *, version=None, by) -> Referral:
    with transaction.atomic():
        referral = move_referral(referral, "complete", by=by, change=ended, version=version)
        notices.referral_ended(referral, by=by)
    return referral


@transaction.atomic
def expire_referral(referral: Referral, *, still=None) -> Referral:
    """`still(row)`: whether it is over, asked under the lock; NotPossible when somebody was quicker."""

    def change(row):
        if still is not None and not still(row):
            raise NotPossible(row, "expire")
        ended(row)

    return end_by_itself(referral, change=change)


def write_note(referral: Referral, verb: str, *, text: str, by) -> Referral:
    """ask, answer or feedback: words to the other side, who is told that there are some."""
    check(referral, verb, by=by)
    if not text.strip():
        raise ValidationError({"text": _("Tulis pesannya dulu.")})
    with transaction.atomic():
        referral = move_referral(referral, verb, by=by)
        _keep_note(referral, verb, text, by=by)
        notices.referral_note(referral, to_recipient=NOTE_NOTICE[verb], by=by)
    return referral


def _keep_note(referral: Referral, kind: str, text: str, *, by) -> None:
    if text.strip():
        ReferralNote.objects.create(
            referral=referral,
            kind=kind,
            text=text,
            by=account_of(by),
            outside=name_outside(by),
        )
