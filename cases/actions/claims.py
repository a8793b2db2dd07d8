"""What she asks for: money with its currency, documents, the way home, justice, recovery (domain 3.4)."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.timeline.actions import write_event
from ltsa.versions import update_row

from ..codes import ClaimKind, ClaimState, Currency
from ..models import Case, Claim
from .complaint import client_of
from .promises import CENT, LARGEST
from .recoveries import follow_claim
from .working import working_on


@transaction.atomic
def add_claim(
    case: Case, *, kind: str, text: str = "", amount: Decimal | None = None, currency: str = "", by
) -> Claim:
    """Write down what she asks for. Raises NotYours, NotPossible and ValidationError keyed by field."""
    case = working_on(case, "claim", by=by)
    if kind not in ClaimKind.values:
        raise ValidationError({"kind": _("Pilih apa yang dituntut.")})
    money = _money(kind, amount, currency)
    claim = Claim.objects.create(case=case, kind=kind, text=text.strip(), added_by=by, **money)
    _tell("claim.add", claim, by=by)
    record("create", claim, by=by)
    return claim


@transaction.atomic
def edit_claim(
    claim: Claim,
    *,
    version: int,
    state: str,
    text: str = "",
    amount: Decimal | None = None,
    currency: str = "",
    by,
) -> Claim:
    """Put it right or say how far it is met; what it was stays in the history. Raises Stale.

    How far money is met follows what was received: of it, only giving it up is said by hand.
    """
    working_on(claim.case, "claim", by=by)
    if state not in ClaimState.values:
        raise ValidationError({"state": _("Pilih statusnya.")})
    money = _money(claim.kind, amount, currency)
    received = claim.recoveries.filter(voided_at=None).exists()
    if received and money["currency"] != claim.currency:
        told = _("Sudah ada uang yang diterima dalam mata uang ini. Buat tuntutan baru.")
        raise ValidationError({"currency": ValidationError(told, "currency")})
    if claim.kind == ClaimKind.MONEY and state != ClaimState.DROPPED:
        state = ClaimState.OPEN
    claim = update_row(claim, version=version, state=state, text=text.strip(), **money)
    if claim.kind == ClaimKind.MONEY:
        follow_claim(claim)
        claim.refresh_from_db()
    _tell("claim.edit", claim, by=by)
    record("change", claim, fields=["amount", "currency", "state", "text"], by=by)
    return claim


def _money(kind: str, amount: Decimal | None, currency: str) -> dict:
    """The columns of money; of anything else they are empty."""
    if kind != ClaimKind.MONEY:
        return {"amount": None, "currency": ""}
    if amount is None or not 0 < amount <= LARGEST or amount != amount.quantize(CENT):
        raise ValidationError(
            {"amount": ValidationError(_("Jumlah uang harus lebih dari nol."), "amount")}
        )
    if currency not in Currency.values:
        raise ValidationError({"currency": _("Pilih mata uang.")})
    return {"amount": amount, "currency": currency}


def _tell(verb: str, claim: Claim, *, by) -> None:
    detail = {"part": str(claim.pk), "kind": claim.kind, "state": claim.state}
    write_event(verb, claim.case, client=client_of(claim.case), detail=detail, by=by)
