"""Mediations of the world: one on its way, one whose promise was broken."""

from datetime import date, timedelta

from django.utils import timezone

from cases import actions
from cases.models import Hearing, Promise
from tests.cases.mediations import ask, hear, in_progress, money, pay


def mediated(make_case, client, desk) -> dict[str, list]:
    """A mediation with an invitation on its way, and one whose promise was partly paid and then broken."""
    going = ask(in_progress(make_case(client, by=desk), by=desk), by=desk)
    soon = timezone.now() + timedelta(days=3)
    called = actions.invite(going, meeting="mediation", meets_at=soon, place="LTSA", by=desk)
    over = ask(in_progress(make_case(client, by=desk), by=desk), by=desk)
    held = hear(over, items=[money(), money(days=40)], by=desk)
    first, second = held.promises.order_by("number")
    paid = pay(second, "100", by=desk)
    Promise.objects.filter(pk=first.pk).update(due_on=date(2026, 1, 5))
    actions.break_promise(first, by=desk)
    return {
        "mediasi/": [going.pk, over.pk],
        "undangan/": [called.pk],
        "sidang/": [held.pk],
        "kesepakatan/": [second.pk],
        "perolehan/": [paid.pk],
    }


def disputed(make_case, client, desk) -> Hearing:
    """The meeting of a mediation that found an agreement."""
    mediation = ask(in_progress(make_case(client, by=desk), by=desk), by=desk)
    return hear(mediation, items=[money("90000")], by=desk)


def dispute_further(held: Hearing, *, by) -> None:
    """One meeting, one promise and one payment more."""
    number = held.mediation.promises.count() + 1
    told = {"mediation": held.mediation, "number": number}
    came = {"client_came": True, "respondent_came": True, "held_at": timezone.now()}
    Hearing.objects.create(
        meeting="mediation", result="continue", place="LTSA", by=by, **told, **came
    )
    promise = Promise.objects.create(
        hearing=held, kind="documents", text="Paspor", due_on=timezone.localdate(), **told
    )
    actions.record_payment(promise, received_on=timezone.localdate(), by=by)
    pay(held.promises.get(kind="money"), "100", by=by)
