"""How a referral leaves: written with the client's consent, checked, frozen, sent. Its answers are in referrals.py."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.audit.actions import record
from ltsa.codes import random_code
from ltsa.timeline.actions import write_event
from services.actions import record_consent
from services.models import Consent

from .. import notices
from ..codes import CallResult, ReferralKind
from ..disclosure import is_agreed, may_pass_on, take_snapshot
from ..models import Case, Referral, ReferralShare
from ..transitions import ONLY_SUPERVISOR, OPEN_CASE, NotYours, lock
from .attachments import attach_files, newer_files, renew_files
from .closures import answer_due
from .grants import share_with_grants
from .onward import incoming_of, may_follow, tell_first_sender
from .partners import check_partner, check_transfer
from .referral_clocks import move_referral
from .referral_ends import discard_referral
from .replacing import hold_chain, take_place_of_previous


@transaction.atomic
def create_referral(
    case: Case,
    *,
    to,
    services,
    priority: str,
    needs: str,
    disclose,
    consent: dict | None = None,
    override: dict | None = None,
    previous=None,
    kind: str = ReferralKind.REFERRAL,
    attachments=(),
    by,
    **asked,
) -> Referral:
    """A draft with the client's consent beside it: {method, expires_on, text_version}. Nothing travels yet.

    `asked`: language, access, with_child, escort, delivery, where they matter (domain 4 rule 6; domain 5).
    Instead of a consent a supervisor may say {override, override_reason}: a life in danger, a court, a child (domain 4
    rule 5; UU 27/2022 art 20(2)). Raises ValidationError for a second open referral to the same partner, for data she
    was not told herself, and without either of the two; NotYours for an override by somebody else.
    """
    held = lock(case)  # nobody closes or restricts it meanwhile
    case.restricted = held.restricted
    _check_open(held)
    check_partner(case, to)
    _check_kind(case, kind, by=by)
    previous = previous or incoming_of(case)
    if previous is not None and not may_follow(case, previous):
        raise ValidationError({"previous": _("Rujukan itu milik kasus lain.")})
    _check_known(case, disclose, by=by)
    agreed = _agreed(case, to, disclose, consent, override, by=by)
    referral = Referral(
        code=random_code("R"),
        kind=kind,
        case=case,
        sender_id=by.posting.organisation_id,
        created_by=by,
        to=to,
        district_id=case.district_id,
        services=list(services),
        priority=priority,
        needs=needs,
        **asked,
        disclose=list(disclose),
        consent=agreed,
        restricted=case.restricted,
        previous=previous,
        **(override | {"override_by": by} if override else {}),
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
    attach_files(referral, attachments, by=by)
    write_event("referral.draft", referral, client=case.migrant_id, by=by)
    return referral


@transaction.atomic
def rewrite_referral(draft: Referral, *, version=None, by, **told) -> Referral:
    """A new draft in its place, with a consent of its own; the old one is discarded. Raises what both raise."""
    lock(draft.case)  # before the draft, as whoever restricts the case does
    draft = discard_referral(draft, version=version, by=by)
    return create_referral(draft.case, previous=draft.previous, by=by, **told)


def _check_open(case: Case) -> None:
    if case.state not in OPEN_CASE:
        raise ValidationError({"case": _("Kasus ini sudah selesai atau ditutup. Buka lagi dulu.")})


def _check_kind(case: Case, kind: str, *, by) -> None:
    """A whole case is moved by those who may, and when nothing of it is under way."""
    if kind != ReferralKind.TRANSFER:
        return
    if not by.can(Permission.REFERRAL_TRANSFER):
        raise NotYours("send", _("Pindah kabupaten dilakukan petugas LTSA atau supervisor."))
    check_transfer(case)


def _agreed(case: Case, to, groups, consent, override, *, by) -> Consent | None:
    if not override:
        if not consent:
            raise ValidationError(
                {"consent": _("Tanpa persetujuan klien rujukan tidak dapat dibuat.")}
            )
        return record_consent(
            case.migrant,
            recipient=to,
            groups=groups,
            restricted=case.restricted,
            by=by,
            **consent,
        )
    if not by.can(Permission.REFERRAL_OVERRIDE):
        raise NotYours("override", ONLY_SUPERVISOR)
    if not override["override_reason"].strip():
        raise ValidationError({"override_reason": _("Tulis alasannya.")})
    return None


def send_referral(referral: Referral, *, version=None, by) -> Referral:
    """Send it: the consent is checked, what is shared is frozen, the clock starts, the partner is told.

    One that is offered on takes the place of the one before. Raises ValidationError {consent} when it does not cover
    this recipient and these groups, or has ended; {previous}, {to} when the one before is not to be offered on.
    """

    def change(row):
        _check_open(row.case)
        check_partner(row.case, row.to)
        _check_kind(row.case, row.kind, by=by)
        check_consent(row)
        _check_known(row.case, row.disclose, by=by)
        row.snapshot = take_snapshot(row)
        row.restricted = row.case.restricted
        row.owner_at_sending = row.case.owner
        row.team_at_sending = [member.user_id for member in row.case.members.current()]
        row.sent_at = timezone.now()
        row.due_at = answer_due(row, row.sent_at)

    with transaction.atomic():
        hold_chain(referral)
        referral = move_referral(referral, "send", by=by, change=change, version=version)
        take_place_of_previous(referral, by=by)
        keep_share(referral, by=by)
        record("share", referral, fields=_shared(referral), by=by)
        notices.referral_sent(referral, by=by)
        tell_first_sender(referral, by=by)
        if referral.override:
            detail = {"reason": referral.override}
            client = referral.case.migrant_id
            write_event("referral.override", referral, client=client, detail=detail, by=by)
            notices.referral_override(referral, by=by)
    return referral


def share_again(referral: Referral, *, needs: str = "", version=None, by) -> Referral:
    """Give the recipient the same groups and files as they are now; until then she reads what was sent (domain 5; features 9).

    Raises ValidationError {consent} when the consent has ended, {needs} when nothing has changed.
    """

    def change(row):
        check_partner(row.case, row.to)
        check_consent(row)
        _check_known(row.case, row.disclose, by=by)
        row.needs = needs or row.needs
        now = take_snapshot(row)
        if now == row.snapshot and not newer_files(row, by=by):
            raise ValidationError({"needs": _("Penerima sudah membaca data yang sama.")})
        row.snapshot = now

    with transaction.atomic():
        referral = move_referral(referral, "share", by=by, change=change, version=version)
        renew_files(referral, by=by)
        share_with_grants(referral)
        keep_share(referral, by=by)
        record("share", referral, fields=_shared(referral), by=by)
        notices.referral_shared(referral, by=by)
    return referral


def note_call(referral: Referral, *, result: str, version=None, by) -> Referral:
    """An emergency is told by phone first (domain 5): who called, when, and whether somebody answered.

    May be noted again: the last call stands.
    """
    if result not in CallResult.values:
        raise ValidationError({"result": _("Pilih hasil teleponnya.")})

    def change(row):
        row.called_at, row.called_by, row.call_result = timezone.now(), by, result

    return move_referral(
        referral, "call", by=by, change=change, version=version, detail={"result": result}
    )


def keep_share(referral: Referral, *, by) -> ReferralShare:
    """This version of what the recipient is given stays on record, whatever is shared later."""
    return ReferralShare.objects.create(
        referral=referral,
        number=referral.shares.count() + 1,
        groups=referral.disclose,
        snapshot=referral.snapshot,
        by=by,
    )


def _shared(referral: Referral) -> list[str]:
    files = ["files"] if referral.attachments.exists() else []
    return ["minimum", *referral.disclose, *files]


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


def check_consent(referral: Referral) -> None:
    """Raises ValidationError {consent} unless it, or a supervisor's word instead of it, opens this today."""
    if not (is_agreed(referral) and (referral.override or _covers(referral))):
        text = _("Persetujuan klien untuk lembaga dan data ini tidak ada atau sudah berakhir.")
        raise ValidationError({"consent": text})


def _covers(referral: Referral) -> bool:
    consent = referral.consent
    return (
        consent is not None
        and consent.recipient_id == referral.to_id
        and consent.migrant_id == referral.case.migrant_id
        and set(referral.disclose) <= set(consent.groups)
    )
