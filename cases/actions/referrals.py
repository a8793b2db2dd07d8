"""What can be done to a referral, from both sides."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.codes import random_code
from ltsa.timeline.actions import write_event
from services.actions import record_consent
from services.models import AccessGrant, Consent

from .. import notices
from ..codes import ANSWER_HOURS, DeclineReason
from ..disclosure import is_recipient, may_pass_on, take_snapshot
from ..models import Case, Referral, ReferralNote
from ..transitions import check
from .deadlines import move_referral
from .freezing import thaw_steps
from .partners import check_partner

NOTE_NOTICE = {"ask": False, "answer": True, "feedback": False}  # does it go to the recipient?


@transaction.atomic
def create_referral(
    case: Case,
    *,
    to,
    services,
    priority: str,
    needs: str,
    disclose,
    consent: dict,
    previous=None,
    by,
) -> Referral:
    """A draft with the client's consent beside it: {method, expires_on, text_version}. Nothing travels yet.

    Raises ValidationError for a second open referral to the same partner, and for data she was not told herself.
    """
    check_partner(case, to)
    _check_known(case, disclose, by=by)
    agreed = record_consent(
        case.migrant,
        recipient=to,
        groups=disclose,
        restricted=case.restricted,
        by=by,
        **consent,
    )
    referral = Referral(
        code=random_code("R"),
        case=case,
        sender_id=by.posting.organisation_id,
        created_by=by,
        to=to,
        district_id=case.district_id,
        services=list(services),
        priority=priority,
        needs=needs,
        disclose=list(disclose),
        consent=agreed,
        restricted=case.restricted,
        previous=previous,
    )
    try:
        with transaction.atomic():
            referral.save(force_insert=True)
    except IntegrityError as error:
        if "one_open_referral" not in str(error):
            raise
        raise ValidationError(
            {"to": _("Masih ada rujukan terbuka ke lembaga ini untuk kasus yang sama.")}
        ) from error
    write_event("referral.draft", referral, client=case.migrant_id, by=by)
    return referral


def send_referral(referral: Referral, *, version=None, by) -> Referral:
    """Send it: the consent is checked, what is shared is frozen, the clock starts, the partner is told.

    Raises ValidationError {consent} when it does not cover this recipient and these groups, or has ended.
    """

    def change(row):
        check_partner(row.case, row.to)
        _check_consent(row)
        _check_known(row.case, row.disclose, by=by)
        row.snapshot = take_snapshot(row.case, needs=row.needs, groups=row.disclose)
        row.sent_at = timezone.now()
        row.due_at = row.sent_at + timedelta(hours=ANSWER_HOURS[row.priority])

    with transaction.atomic():
        referral = move_referral(referral, "send", by=by, change=change, version=version)
        record("share", referral, fields=["minimum", *referral.disclose], by=by)
        notices.referral_sent(referral, by=by)
    return referral


def _check_known(case: Case, groups, *, by) -> None:
    """A partner who was let in to a part of a client's data cannot read or pass on the rest by a referral of her own."""
    if not set(groups) <= may_pass_on(case, by):
        raise ValidationError(
            {
                "disclose": _(
                    "Sebagian data ini tidak dibagikan kepada lembaga Anda. Hapus centangnya."
                )
            }
        )


def _check_consent(referral: Referral) -> Consent:
    consent = referral.consent
    if consent is None or not (
        consent.is_valid
        and consent.recipient_id == referral.to_id
        and consent.migrant_id == referral.case.migrant_id
        and set(referral.disclose) <= set(consent.groups)
    ):
        text = _("Persetujuan klien untuk lembaga dan data ini tidak ada atau sudah berakhir.")
        raise ValidationError({"consent": text})
    return consent


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
    """One duty officer takes it; the others see whose it is."""

    def change(row):
        row.claimed_by, row.claimed_at = by, timezone.now()

    return move_referral(referral, "claim", by=by, change=change, version=version)


def _answer(row, by) -> None:
    row.answered_at, row.answered_by = timezone.now(), by


def ended(row) -> None:
    row.ended_at = timezone.now()


def end_grants(referral: Referral) -> None:
    AccessGrant.objects.filter(subject=referral.pk, until__gt=timezone.now()).update(
        until=timezone.now()
    )


def accept_referral(
    referral: Referral, *, contact: str = "", appointment=None, version=None, by
) -> Referral:
    """Accept: the consented groups open to the recipient's people until the consent ends."""

    def change(row):
        _check_consent(row)
        _answer(row, by)
        row.contact, row.appointment_at = contact or row.contact, appointment or row.appointment_at

    with transaction.atomic():
        referral = move_referral(referral, "accept", by=by, change=change, version=version)
        AccessGrant.objects.create(
            migrant=referral.case.migrant,
            organisation=referral.to,
            reason="referral",
            groups=referral.disclose,
            subject=referral.pk,
            until=_end_of(_check_consent(referral).expires_on),
        )
        thaw_steps(referral.case.migrant, referral.to, by=by)
        notices.referral_answered(referral, "referral_accepted", by=by)
    return referral


def _end_of(day):
    start = timezone.datetime.combine(day + timedelta(days=1), timezone.datetime.min.time())
    return timezone.make_aware(start)


def decline_referral(
    referral: Referral, *, reason: str, note: str = "", version=None, by
) -> Referral:
    """Decline with a listed reason; the sender is told at once and can choose another partner."""
    if reason not in DeclineReason.values:
        raise ValidationError({"reason": _("Pilih alasan penolakan.")})

    def change(row):
        _answer(row, by)
        ended(row)
        row.decline_reason = reason

    with transaction.atomic():
        referral = move_referral(
            referral, "decline", by=by, change=change, version=version, detail={"reason": reason}
        )
        _keep_note(referral, "decline", note, by=by)
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
            by=by,
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


def withdraw_referral(referral: Referral, *, version=None, by) -> Referral:
    """Take it back; what was shared is hidden from the recipient at once."""
    with transaction.atomic():
        referral = move_referral(referral, "withdraw", by=by, change=ended, version=version)
        end_grants(referral)
        notices.referral_ended(referral, by=by)
    return referral


def expire_referral(referral: Referral) -> Referral:
    with transaction.atomic():
        referral = move_referral(referral, "expire", by=None, change=ended)
        end_grants(referral)
        notices.referral_ended(referral)
    return referral


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
        ReferralNote.objects.create(referral=referral, kind=kind, text=text, by=by)
