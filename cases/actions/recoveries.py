"""What she really got: money in its own currency and in rupiah, a document, a way home (domain 3.4: asked and obtained)."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.timeline.actions import write_event

from ..codes import ClaimKind, ClaimState, Currency, PromiseKind
from ..models import Case, Claim, Promise, Recovery
from ..money import in_currency
from ..transitions import check, lock
from .mediation_papers import keep_receipt
from .mediations import client_of, part
from .promises import CENT, LARGEST, check_house, paid, settle

MOST_RUPIAH = Decimal("999999999999.99")
CLAIMED_AS = {
    ClaimKind.MONEY: PromiseKind.MONEY,
    ClaimKind.DOCUMENTS: PromiseKind.DOCUMENTS,
    ClaimKind.RETURN: PromiseKind.RETURN,
}


@transaction.atomic
def record_payment(
    promise: Promise, *, received_on: date, more_than_owed: bool = False, proof=None, by, **told
) -> Recovery:
    """Money, a document or a deed that keeps a promise, all of it or a part; the promise and its mediation follow.

    `told`: amount, currency, rate, rate_on, rate_source of money; text; claim. More than is owed is refused until
    `more_than_owed` says that it is so. Raises NotPossible, NotYours and ValidationError keyed by field.
    """
    case = check_house(promise.mediation.case, "pay", by=by)
    promise = lock(promise)
    verb = "pay" if promise.kind == PromiseKind.MONEY else "keep"
    check(promise, verb, by=by)
    if received_on < timezone.localdate(promise.hearing.held_at):
        raise _refusal(
            "received_on", _("Pembayaran tidak dapat terjadi sebelum dijanjikan."), "dates"
        )
    if promise.kind == PromiseKind.MONEY:
        _check_against(promise, told.get("amount"), told.get("currency", ""), more_than_owed)
    row = _keep(case, kind=promise.kind, received_on=received_on, promise=promise, by=by, **told)
    row = _with_proof(row, case, proof, by=by)
    settle(promise, verb, by=by, detail={"payment": str(row.pk)})
    return row


def _check_against(promise: Promise, amount, currency: str, more_than_owed: bool) -> None:
    if currency != promise.currency:
        told = _("Janji ini dalam %(currency)s. Catat pembayaran dalam mata uang yang sama.")
        raise _refusal("currency", told % {"currency": promise.currency}, "currency")
    owed = (promise.amount or CENT) - paid(promise)
    if amount is not None and amount > owed and not more_than_owed:
        told = _("Lebih dari sisa janji (%(owed)s). Periksa lagi; bila benar, centang lalu simpan.")
        words = told % {"owed": in_currency(owed, currency)}
        raise _refusal("amount", words, "more_than_owed")


@transaction.atomic
def record_recovery(
    case: Case, *, kind: str, received_on: date, proof=None, by, **told
) -> Recovery:
    """What came without a promise in a mediation: a claim that was paid, a document handed back."""
    case = check_house(case, "recover", by=by)
    if kind not in PromiseKind.values:
        raise _refusal("kind", _("Pilih apa yang diterima."), "kind")
    return _with_proof(
        _keep(case, kind=kind, received_on=received_on, by=by, **told), case, proof, by=by
    )


def _keep(
    case: Case,
    *,
    kind: str,
    received_on: date,
    by,
    promise: Promise | None = None,
    claim: Claim | None = None,
    text: str = "",
    **money,
) -> Recovery:
    if received_on > timezone.localdate():
        raise _refusal("received_on", _("Tanggal terima tidak boleh di masa depan."), "dates")
    if received_on < timezone.localdate(case.opened_at):
        raise _refusal(
            "received_on", _("Tanggal terima tidak boleh sebelum kasus dibuka."), "dates"
        )
    told = _in_rupiah(received_on, **money) if kind == PromiseKind.MONEY else {}
    if kind != PromiseKind.MONEY and promise is None and not text.strip():
        raise _refusal("text", _("Tulis apa yang diterima."), "required")
    row = Recovery(
        case=case,
        promise=promise,
        claim=_claim(case, claim, kind, told.get("currency", "")),
        kind=kind,
        text=text.strip(),
        received_on=received_on,
        by=by,
        **told,
    )
    row.save(force_insert=True)
    follow_claim(row.claim)
    detail = part(row) | {"kind": kind, "currency": row.currency}
    write_event("recovery.add", case, client=client_of(case), detail=detail, by=by)
    record("create", row, by=by)
    return row


def _in_rupiah(
    received_on, *, amount=None, currency="", rate=None, rate_on=None, rate_source=""
) -> dict:
    """The columns of money: rupiah is amount times rate to the cent; rupiah itself needs no rate."""
    if amount is None or not 0 < amount <= LARGEST or amount != amount.quantize(CENT):
        raise _refusal("amount", _("Jumlah uang harus lebih dari nol."), "amount")
    if currency not in Currency.values:
        raise _refusal("currency", _("Pilih mata uang."), "currency")
    if currency == Currency.IDR:
        rate, rate_on, rate_source = Decimal(1), received_on, ""
    if rate is None or rate <= 0:
        raise _refusal("rate", _("Tulis kursnya: satu satuan berapa rupiah."), "rate")
    if rate_on is None or rate_on > timezone.localdate():
        raise _refusal("rate_on", _("Tulis tanggal kurs, hari ini atau sebelumnya."), "rate")
    if currency != Currency.IDR and not rate_source.strip():
        raise _refusal("rate_source", _("Tulis sumber kurs, misalnya Bank Indonesia."), "rate")
    rupiah = (amount * rate).quantize(CENT, ROUND_HALF_UP)
    if not 0 < rupiah <= MOST_RUPIAH:
        raise _refusal("rate", _("Jumlah dalam rupiah tidak masuk akal. Periksa kursnya."), "rate")
    return {
        "amount": amount,
        "currency": currency,
        "rate": rate,
        "rate_on": rate_on,
        "rate_source": rate_source.strip(),
        "rupiah": rupiah,
    }


def _claim(case: Case, chosen: Claim | None, kind: str, currency: str) -> Claim | None:
    """The claim that it counts for: the chosen one, else the only one of this kind and currency."""
    claims = Claim.objects.filter(case=case).exclude(state=ClaimState.DROPPED)
    fitting = [
        claim
        for claim in claims
        if CLAIMED_AS.get(ClaimKind(claim.kind)) == kind and claim.currency == currency
    ]
    if chosen is None:
        return fitting[0] if len(fitting) == 1 else None
    if chosen not in fitting:
        raise _refusal("claim", _("Tuntutan ini dari jenis atau mata uang lain."), "currency")
    return chosen


def follow_claim(claim: Claim | None) -> None:
    """Met, partly or not: by what was received for it and not voided. A dropped claim stays dropped."""
    if claim is None:
        return
    claim = lock(claim)
    came = Recovery.objects.filter(claim=claim, voided_at=None)
    total = came.aggregate(sum=Sum("amount"))["sum"] or 0
    met = total >= claim.amount if claim.amount else came.exists()
    some = ClaimState.PARTLY if came.exists() else ClaimState.OPEN
    state = ClaimState.MET if met else some
    if claim.state not in (state, ClaimState.DROPPED):
        claim.state = state
        claim.version += 1
        claim.save(update_fields=["state", "version"])


def _with_proof(row: Recovery, case: Case, proof, *, by) -> Recovery:
    if proof is not None:
        row.proof = keep_receipt(case, proof, by=by)
        row.save(update_fields=["proof"])
    return row


@transaction.atomic
def void_recovery(row: Recovery, *, reason: str, by) -> Recovery:
    """It was written down by mistake: the row stays, with the reason, and counts no more. A second time does nothing."""
    case = check_house(row.case, "void", by=by)
    row = lock(row)
    if row.voided_at is not None:
        return row
    if not reason.strip():
        raise _refusal("reason", _("Tulis mengapa dibatalkan."), "required")
    row.voided_at, row.voided_by, row.void_reason = timezone.now(), by, reason.strip()
    row.save(update_fields=["voided_at", "voided_by", "void_reason"])
    follow_claim(row.claim)
    if row.promise is not None:
        settle(row.promise, "void", by=by, detail={"payment": str(row.pk)})
    write_event("recovery.void", case, client=client_of(case), detail=part(row), by=by)
    record("change", row, fields=["voided_at", "void_reason"], by=by)
    return row


def _refusal(name: str, told: str, code: str) -> ValidationError:
    return ValidationError({name: ValidationError(told, code)})
