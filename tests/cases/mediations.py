"""A mediation on its way, for tests: one line a step."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from cases import actions
from cases.actions.hearings import hold_hearing
from cases.actions.mediations import request_mediation
from ltsa.organisations.actions import create_agency

WILLING = {"client_willing": True, "briefed": True}


def in_progress(case, *, by):
    for verb in ("verify", "start"):
        case = actions.move_case(case, verb, by=by)
    return case


def agency(by):
    return create_agency(name="PT Contoh Karya", kind="p3mi", by=by)


def ask(case, *, by, **told):
    told = WILLING | {"mediator_name": "Rahmat Contohnya", "mediator_office": "Disnaker"} | told
    party = None if told.get("respondent") else {"kind": "sponsor", "name": "Budi Umpama"}
    return request_mediation(case, **{"party": party, **told}, by=by)


def money(amount="9200", currency="HKD", days=14):
    due_on = timezone.localdate() + timedelta(days=days)
    return {"kind": "money", "amount": Decimal(amount), "currency": currency, "due_on": due_on}


def hear(mediation, *, meeting="mediation", result="agreed", items=(), came=True, by, **told):
    told = {"held_at": timezone.now(), "place": "LTSA", "client_came": True} | told
    return hold_hearing(
        mediation, meeting=meeting, result=result, items=items, respondent_came=came, by=by, **told
    )


def pay(promise, amount, *, by, **told):
    from_rate = {"currency": "HKD", "rate": Decimal("2081.5"), "rate_on": timezone.localdate()}
    told = {"received_on": timezone.localdate(), "rate_source": "Bank Indonesia"} | from_rate | told
    return actions.record_payment(promise, amount=Decimal(amount), by=by, **told)
