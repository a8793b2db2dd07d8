"""A meeting that took place: who came, what each said, and what came out of it (berita acara; domain 3.5)."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.versions import update_row

from ..codes import HearingResult, Meeting
from ..disclosure import needs_limits
from ..mediation_course import RESULTS, WITH_PROMISES, check_meeting
from ..models import Hearing, Mediation
from ..transitions import move
from .mediation_papers import write_minutes
from .mediations import check_going, end_as
from .promises import check_house, make_promises

# What a result makes of the mediation beyond "a hearing was held".
AFTER = {HearingResult.AGREED: "agree", HearingResult.PARTLY_AGREED: "agree_partly"}


@transaction.atomic
def hold_hearing(
    mediation: Mediation,
    *,
    meeting: str,
    held_at: datetime,
    place: str,
    client_came: bool,
    respondent_came: bool,
    result: str,
    items=(),
    online: bool = False,
    present: str = "",
    client_position: str = "",
    respondent_position: str = "",
    by,
) -> Hearing:
    """Keep a meeting and what it brought. `items`: what was promised, {kind, due_on, [amount, currency, text]} each.

    An agreement with at least one item moves the mediation to agreed or partly agreed, no agreement in a mediation ends
    it. Raises MediationBarred, NotPossible, NotYours and ValidationError keyed by field (of an item: items).
    """
    case = check_going(mediation.case, "hear", by=by, law=True)
    if needs_limits(case) and (present or client_position or respondent_position):
        told = _("Jelaskan dulu batas kerahasiaan kepada klien, baru mencatat ceritanya.")
        raise ValidationError({"client_position": told})

    def change(row):
        row.respondent_willing = True if respondent_came else row.respondent_willing

    detail = {"meeting": meeting, "result": result}
    mediation = move(mediation, "hear", by=by, change=change, detail=detail)
    check_meeting(mediation, meeting)
    _check_time(mediation, meeting, held_at, place)
    _check_result(meeting, result, respondent_came, bool(items))
    row = Hearing.objects.create(
        mediation=mediation,
        meeting=meeting,
        number=mediation.hearings.filter(meeting=meeting).count() + 1,
        held_at=held_at,
        place=place.strip(),
        online=online,
        client_came=client_came,
        respondent_came=respondent_came,
        present=present.strip(),
        client_position=client_position.strip(),
        respondent_position=respondent_position.strip(),
        result=result,
        by=by,
    )
    record("create", row, by=by)
    if result in WITH_PROMISES:
        make_promises(row, items, by=by)
    _go_on(mediation, meeting, result, by=by)
    return write_minutes(row, case, by=by)


def _check_time(mediation: Mediation, meeting: str, held_at: datetime, place: str) -> None:
    errors: dict[str, str] = {}
    invitation = mediation.invitations.filter(meeting=meeting).order_by("sent_at").first()
    last = mediation.hearings.order_by("-held_at").first()
    if held_at > timezone.now():
        errors["held_at"] = _("Pertemuan ini belum terjadi. Periksa waktunya.")
    elif timezone.localdate(held_at) < timezone.localdate(mediation.requested_at):
        errors["held_at"] = _("Pertemuan tidak dapat terjadi sebelum mediasi diajukan.")
    elif invitation is not None and held_at < invitation.sent_at.replace(second=0, microsecond=0):
        errors["held_at"] = _("Pertemuan tidak dapat terjadi sebelum undangannya dikirim.")
    elif last is not None and held_at < last.held_at:
        errors["held_at"] = _("Sudah ada pertemuan yang lebih baru. Periksa tanggalnya.")
    found = {name: ValidationError(told, "dates") for name, told in errors.items()}
    if not place.strip():
        found["place"] = ValidationError(_("Tulis tempat pertemuan."), "required")
    if found:
        raise ValidationError(found)


def _check_result(meeting: str, result: str, respondent_came: bool, items: bool) -> None:
    if result not in RESULTS[Meeting(meeting)]:
        told = ValidationError(_("Hasil ini bukan untuk pertemuan ini."), "result")
        raise ValidationError({"result": told})
    if (result == HearingResult.ABSENT) == respondent_came:
        words = _("Hasil dan kehadiran pihak yang diadukan tidak cocok.")
        raise ValidationError({"respondent_came": ValidationError(words, "absent")})
    if result in WITH_PROMISES and not items:
        words = _("Tulis sedikitnya satu janji: apa, berapa, paling lambat kapan.")
        raise ValidationError({"items": ValidationError(words, "sums_to_nothing")})
    if items and result not in WITH_PROMISES:
        words = _("Janji hanya dicatat bila hasilnya sepakat atau berjanji memenuhi.")
        raise ValidationError({"items": ValidationError(words, "result")})


def _go_on(mediation: Mediation, meeting: str, result: str, *, by) -> None:
    if result in AFTER:
        end_as(mediation, AFTER[HearingResult(result)])
    elif result == HearingResult.NO_AGREEMENT and meeting == Meeting.MEDIATION:
        end_as(mediation, "fail")


@transaction.atomic
def sign_minutes(hearing: Hearing, *, signed: bool, copy_given: bool, version: int, by) -> Hearing:
    """Whether the parties signed and have their copy. Raises Stale."""
    check_house(hearing.mediation.case, "sign", by=by)
    row = update_row(hearing, version=version, signed=signed, copy_given=copy_given)
    record("change", row, fields=["signed", "copy_given"], by=by)
    return row
