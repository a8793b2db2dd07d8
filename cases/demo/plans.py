"""Plans, tasks and assessments of the open cases: some tasks late, one plan waiting for its supervisor in each house."""

from collections import Counter
from datetime import datetime, timedelta

from django.db.models import Model
from django.utils import timezone

from ltsa.access import Permission
from ltsa.accounts.models import User
from ltsa.demo.rows import insert
from ltsa.demo.stage import Chance, Stage, loads, posting_of
from ltsa.demo.traces import event

from ..assessments import current
from ..models import ActionPlan, ActionStep, Assessment, Case, CaseMember
from . import loading  # noqa: F401 (cases first)

PLANS, RATED = 90, 120
GOALS = [
    "Hak klien dipenuhi dan klien tahu pilihan berikutnya.",
    "Uang atau dokumen klien kembali, tanpa biaya tambahan.",
    "Klien aman dan didampingi sampai masalahnya selesai.",
]
STEPS = [
    "Telepon P3MI dan minta penjelasan tertulis.",
    "Kumpulkan kuitansi dan salinan perjanjian kerja.",
    "Buat janji dengan klien untuk membaca perjanjian bersama.",
    "Tanyakan jadwal klarifikasi ke kantor.",
    "Antar klien mengurus surat di Disdukcapil.",
    "Hubungi keluarga lewat nomor yang aman.",
    "Periksa perkembangan dan beri kabar kepada klien.",
]
RESULTS = [
    "Sudah, hasilnya dicatat.",
    "Sudah dijawab, menunggu langkah berikut.",
    "Selesai bersama klien.",
]
DAYS = {-5: 1, -2: 2, 0: 2, 1: 3, 3: 4, 6: 4, 10: 3, 16: 2}  # from today, of open tasks
ENDINGS = {"approved": 60, "submitted": 20, "draft": 15, "sent_back": 5}
DANGERS = {"threat": 0.2, "address_known": 0.25, "phone_watched": 0.15, "child_danger": 0.04}
NEEDS = ("need_legal", "need_economic", "need_documents", "need_psychosocial", "need_health")


@loads(ActionPlan)
def load_plans(stage: Stage) -> dict[str, int]:
    """Words are written only where the limits of confidentiality were explained, or nobody has to."""
    chance, rows = Chance("plans"), []
    open_cases = list(
        Case.objects.open()
        .filter(opened_at__lt=stage.now - timedelta(days=2))
        .order_by("-opened_at", "pk")
    )
    workers = _workers(stage, open_cases)
    told = [case for case in open_cases if case.pk in workers]
    ordinary = [case for case in told if not case.restricted or case.limits_explained_at]
    for case in ordinary[:PLANS]:
        rows += _plan(case, workers[case.pk], stage, chance)
    for case in told[:RATED]:
        rows += _assessments(case, workers[case.pk], stage, chance)
    insert(rows)
    changed = ["next_action_on", "risk", "risk_on", "threat", "trafficking"]
    Case.objects.bulk_update(told, changed, batch_size=500)
    made = Counter(type(row) for row in rows)
    return {
        "rencana": made[ActionPlan],
        "tugas": made[ActionStep],
        "penilaian": made[Assessment],
    }


def _workers(stage: Stage, cases: list[Case]) -> dict:
    """Who works on each case: its owner, or the first of a restricted case's team."""
    people = {user.pk: user for user in stage.people.values()}
    team: dict = {}
    members = CaseMember.objects.current().filter(case__in=cases).order_by("user__username")
    for member in members:
        team.setdefault(member.case_id, people.get(member.user_id))
    found = {case.pk: people.get(case.owner_id) or team.get(case.pk) for case in cases}
    return {
        pk: user
        for pk, user in found.items()
        if user is not None and user.can(Permission.CASE_WORK)
    }


def _head(user: User, stage: Stage) -> User | None:
    """Who approves the plans of this house, other than herself."""
    here = posting_of(user).organisation_id
    heads = (
        one
        for one in stage.people.values()
        if posting_of(one).organisation_id == here
        and one.can(Permission.CASE_CLOSE)
        and one != user
    )
    return min(heads, key=lambda one: one.username, default=None)


