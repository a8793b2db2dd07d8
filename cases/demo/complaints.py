"""What the demo's complaints are about: parties, claims in the money that wages are paid in, numbers of other systems."""

from datetime import timedelta
from decimal import Decimal

from django.db.models import Model
from django.utils import timezone

from ltsa.demo.rows import insert
from ltsa.demo.stage import Chance, Stage, loads
from ltsa.demo.traces import event
from ltsa.organisations.models import Agency

from ..actions.respondents import KIND_OF
from ..models import Case, Claim, ExternalTicket, Respondent
from . import loading, mediations  # noqa: F401 (cases and their mediations first)

MOST = 160
SPONSORS = ["Pak Sponsor Umpama", "Bu Perantara Contoh", "Pak Calo Misalnya"]
EMPLOYERS = ["Majikan Contoh di Kowloon", "Pabrik Umpama Taoyuan", "Keluarga Misal di Penang"]
# Kinds of case by the beginning of their code: {(kind, currency): amounts}.
WAGES = {"HKD": [4870, 9740, 18400], "TWD": [23800, 47600, 71000], "MYR": [1800, 5400]}
FEES = [2_500_000, 6_000_000, 18_400_000]
TICKETS = {"siskop2mi": 55, "police": 20, "lapor": 15, "mission": 10}
TEXTS = {
    "money": "Sesuai kuitansi dan slip gaji yang ada.",
    "documents": "Ijazah dan paspor.",
    "return": "Minta dipulangkan dengan biaya perusahaan.",
    "legal": "Minta dibantu melapor.",
}


@loads(ExternalTicket)
def load_complaints(stage: Stage) -> dict[str, int]:
    """Ordinary cases alone: what a survivor asks for is not invented."""
    chance, rows = Chance("complaints"), []
    about = Case.objects.ordinary().filter(primary_type__code__regex="^(REK|KRJ|HLK|JSK)")
    recent = about.select_related("agency", "opened_by").order_by("-opened_at", "pk")
    # Whoever is counted against an agency names it, the oldest case too.
    named = set(Respondent.objects.values_list("case", flat=True))
    asked = set(Claim.objects.values_list("case", flat=True))
    for number, case in enumerate(recent):
        if case.pk not in named and (case.agency is not None or number < MOST):
            rows += _parties(case, chance)
        if number < MOST:
            rows += [] if case.pk in asked else _claims(case, chance)
            rows += _tickets(case, stage, chance)
    insert(rows)
    kinds = (Respondent, Claim, ExternalTicket)
    names = ("pihak yang diadukan", "tuntutan", "tiket luar")
    return {
        name: sum(isinstance(row, kind) for row in rows)
        for name, kind in zip(names, kinds, strict=True)
    }


def _parties(case: Case, chance: Chance) -> list[Model]:
    told = {"case": case, "added_by": case.opened_by}
    rows: list[Respondent] = []
    if case.agency is not None:
        kind, agency = KIND_OF[Agency.Kind(case.agency.kind)], case.agency
        rows.append(
            Respondent(id=chance.id(), kind=kind, agency=agency, added_at=case.opened_at, **told)
        )
    later = case.opened_at + timedelta(seconds=1)
    if case.phase == "before" and chance.happens(0.4):
        name = chance.choice(SPONSORS)
        rows.append(Respondent(id=chance.id(), kind="sponsor", name=name, added_at=later, **told))
    if case.phase != "before" and chance.happens(0.6):
        name = chance.choice(EMPLOYERS)
        rows.append(Respondent(id=chance.id(), kind="employer", name=name, added_at=later, **told))
    told_of = [_event("respondent.add", row, case, chance, kind=row.kind) for row in rows]
    return [*rows, *told_of]


def _claims(case: Case, chance: Chance) -> list[Model]:
    currency = "IDR" if case.phase == "before" else chance.choice(list(WAGES))
    amount = chance.choice(FEES if currency == "IDR" else WAGES[currency])
    made: list[tuple[str, Decimal | None, str]] = [("money", Decimal(amount), currency)]
    if chance.happens(0.3):
        made.append(("documents", None, ""))
    if chance.happens(0.1):
        made.append(("return" if case.phase == "during" else "legal", None, ""))
    rows = [
        Claim(
            id=chance.id(),
            case=case,
            kind=kind,
            amount=money,
            currency=code,
            text=TEXTS[kind],
            added_at=case.opened_at + timedelta(seconds=2),
            added_by=case.opened_by,
        )
        for kind, money, code in made
    ]
    told_of = [_event("claim.add", row, case, chance, kind=row.kind, state="open") for row in rows]
    return [*rows, *told_of]


def _tickets(case: Case, stage: Stage, chance: Chance) -> list[Model]:
    if not chance.happens(0.35):
        return []
    system = chance.pick(TICKETS)
    day = timezone.localdate(stage.past(case.opened_at + timedelta(days=1)))
    number = f"{system[:2].upper()}/{chance.randrange(100, 999)}/CONTOH/{day.year}"
    row = ExternalTicket(
        id=chance.id(),
        case=case,
        system=system,
        number=number,
        opened_on=day,
        note="Sudah diterima, menunggu tindak lanjut.",
        added_at=stage.past(case.opened_at + timedelta(days=1)),
        added_by=case.opened_by,
    )
    return [row, _event("ticket.add", row, case, chance, system=system)]


def _event(verb: str, row, case: Case, chance: Chance, **detail) -> Model:
    told = {"part": str(row.pk), **detail}
    return event(
        chance, verb, case.pk, row.added_at, case.opened_by, client=case.migrant_id, **told
    )
