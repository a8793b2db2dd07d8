"""What closing a case takes, asked before it is done: a complainant, an outcome, a reason whose day has come, a second person."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from services.codes import ClientType

from ..closing import closes_alone, earliest, gave_it_away
from ..codes import LEGAL_REASONS, CaseState, ClosingReason, Outcome, ReportedBy
from ..disclosure import needs_limits
from ..models import Case, CaseClosing
from ..transitions import NotYours

PROPOSING = ("resolve", "ask_closing")
SHORTEST_WHY = 10  # letters: a full stop is no reason


def check_complainant(case: Case) -> None:
    """Nothing is verified while nobody is known to complain: the client herself, a named other, or her family."""
    known = case.reported_by == ReportedBy.SELF or bool(case.complainant)
    if not known and case.reported_by == ReportedBy.FAMILY:
        client = case.migrant
        known = client.client_type == ClientType.FAMILY or client.relatives.exists()
    if not known:
        raise _refusal("complainant", _("Tulis dulu siapa pelapornya."), "complainant")


def check_reason(case: Case, state: str, reason: str) -> None:
    """A reason of the list; without a solution only a legal one; and none before the day that the law names."""
    if reason not in ClosingReason.values:
        raise _refusal("reason", _("Pilih alasan penutupan."), "reason")
    if state != CaseState.RESOLVED and reason not in LEGAL_REASONS:
        told = _("Kasus yang belum selesai hanya ditutup dengan alasan menurut aturan.")
        raise _refusal("reason", told, "not_legal")
    day = earliest(case, reason)
    if day is not None and timezone.localdate() < day:
        told = _("Alasan ini baru dapat dipakai mulai %(day)s.") % {
            "day": date_format(day, "j F Y")
        }
        raise _refusal("reason", told, "too_early")


def check_outcomes(outcomes) -> list[str]:
    """Each once, in the order of the list; "none yet" stands alone."""
    known = [code for code in Outcome.values if code in outcomes]
    if set(outcomes) - set(known):
        raise _refusal("outcomes", _("Hasil ini tidak dikenal."), "outcomes")
    if Outcome.NONE in known and len(known) > 1:
        told = _('"Belum ada hasil" tidak dapat dipilih bersama hasil lain.')
        raise _refusal("outcomes", told, "outcomes")
    return known


def propose(case: Case, *, reason: str, outcomes, by) -> None:
    """What the worker asks the second person for. Resolved, she may leave the reason to her; else it is a legal one."""
    if reason or case.state != CaseState.RESOLVED:
        check_reason(case, case.state, reason)
    case.closing_asked_by, case.closing_asked = by, reason
    case.outcomes = check_outcomes(outcomes or [])


def end(
    case: Case, state: str, *, reason: str, outcomes, note: str, alone_because: str, by
) -> CaseClosing:
    """Close it under its lock, from this state. Raises ValidationError with every rule that says no."""
    reason = reason or case.closing_asked
    check_reason(case, state, reason)
    found = check_outcomes(case.outcomes if outcomes is None else outcomes)
    if not found and reason in LEGAL_REASONS:
        found = [Outcome.NONE.value]
    if not found:
        raise _refusal("outcomes", _("Pilih paling sedikit satu hasil."), "no_outcome")
    if note.strip() and needs_limits(case):
        raise _refusal("note", _("Jelaskan dulu batas kerahasiaan kepada klien."), "limits")
    alone = closes_alone(case, by)
    if not alone and gave_it_away(case, by):
        raise NotYours(
            "close", _("Kasus ini tadinya Anda yang menangani. Minta orang kedua menutupnya.")
        )
    why = alone_because.strip() if alone else ""
    if alone and len(why) < SHORTEST_WHY:
        told = _("Tidak ada orang kedua yang dapat menutup. Tulis alasannya.")
        raise _refusal("alone_because", told, "alone")
    now = timezone.now()
    case.closing_reason, case.closed_at, case.closed_by, case.outcomes = reason, now, by, found
    return CaseClosing.objects.create(
        case=case,
        reason=reason,
        outcomes=found,
        note=note,
        asked_by=case.closing_asked_by,
        closed_by=by,
        closed_at=now,
        alone_because=why,
        organisation=case.organisation,
    )


def forget(case: Case, *, by) -> None:
    """Work goes on: nobody is asked any more, and nobody has closed it. The closing itself stays as it was."""
    if case.closed_at is not None:
        case.closings.filter(reopened_at=None).update(reopened_at=timezone.now(), reopened_by=by)
    case.closing_reason, case.closed_at, case.closed_by = "", None, None
    case.closing_asked_by, case.closing_asked, case.outcomes = None, "", []


def in_codes(case: Case, verb: str, done: CaseClosing | None) -> dict:
    """What the timeline says of a closing or of the wish for one: codes, no words."""
    if done is not None:
        alone = {"alone": True} if done.alone_because else {}
        return {"reason": done.reason, "outcomes": done.outcomes} | alone
    if verb in PROPOSING:
        return {"reason": case.closing_asked, "outcomes": case.outcomes}
    return {}


def _refusal(name: str, told: str, code: str) -> ValidationError:
    return ValidationError({name: ValidationError(told, code=code)})
