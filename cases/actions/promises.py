"""What the respondent promised: made at a meeting, kept by payments, or broken (domain 3.5; Permen P2MI 23/2025)."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.timeline.models import Event

from ..codes import (
    Advice,
    Currency,
    HearingResult,
    MediationState,
    PromiseKind,
    PromiseState,
)
from ..disclosure import works_here
from ..mediation_course import CLARIFICATIONS, latest_due
from ..models import Case, Hearing, Mediation, Promise
from ..transitions import NotYours, check, lock, move, open_to
from .deadlines import start_promise_clock, tend_promise_clock
from .mediations import end_as
from .moving import move_case

LARGEST = Decimal("999999999999.99")
CENT = Decimal("0.01")


def make_promises(hearing: Hearing, items, *, by) -> list[Promise]:
    """In the transaction of the hearing. Raises ValidationError({"items": [...]}) that names the line."""
    made = []
    for number, item in enumerate(items, 1):
        told = _checked(hearing, number, **item)
        made.append(Promise(mediation=hearing.mediation, hearing=hearing, number=number, **told))
    for promise in made:
        promise.save(force_insert=True)
        record("create", promise, by=by)
        promise_made(promise, by=by)
    return made


def _checked(hearing, number, *, kind, due_on, amount=None, currency="", text="") -> dict:
    money = kind == PromiseKind.MONEY
    if kind not in PromiseKind.values:
        raise _refusal(number, _("pilih apa yang dijanjikan."), "kind")
    if money and (amount is None or not 0 < amount <= LARGEST or amount != amount.quantize(CENT)):
        raise _refusal(number, _("jumlah uang harus lebih dari nol."), "sums_to_nothing")
    if money and currency not in Currency.values:
        raise _refusal(number, _("pilih mata uang."), "currency")
    if not money and (amount is not None or currency):
        raise _refusal(number, _("jumlah hanya untuk uang."), "amount")
    if not money and not text.strip():
        raise _refusal(number, _("tulis apa yang dijanjikan."), "text")
    held_on = timezone.localdate(hearing.held_at)
    last = latest_due(hearing.meeting, hearing.held_at)
    if due_on < held_on:
        raise _refusal(number, _("tenggat tidak boleh sebelum pertemuan."), "dates")
    if due_on > last:
        told = _("tenggat paling lambat %(day)s.") % {"day": date_format(last, "j F Y")}
        if hearing.meeting in CLARIFICATIONS[1:]:
            told = _(
                "janji klarifikasi kedua paling lama 7 hari, sampai %(day)s (Permen P2MI 23/2025)."
            ) % {"day": date_format(last, "j F Y")}
        raise _refusal(
            number, told, "seven_days" if hearing.meeting in CLARIFICATIONS[1:] else "dates"
        )
    return {
        "kind": kind,
        "due_on": due_on,
        "amount": amount,
        "currency": currency,
        "text": text.strip(),
    }


def _refusal(number: int, told: str, code: str) -> ValidationError:
    words = _("Janji %(number)d: %(told)s") % {"number": number, "told": told}
    return ValidationError({"items": ValidationError(words, code)})


def paid(promise: Promise) -> Decimal:
    """What was really paid of it, in its own currency."""
    found = promise.recoveries.filter(voided_at=None).aggregate(sum=Sum("amount"))
    return found["sum"] or Decimal(0)


@transaction.atomic
def break_promise(promise: Promise, *, version=None, by) -> Promise:
    """It was not kept by its day. After an agreement the mediation is broken and an ended case opens again; after a clarification
    the next meeting may be called. A sanction and legal aid are recommended either way (domain 1.3).

    Raises NotPossible, NotYours, Stale, and ValidationError before the day after its due date.
    """
    check_house(promise.mediation.case, "break", by=by)
    promise_now = lock(promise)
    check(promise_now, "break", by=by)
    if promise_now.due_on >= timezone.localdate():
        told = _("Janji ini baru dapat dinyatakan ingkar sesudah %(day)s.")
        day = date_format(promise_now.due_on, "j F Y")
        raise ValidationError(told % {"day": day}, "not_due")
    promise = move(promise, "break", by=by, version=version, detail={"kind": promise.kind})
    record("change", promise, fields=["state"], by=by)
    mediation = lock(promise.mediation)
    _advise(mediation)
    if open_to(mediation, "break"):
        end_as(mediation, "break")
    _open_again(promise.mediation.case)
    promise_ended(promise)
    return promise


def _advise(mediation: Mediation) -> None:
    """Also without a mediation: who promised in a clarification had admitted it (domain 1.3)."""
    mediation.advice = [Advice.SANCTION, Advice.LEGAL_AID]
    mediation.save(update_fields=["advice"])


def _open_again(case: Case) -> None:
    case = lock(case)
    if open_to(case, "promise_broken"):
        move_case(case, "promise_broken", by=None)


def settle(promise: Promise, verb: str, *, by, detail=None) -> Promise:
    """After a payment, a delivery or a voiding: the promise and its mediation stand where the rows say."""
    now = state_now(promise)

    def change(row):
        row.state = now

    promise = move(promise, verb, by=by, change=change, detail=detail)
    mediation = lock(promise.mediation)
    verb = _verb_of(mediation)
    if verb == "owe":
        move(mediation, "owe", by=None, change=_back)
    elif verb:
        end_as(mediation, verb)
    tend_promise_clock(promise, by=by)
    return promise


def state_now(promise: Promise) -> str:
    """Kept when all of it came; else broken when it was called so; else by what came so far."""
    rows = promise.recoveries.filter(voided_at=None)
    came = paid(promise) if promise.kind == PromiseKind.MONEY else rows.count()
    if came >= (promise.amount or 1):
        return PromiseState.KEPT
    if _was_broken(promise):
        return PromiseState.BROKEN
    return PromiseState.PARTLY if came else PromiseState.OPEN


def _was_broken(promise: Promise) -> bool:
    told = {"subject": promise.mediation.case_id, "verb": "promise.break"}
    return Event.objects.filter(**told, detail__part=str(promise.pk)).exists()


def _verb_of(mediation: Mediation) -> str:
    """What follows for the mediation from the states of all its promises; "" when nothing."""
    states = set(_of_last_hearing(mediation).values_list("state", flat=True))
    if states == {PromiseState.KEPT}:
        return "keep" if open_to(mediation, "keep") else ""
    return "owe" if open_to(mediation, "owe") else ""


def _of_last_hearing(mediation: Mediation):
    """Those that count now: a broken one of a clarification is taken up again by the next meeting."""
    last = mediation.hearings.filter(promises__isnull=False).order_by("-held_at", "-at").first()
    return mediation.promises.filter(hearing=last)


def _back(mediation: Mediation) -> None:
    last = _of_last_hearing(mediation)
    result = last[0].hearing.result
    mediation.state = {
        HearingResult.COMMITTED: MediationState.HEARING,
        HearingResult.AGREED: MediationState.AGREED,
        HearingResult.PARTLY_AGREED: MediationState.PARTLY_AGREED,
    }[HearingResult(result)]
    if mediation.state != MediationState.HEARING and last.filter(state=PromiseState.BROKEN):
        mediation.state = MediationState.BROKEN
    mediation.ended_at = None


def check_house(case: Case, verb: str, *, by) -> Case:
    """The case, locked, that she works on: what was paid is written down also when the case has ended."""
    case = lock(case)
    if not works_here(case, by):
        raise NotYours(verb)
    return case


def promise_made(promise: Promise, *, by) -> None:
    """Its clock starts; the list of late promises reads the rows themselves."""
    start_promise_clock(promise, by=by)


def promise_ended(promise: Promise) -> None:
    """Kept or broken: its clock stops."""
    tend_promise_clock(promise, by=None)