def _plan(case: Case, by: User, stage: Stage, chance: Chance) -> list[Model]:
    head = _head(by, stage)
    state = chance.pick(ENDINGS) if head else "draft"
    start = case.handed_over_at or case.opened_at
    written, submitted, decided = stage.between(start, chance, 3, timedelta(days=6))
    plan = ActionPlan(
        id=chance.id(), case=case, number=1, goal=chance.choice(GOALS), state=state,
        written_by=by, written_at=written,
    )  # fmt: skip
    if state != "draft":
        plan.submitted_at = submitted
    if state in ("approved", "sent_back"):
        plan.decided_at, plan.decided_by = decided, head
        plan.comment = "Baik." if state == "approved" else "Tambahkan siapa yang mendampingi klien."
    steps = _steps(plan, written, stage, chance)
    open_days = [step.due_on for step in steps if step.state == "open"]
    case.next_action_on = min(open_days, default=None)
    return [plan, *steps, *_told(case, plan, chance)]


def _told(case: Case, plan: ActionPlan, chance: Chance) -> list[Model]:
    """The lines of the timeline."""
    client = None if case.restricted else case.migrant_id
    part = {"client": client, "part": str(plan.pk)}
    lines = [event(chance, "plan.write", case.pk, plan.written_at, plan.written_by, **part)]
    if plan.submitted_at:
        lines.append(
            event(chance, "plan.submit", case.pk, plan.submitted_at, plan.written_by, **part)
        )
    if plan.decided_at:
        verb = "plan.approve" if plan.state == "approved" else "plan.send_back"
        lines.append(event(chance, verb, case.pk, plan.decided_at, plan.decided_by, **part))
    return list(lines)


def _steps(plan: ActionPlan, at: datetime, stage: Stage, chance: Chance) -> list[ActionStep]:
    rows = []
    for text in chance.sample(STEPS, chance.randrange(2, 5)):
        day = stage.today + timedelta(days=chance.pick(DAYS))
        step = ActionStep(
            id=chance.id(), case=plan.case, plan=plan, text=text, who=plan.written_by, due_on=day,
            added_at=at, added_by=plan.written_by,
        )  # fmt: skip
        if chance.happens(0.35):
            step.state, step.ended_by, step.result = "done", plan.written_by, chance.choice(RESULTS)
            step.ended_at = stage.between(at, chance, 1, timedelta(days=20))[0]
            step.due_on = timezone.localdate(step.ended_at)
        rows.append(step)
    return rows


def _assessments(case: Case, by: User, stage: Stage, chance: Chance) -> list[Model]:
    """Danger of every second case; a screening where the case is held closed for trafficking, and of a few others."""
    start = case.handed_over_at or case.opened_at
    at = stage.between(start, chance, 1, timedelta(days=10))[0]
    rows: list[Assessment] = []
    if chance.happens(0.6):
        answers = {
            code: "yes" if chance.happens(share) else "no" for code, share in DANGERS.items()
        }
        answers |= {"suicide": "no", "safe_place": "yes" if chance.happens(0.9) else "no"}
        answers |= {code: chance.choice(["no", "yes"]) for code in NEEDS}
        row = _assessment(case, "needs_risk", answers, at, by, chance)
        case.risk, case.risk_on = row.result, timezone.localdate(at)
        case.threat = answers["threat"] == "yes"
        rows.append(row)
    trafficked = (case.primary_type_id or "").startswith("TPO") and case.restricted
    if trafficked or (not case.restricted and chance.happens(0.15)):
        yes = ("recruited", "deceived", "unpaid") if trafficked else ()
        answers = {
            one.code: "yes" if one.code in yes else "no" for one in current("trafficking").questions
        }
        row = _assessment(case, "trafficking", answers, at, by, chance)
        case.trafficking = row.result
        rows.append(row)
    client = None if case.restricted else case.migrant_id
    return rows + [
        event(
            chance,
            "assessment.add",
            case.pk,
            at,
            by,
            client=client,
            part=str(row.pk),
            form=row.form,
        )
        for row in rows
    ]


def _assessment(case: Case, form: str, answers: dict, at, by: User, chance: Chance) -> Assessment:
    version = current(form)
    kept = version.cleaned(answers)
    return Assessment(
        id=chance.id(), case=case, form=form, form_version=version.version, answers=kept,
        result=version.finding(kept).code, at=at, by=by,
    )  # fmt: skip
