"""Inviting the respondent in writing, three times at most to each meeting, and that the letter arrived."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.timeline.actions import write_event
from ltsa.versions import Stale

from ..codes import DeliveryWay
from ..mediation_course import FARTHEST_MEETING, MOST_INVITATIONS, check_meeting
from ..models import Invitation, Mediation
from ..transitions import lock, move
from .mediation_papers import keep_letter, write_invitation
from .mediations import check_going, client_of, part


@transaction.atomic
def invite(
    mediation: Mediation, *, meeting: str, meets_at: datetime, place: str, online: bool = False, by
) -> Invitation:
    """Write the next invitation to this meeting, with its letter.

    Raises MediationBarred, NotPossible, NotYours and ValidationError keyed by field: a fourth one, a date gone by.
    """
    case = check_going(mediation.case, "invite", by=by, law=True)
    mediation = move(mediation, "invite", by=by, detail={"meeting": meeting})
    check_meeting(mediation, meeting)
    _check_time(meets_at, place)
    number = mediation.invitations.filter(meeting=meeting).count() + 1
    if number > MOST_INVITATIONS:
        told = _("Sudah tiga undangan untuk pertemuan ini. Tidak ada undangan keempat.")
        raise ValidationError({"meeting": ValidationError(told, "fourth_invitation")})
    row = Invitation(
        mediation=mediation,
        meeting=meeting,
        number=number,
        meets_at=meets_at,
        place=place.strip(),
        online=online,
        sent_by=by,
    )
    row.letter = write_invitation(row, case, by=by)
    row.save(force_insert=True)
    record("create", row, by=by)
    return row


def _check_time(meets_at: datetime, place: str) -> None:
    now, errors = timezone.now(), {}
    if meets_at <= now:
        errors["meets_at"] = ValidationError(_("Waktu pertemuan sudah lewat."), "dates")
    elif meets_at > now + FARTHEST_MEETING:
        errors["meets_at"] = ValidationError(_("Pertemuan paling jauh satu tahun lagi."), "dates")
    if not place.strip():
        errors["place"] = ValidationError(_("Tulis tempat pertemuan."), "required")
    if errors:
        raise ValidationError(errors)


@transaction.atomic
def prove_delivery(
    invitation: Invitation, *, delivered_on: date, delivered_by: str, proof=None, version=None, by
) -> Invitation:
    """The letter reached the respondent: when, how, and the proof (an uploaded file). Raises Stale."""
    case = check_going(invitation.mediation.case, "deliver", by=by)
    invitation = lock(invitation)
    if version is not None and version != invitation.version:
        raise Stale(invitation)
    sent_on = timezone.localdate(invitation.sent_at)
    if not sent_on <= delivered_on <= timezone.localdate():
        told = _("Tanggal sampai tidak boleh sebelum dikirim atau di masa depan.")
        raise ValidationError({"delivered_on": ValidationError(told, "dates")})
    if delivered_by not in DeliveryWay.values:
        raise ValidationError({"delivered_by": _("Pilih cara antar.")})
    invitation.delivered_on, invitation.delivered_by = delivered_on, delivered_by
    if proof is not None:
        invitation.proof = keep_letter(case, proof, by=by)
    invitation.version += 1
    invitation.save()
    detail = part(invitation.mediation) | {"meeting": invitation.meeting}
    write_event("mediation.deliver", case, client=client_of(case), detail=detail, by=by)
    record("change", invitation, fields=["delivered_on", "delivered_by", "proof"], by=by)
    return invitation
