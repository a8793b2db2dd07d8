"""Mediations of the demo: one on its way, one kept, and one whose second instalment in Hong Kong dollars never came."""

from datetime import datetime, timedelta
from decimal import Decimal

from django.db.models import Model
from django.utils import timezone

from ltsa.accounts.models import User
from ltsa.demo.rows import insert
from ltsa.demo.stage import Chance, Stage, loads, posting_of
from ltsa.demo.traces import audit_line, event

from ..mediation_law import mediation_bars
from ..models import (
    Case,
    Claim,
    Hearing,
    Invitation,
    Mediation,
    Promise,
    Recovery,
    Respondent,
)
from . import plans  # noqa: F401 (who is threatened is known first)

OLD_ENOUGH = timedelta(days=60)
MEDIATORS = {"32.09": "supervisor.cirebon", "35.04": "supervisor.tulungagung"}
RATE = Decimal("2081.5000")
SOURCE = "Bank Indonesia"
INSTALMENT = Decimal(9200)


@loads(Mediation)
def load_mediations(stage: Stage) -> dict[str, int]:
    """In each of the districts that mediate as many as cases allow: broken, on its way, kept."""
    rows: list[Model] = []
    for username in MEDIATORS.values():
        cases = _cases(stage, stage.person(username))
        for case, tell in zip(cases, (_broken, _on_its_way, _kept), strict=False):
            rows += tell(case, stage, Chance(f"mediation/{case.pk}"))
    insert(rows)
    made = [row for row in rows if isinstance(row, Mediation)]
    return {"mediasi": len(made)}


def _cases(stage: Stage, mediator: User) -> list[Case]:
    """Ordinary ones that are worked on by somebody else than the mediator, and that no law bars."""
    old = Case.objects.ordinary().filter(
        organisation=posting_of(mediator).organisation_id,
        state="in_progress",
        opened_at__lt=stage.now - OLD_ENOUGH,
        owner__isnull=False,
    )
    old = old.exclude(owner=mediator).exclude(members__user=mediator)
    found = old.select_related("migrant", "agency", "owner").order_by("-opened_at", "pk")
    return [case for case in found[:20] if not mediation_bars(case)][:3]


class Course:
    """One mediation, row by row, with the events that its steps leave."""

    def __init__(self, case: Case, state: str, at: datetime, stage: Stage, chance: Chance):
        self.case, self.chance, self.by = case, chance, case.owner or case.opened_by
        party = Respondent(
            id=chance.id(),
            case=case,
            kind="agency" if case.agency else "sponsor",
            agency=case.agency,
            name="" if case.agency else "Bapak Umpama Sponsor",
            added_at=at,
            added_by=self.by,
        )
        self.row = Mediation(
            id=chance.id(),
            case=case,
            respondent=party,
            state=state,
            mediator=stage.person(MEDIATORS[case.district_id]),
            companion="Pendamping Contoh",
            client_willing=True,
            respondent_willing=True,
            briefed=True,
            requested_at=at,
            requested_by=self.by,
        )
        self.rows: list[Model] = [party, self.row, audit_line("create", self.row, at, self.by)]
        self.tell("mediation.request", at)

    def tell(self, verb: str, at: datetime, part=None) -> None:
        told = {"part": str((part or self.row).pk)}
        case = self.case
        line = event(self.chance, verb, case.pk, at, self.by, client=case.migrant_id, **told)
        self.rows.append(line)

    def invite(self, meeting: str, number: int, at: datetime, meets_at: datetime) -> None:
        day = timezone.localdate(at + timedelta(days=1))
        self.rows.append(
            Invitation(
                id=self.chance.id(),
                mediation=self.row,
                meeting=meeting,
                number=number,
                meets_at=meets_at,
                place="Ruang Mediasi LTSA",
                sent_at=at,
                sent_by=self.by,
                delivered_on=day,
                delivered_by="by_hand",
            )
        )
        self.tell("mediation.invite", at)

    def hear(self, meeting: str, result: str, at: datetime) -> Hearing:
        came = result != "absent"
        held = Hearing(
            id=self.chance.id(),
            mediation=self.row,
            meeting=meeting,
            number=1,
            held_at=at,
            place="Ruang Mediasi LTSA",
            client_came=True,
            respondent_came=came,
            client_position="Upah beberapa bulan belum dibayar, mohon dibayar penuh.",
            respondent_position="Mengakui keterlambatan dan siap membayar." if came else "",
            result=result,
            signed=came,
            copy_given=came,
            at=at,
            by=self.by,
        )
        self.rows.append(held)
        self.tell("mediation.hear", at)
        return held

    def promise(self, held: Hearing, number: int, days: int, state: str, **told) -> Promise:
        due = timezone.localdate(held.held_at + timedelta(days=days))
        row = Promise(
            id=self.chance.id(),
            mediation=self.row,
            hearing=held,
            number=number,
            due_on=due,
            state=state,
            **told,
        )
        self.rows.append(row)
        return row

    def receive(self, promise: Promise, at: datetime, *, claim=None, rate=Decimal(1)) -> None:
        day, money = timezone.localdate(at), promise.kind == "money"
        priced = {"rate": rate, "rate_on": day, "rupiah": (promise.amount or 0) * rate}
        self.rows.append(
            Recovery(
                id=self.chance.id(),
                case=self.case,
                promise=promise,
                claim=claim,
                kind=promise.kind,
                text=promise.text,
                amount=promise.amount,
                currency=promise.currency,
                rate_source=SOURCE if money and rate != 1 else "",
                received_on=day,
                at=at,
                by=self.by,
                **(priced if money else {}),
            )
        )
        self.tell("promise.pay" if money else "promise.keep", at, promise)


