"""Acts, safety plans and decisions of restricted cases: codes, and words that tell of nothing."""

from datetime import timedelta

from django.db.models import Model
from django.utils import timezone

from ltsa.demo.rows import insert
from ltsa.demo.stage import Chance, Stage, loads
from ltsa.demo.traces import audit_line, event

from ..actions.reporting import tend_report_clock
from ..codes import CaseState
from ..gbvims import QUESTIONS, classify
from ..models import Case, CaseMember, Incident, ReportDecision, SafetyPlan

HELD = "Disimpan tim pendamping."
YES_OF = {"GBV01": "physical", "GBV03": "psychological", "GBV04": "physical", "GBV06": "rape"}
PLAN = {
    "dangers": ["knows_address", "phone_watched"],
    "safe_person": "Bibi Contoh",
    "safe_place": "Rumah saudara, kecamatan lain",
    "exit_steps": "Lewat pintu samping, naik ojek langganan.",
    "documents": "KTP dan paspor di tas kecil.",
    "code_word": "beli kunyit",
}
MOST = 60


@loads(Incident)
def load_survivors(stage: Stage) -> dict[str, int]:
    """What the teams of restricted cases have written; two of them have a decision to take these days."""
    Case.objects.filter(restricted=True, state=CaseState.NEW, account="").update(
        limits_explained_at=None
    )
    rows: list[Model] = []
    waiting: list[tuple[Case, Incident]] = []
    for case, worker in _cases():
        chance = Chance(f"survivor/{case.pk}")
        act = _incident(case, worker, stage, chance, sexual=len(waiting) < 4)
        rows += [act, _told("incident.add", act, act.at, worker, chance)]
        rows += _safety(case, worker, act.at, stage, chance)
        if act.violence == "sexual_assault":
            waiting.append((case, act))
    rows += [row for case, act in waiting[2:] for row in _decided(case, act, stage)]
    insert(rows)
    for case, act in waiting[:2]:
        tend_report_clock(case, since=max(act.at, stage.now - timedelta(hours=30)), by=act.by)
    return {
        "kejadian": sum(isinstance(row, Incident) for row in rows),
        "rencana keselamatan": sum(isinstance(row, SafetyPlan) for row in rows),
    }


def _cases():
    """Open restricted cases whose client wanted to go on, newest first, with the first of their team."""
    cases = Case.objects.open().filter(restricted=True).exclude(limits_explained_at=None)
    cases = list(cases.select_related("organisation").order_by("-opened_at", "pk")[:MOST])
    members = CaseMember.objects.current().filter(case__in=cases).order_by("-user__username")
    first = {member.case_id: member.user for member in members}
    return [(case, first[case.pk]) for case in cases if case.pk in first]


def _incident(case: Case, worker, stage: Stage, chance: Chance, *, sexual: bool) -> Incident:
    at = stage.past(
        (case.handed_over_at or case.opened_at) + timedelta(hours=chance.randrange(1, 20))
    )
    yes = "sexual_assault" if sexual else YES_OF.get(case.primary_type_id or "", "psychological")
    order = [code.value for code, _question in QUESTIONS]
    answers = {code: "no" if order.index(code) < order.index(yes) else "skipped" for code in order}
    answers[yes] = "yes"
    return Incident(
        id=chance.id(),
        case=case,
        number=1,
        reported_on=timezone.localdate(at),
        told_by_survivor=True,
        child=False,
        answers=answers,
        violence=classify(answers),
        simfoni=["sexual"] if sexual else ["psychic"],
        perpetrator=chance.pick({"employer": 50, "partner": 30, "untold": 20}),
        account=HELD,
        at=at,
        by=worker,
    )


def _safety(case: Case, worker, at, stage: Stage, chance: Chance) -> list[Model]:
    review = stage.today + timedelta(days=chance.randrange(-2, 15))
    plan = SafetyPlan(
        id=chance.id(), case=case, number=1, answers=PLAN, review_on=review, at=at, by=worker
    )
    return [plan, _told("safety_plan.write", plan, at, worker, chance)]


def _decided(case: Case, act: Incident, stage: Stage) -> list[Model]:
    chance, at = Chance(f"decision/{case.pk}"), stage.past(act.at + timedelta(hours=40))
    decision = ReportDecision(id=chance.id(), case=case, choice="by_others", at=at, by=act.by)
    told = _told("report_decision.write", decision, at, act.by, chance)
    return [decision, told, audit_line("create", decision, at, act.by)]


def _told(verb: str, row, at, by, chance: Chance) -> Model:
    return event(chance, verb, row.case_id, at, by, part=str(row.pk))