def _broken(case: Case, stage: Stage, chance: Chance) -> list[Model]:
    """A clarification that led nowhere, an agreement in two instalments, one of them paid."""
    start = stage.workday(52, chance)
    course = Course(case, "broken", start, stage, chance)
    claim = Claim(
        id=chance.id(), case=case, kind="money", amount=2 * INSTALMENT, currency="HKD",
        state="partly", added_at=start, added_by=course.by,
    )  # fmt: skip
    course.rows.append(claim)
    course.invite("clarification_1", 1, start, start + timedelta(days=6))
    course.hear("clarification_1", "no_agreement", start + timedelta(days=6))
    course.invite("mediation", 1, start + timedelta(days=7), start + timedelta(days=14))
    held = course.hear("mediation", "agreed", start + timedelta(days=14))
    course.tell("mediation.agree", held.held_at)
    money = {"kind": "money", "amount": INSTALMENT, "currency": "HKD"}
    first = course.promise(held, 1, 7, "kept", text="Cicilan pertama", **money)
    second = course.promise(held, 2, 30, "broken", text="Cicilan kedua", **money)
    course.receive(first, held.held_at + timedelta(days=6), claim=claim, rate=RATE)
    over = held.held_at + timedelta(days=32)
    course.tell("promise.break", over, second)
    course.tell("mediation.break", over)
    course.row.advice, course.row.ended_at = ["sanction", "legal_aid"], over
    return course.rows


def _on_its_way(case: Case, stage: Stage, chance: Chance) -> list[Model]:
    """Nobody came to the first invitation; the second is for next week."""
    start = stage.workday(16, chance)
    course = Course(case, "invited", start, stage, chance)
    course.row.respondent_willing = None
    course.invite("clarification_1", 1, start, start + timedelta(days=8))
    course.hear("clarification_1", "absent", start + timedelta(days=8))
    again = stage.workday(3, chance)
    course.invite("clarification_1", 2, again, again + timedelta(days=8))
    return course.rows


def _kept(case: Case, stage: Stage, chance: Chance) -> list[Model]:
    """Costs paid back in rupiah, and the passport handed over."""
    start = stage.workday(40, chance)
    course = Course(case, "kept", start, stage, chance)
    course.invite("mediation", 1, start, start + timedelta(days=9))
    held = course.hear("mediation", "agreed", start + timedelta(days=9))
    course.tell("mediation.agree", held.held_at)
    money = {"kind": "money", "amount": Decimal(6_500_000), "currency": "IDR"}
    paid = course.promise(held, 1, 14, "kept", text="Biaya yang ditagih berlebih", **money)
    passport = course.promise(held, 2, 7, "kept", kind="documents", text="Paspor asli")
    course.receive(passport, held.held_at + timedelta(days=5))
    over = held.held_at + timedelta(days=12)
    course.receive(paid, over)
    course.tell("mediation.keep", over)
    course.row.ended_at = over
    return course.rows
